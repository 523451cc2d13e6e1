/** Which way a value travels: it decides what `readOnly`, `writeOnly` and `x-enum-open` mean. */
export type Direction = "request" | "response";

/**
 * Rewrites an OpenAPI 3.0 document so that Ajv can read the schemas in it. Pointers stay valid,
 * because no node moves.
 */
export function toJsonSchema(node: unknown, direction: Direction): unknown {
  if (Array.isArray(node)) return node.map((each) => toJsonSchema(each, direction));
  if (!isRecord(node)) return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = toJsonSchema(value, direction);
  rewriteInt64(copy);
  rewriteBounds(copy);
  if (direction === "response" && copy["x-enum-open"] === true) delete copy.enum;
  if (copy.nullable === true) allowNull(copy);
  if (Array.isArray(copy.required) && isRecord(node.properties)) {
    const skipped = direction === "request" ? "readOnly" : "writeOnly";
    copy.required = withoutSkipped(copy.required, node.properties, skipped);
  }
  return copy;
}

function rewriteInt64(schema: Record<string, unknown>): void {
  if (schema["x-int64"] === undefined) return;
  for (const keyword of ["type", "format", "minimum", "maximum"]) delete schema[keyword];
  schema.int64 = true;
}

function rewriteBounds(schema: Record<string, unknown>): void {
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof schema[flag] !== "boolean") continue;
    if (schema[flag]) {
      schema[flag] = schema[bound];
      delete schema[bound];
    } else {
      delete schema[flag];
    }
  }
}

function allowNull(schema: Record<string, unknown>): void {
  if (typeof schema.type === "string") schema.type = [schema.type, "null"];
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) {
    schema.enum = [...schema.enum, null];
  }
}

function withoutSkipped(
  required: readonly unknown[],
  properties: Record<string, unknown>,
  flag: "readOnly" | "writeOnly",
): unknown[] {
  return required.filter((name) => {
    const property = typeof name === "string" ? properties[name] : undefined;
    return !(isRecord(property) && property[flag] === true);
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
