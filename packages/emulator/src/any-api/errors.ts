import { getAt, isObject } from "@cloud-clients/openapi-model";
import type { Refusal } from "../engine/refusal.js";
import { declaredResponse, type Operation } from "../engine/spec/operations.js";
import type { Specification } from "../engine/spec/specification.js";
import type { ValueMaker } from "../engine/spec/value-maker.js";
import { withValueAt } from "../engine/value-at.js";

/**
 * The body of an error in the form that the document declares, with what is wrong in the field that is
 * for it; undefined when the document declares an error without a body.
 */
export function errorBody(
  { status, code, message }: Refusal,
  operation: Operation | undefined,
  { validator }: Specification,
  maker: ValueMaker,
): unknown {
  const declared = operation && declaredResponse(operation, status);
  if (declared === undefined || status === 500) return { message };
  const { schema } = declared;
  if (schema === undefined) return undefined;
  let body = maker.body(declared, `error ${status}`);
  const said = [
    ...fieldsCalled(body, messageNames).map((keys) => [keys, message] as const),
    ...fieldsCalled(body, ["status"]).map((keys) => [keys, status] as const),
    ...(code === "" ? [] : fieldsCalled(body, codeNames).map((keys) => [keys, code] as const)),
  ];
  for (const [keys, value] of said) {
    const changed = withValueAt(body, keys, value);
    if (typeof getAt(body, keys) !== typeof value) continue;
    if (!validator.check("response", schema, changed)) body = changed;
  }
  return body;
}

const messageNames = [
  "message",
  "detail",
  "error_description",
  "error_message",
  "error_msg",
  "msg",
];
const codeNames = ["code", "error_code", "reason"];

/** Where fields of these names stand in a body, or in a mapping inside it. */
function fieldsCalled(body: unknown, names: readonly string[]): string[][] {
  if (!isObject(body)) return [];
  const inside = Object.entries(body).flatMap(([name, part]) =>
    isObject(part) ? namesIn(part, names).map((own) => [name, own]) : [],
  );
  return [...namesIn(body, names).map((own) => [own]), ...inside];
}

function namesIn(part: object, names: readonly string[]): string[] {
  return names.filter((name) => Object.hasOwn(part, name));
}
