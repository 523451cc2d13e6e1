import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import type { OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { openEnumValues } from "../documents/judge-document.js";

const { factory } = ts;
const stringType = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);

/**
 * A copy of a bundle in which each open enum is a plain string that keeps its values aside:
 * openapi-typescript turns enums into types before it asks the `transform` hook.
 */
export function setOpenEnumsAside<T>(document: T): T {
  return copy(document) as T;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, copy(item)] as const);
  if (value["x-enum-open"] !== true || value.type !== "string" || !Array.isArray(value.enum)) {
    return Object.fromEntries(entries);
  }
  return Object.fromEntries(
    entries.map(([key, item]) => [key === "enum" ? openEnumValues : key, item]),
  );
}

/**
 * Types that our extensions ask for: an enum with `x-enum-open` (after {@link setOpenEnumsAside}) keeps
 * its literals and accepts any string; an integer with `x-int64: string` is the string of its digits.
 */
export const transform: NonNullable<OpenAPITSOptions["transform"]> = (schema) => {
  const facts: unknown = schema;
  if (!isObject(facts)) return undefined;
  const type = extensionType(facts);
  if (type === undefined || facts.nullable !== true) return type;
  // What the hook returns is final: openapi-typescript adds no null to it.
  const nothing = factory.createLiteralTypeNode(factory.createNull());
  return factory.createUnionTypeNode([type, nothing]);
};

function extensionType(schema: JsonObject): ts.TypeNode | undefined {
  if (schema["x-int64"] === "string" && schema.type === "integer") return stringType;
  const values = schema[openEnumValues];
  return Array.isArray(values) ? openEnum(values) : undefined;
}

/** `"a" | "b" | (string & {})`: the intersection keeps the literals as completions. */
function openEnum(values: unknown[]): ts.TypeNode {
  const literals = values
    .filter((value) => typeof value === "string")
    .map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  const anyString = factory.createIntersectionTypeNode([
    stringType,
    factory.createTypeLiteralNode(undefined),
  ]);
  return factory.createUnionTypeNode([...literals, factory.createParenthesizedType(anyString)]);
}
