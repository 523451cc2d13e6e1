import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { scriptCommand } from "../base/command.js";
import { literal, stringLiteral } from "./literal.js";

/** The text of an API's error-codes.ts, from `x-error-codes`; undefined when it has none. */
export function errorCodesFile(api: string, document: JsonObject): string | undefined {
  const codes = document["x-error-codes"];
  if (!isObject(codes)) return undefined;
  const lines = Object.entries(codes).map(
    ([code, entry]) => `  ${stringLiteral(code)}: ${literal(entry)},\n`,
  );
  return `// Written by "${scriptCommand("generate")}" from specs/${api}/openapi.yaml. Do not edit.

/** The error codes that the vendor documents, each with its HTTP status and meaning. */
export const errorCodes = {
${lines.join("")}} as const;

/** An error code that the vendor documents. */
export type ErrorCode = keyof typeof errorCodes;
`;
}
