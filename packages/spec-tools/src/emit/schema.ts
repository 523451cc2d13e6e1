import { createRequire } from "node:module";
import { isObject, type JsonObject, strings } from "@cloud-clients/openapi-model";
import type { OpenAPI3, OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { InputError, messageOf } from "../base/input-error.js";

const emptyAlias = /^export type (webhooks|\$defs) = Record<string, never>;\n/gm;

/**
 * The text of an API's schema.ts: `paths`, `components` and `operations` as types.
 *
 * Optional is what the bundle does not require, with or without a default; a bare `type: object` is open.
 *
 * @throws InputError when openapi-typescript refuses the bundle.
 */
export async function schemaFile(api: string, document: JsonObject): Promise<string> {
  const library = loadLibrary();
  const nodes = typeNodes(library, api, openEnumsAsStrings(document));
  const header = `// Written by "pnpm generate" from specs/${api}/openapi.yaml. Do not edit.\n`;
  return header + library.astToString(nodes).replace(emptyAlias, "");
}

type Library = Pick<
  typeof import("openapi-typescript"),
  "astToString" | "resolveRef" | "scanDiscriminators" | "transformSchema"
>;

/**
 * The parts of openapi-typescript that make types. Its entry also loads a linter and a bundler, for documents
 * that were not judged and joined yet: half a second and 40 MB, and as long again to run them.
 */
function loadLibrary(): Library {
  const load = createRequire(import.meta.url);
  const { resolveRef, scanDiscriminators } = load("openapi-typescript/dist/lib/utils.cjs");
  const { astToString } = load("openapi-typescript/dist/lib/ts.cjs");
  const transformSchema = load("openapi-typescript/dist/transform/index.cjs");
  return { astToString, resolveRef, scanDiscriminators, transformSchema };
}

/** The types of a bundle. */
function typeNodes(library: Library, api: string, document: JsonObject): ts.Node[] {
  const bundle = { components: {}, ...document } as unknown as OpenAPI3;
  const options = { alphabetize: false, silent: true };
  try {
    return library.transformSchema(bundle, {
      ...options,
      additionalProperties: false,
      arrayLength: false,
      conditionalEnums: false,
      dedupeEnums: false,
      defaultNonNullable: false,
      discriminators: library.scanDiscriminators(bundle, options),
      emptyObjectsUnknown: true,
      enum: false,
      enumValues: false,
      excludeDeprecated: false,
      exportType: false,
      generatePathParams: false,
      immutable: false,
      injectFooter: [],
      makePathsEnum: false,
      pathParamsAsTypes: false,
      postTransform: undefined,
      propertiesRequiredByDefault: false,
      readWriteMarkers: false,
      // Only what lints and bundles reads it.
      redoc: undefined as never,
      resolve: ($ref) => library.resolveRef(bundle, $ref, { silent: true }),
      rootTypes: false,
      rootTypesKeepCasing: false,
      rootTypesNoSchemaPrefix: false,
      transform,
      transformProperty: undefined,
    });
  } catch (error) {
    throw new InputError(`specs/${api}/openapi.yaml: no types can be made: ${messageOf(error)}`);
  }
}

const { factory } = ts;

/**
 * A copy of a bundle in which each open enum is a plain string whose description names the known values.
 * A union with any other string would not do: `Readable` of openapi-typescript-helpers takes
 * `string & {}` for an object and spells out its methods.
 */
function openEnumsAsStrings<T>(document: T): T {
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
const transform: NonNullable<OpenAPITSOptions["transform"]> = (schema) => {
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
