import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import type { OpenAPI3, OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { InputError, messageOf } from "../base/input-error.js";
import { openEnumValues } from "../documents/judge.js";

const emptyAlias = /^export type (webhooks|\$defs) = Record<string, never>;\n/gm;

/**
 * The text of an API's schema.ts: `paths`, `components` and `operations` as types.
 *
 * Optional is what the bundle does not require, with or without a default; a bare `type: object` is open.
 *
 * @throws InputError when openapi-typescript refuses the bundle.
 */
export async function schemaFile(api: string, document: JsonObject): Promise<string> {
  // Loading the TypeScript compiler is most of a small run: only who needs it pays.
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const nodes = await openapiTS(setOpenEnumsAside(document) as unknown as OpenAPI3, {
    alphabetize: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform,
  }).catch((error) => {
    throw new InputError(`specs/${api}/openapi.yaml: no types can be made: ${messageOf(error)}`);
  });
  const header = `// Written by "pnpm generate" from specs/${api}/openapi.yaml. Do not edit.\n`;
  return header + astToString(nodes).replace(emptyAlias, "");
}

const { factory } = ts;
const stringType = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);

/**
 * A copy of a bundle in which each open enum is a plain string that keeps its values aside:
 * openapi-typescript turns enums into types before it asks the `transform` hook.
 */
function setOpenEnumsAside<T>(document: T): T {
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
const transform: NonNullable<OpenAPITSOptions["transform"]> = (schema) => {
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
