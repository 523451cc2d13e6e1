import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { literal, stringLiteral } from "./literal.js";
import { headerLine } from "./source-text.js";

/** The text of an API's error-codes.ts, from `x-error-codes`; undefined when it has none. */
export function errorCodesFile(api: Api, document: JsonObject): string | undefined {
  const codes = document["x-error-codes"];
  if (!isObject(codes)) return undefined;
  const lines = Object.entries(codes).map(
    ([code, entry]) => `  ${stringLiteral(code)}: ${literal(entry)},\n`,
  );
  return `${headerLine(api)}
/** The error codes that the vendor documents, each with its HTTP status and meaning. */
export const errorCodes = {
${lines.join("")}} as const;

/** An error code that the vendor documents. */
export type ErrorCode = keyof typeof errorCodes;
`;
}
