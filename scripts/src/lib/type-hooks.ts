import type { OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { isObject, type JsonObject, strings } from "./json.js";

const { factory } = ts;

/**
 * A copy of a bundle in which each open enum is a plain string whose description names the known values.
 * A union with any other string would not do: `Readable` of openapi-typescript-helpers takes
 * `string & {}` for an object and spells out its methods.
 */
export function openEnumsAsStrings<T>(document: T): T {
  return copy(document) as T;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const copied = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
  const known = openEnumValues(value);
  if (known === undefined) return copied;
  const { enum: _, description, ...rest } = copied;
  const names = `Known values, to which others may be added: ${known.join(", ")}.`;
  return { ...rest, description: [description, names].filter(Boolean).join("\n\n") };
}

/** The values that an open enum lists; nothing for any other schema. */
export function openEnumValues(schema: JsonObject): string[] | undefined {
  if (schema["x-enum-open"] !== true || schema.type !== "string") return undefined;
  return Array.isArray(schema.enum) ? strings(schema.enum) : undefined;
}

/** Types that our extensions ask for: an integer with `x-int64: string` is the string of its digits. */
export const transform: NonNullable<OpenAPITSOptions["transform"]> = (schema) => {
  const facts: unknown = schema;
  if (!isObject(facts) || facts["x-int64"] !== "string" || facts.type !== "integer") {
    return undefined;
  }
  const digits = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  if (facts.nullable !== true) return digits;
  // What the hook returns is final: openapi-typescript adds no null to it.
  const nothing = factory.createLiteralTypeNode(factory.createNull());
  return factory.createUnionTypeNode([digits, nothing]);
};
