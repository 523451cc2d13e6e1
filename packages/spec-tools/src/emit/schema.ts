import { createRequire } from "node:module";
import {
  derefIn,
  isObject,
  type JsonObject,
  operationsOf,
  parametersOf,
  strings,
} from "@cloud-clients/openapi-model";
import type { OpenAPI3, OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { InputError, messageOf } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import { type Kind, kindBelow } from "../bundle/positions.js";
import { SchemaText } from "./schema-text.js";
import { headerLine } from "./source-text.js";

/**
 * The text of an API's schema.ts: `paths`, `components` and `operations` as types, and a type for each
 * schema.
 *
 * @param names of the types of schemas.
 *
 * Optional is what the bundle does not require, with or without a default; a bare `type: object` is open.
 *
 * @throws InputError when openapi-typescript refuses the bundle.
 */
export async function schemaFile(
  api: Api,
  document: JsonObject,
  names: ReadonlyMap<string, string>,
): Promise<string> {
  const library = loadLibrary();
  const { copy, discriminates } = forTypes(document);
  const bundle = copy as unknown as OpenAPI3;
  const typesOf = typeMaker(library, api, { bundle, discriminates, names });
  const file = new SchemaText(names, clientParameters(document));
  const { paths, webhooks, components, ...rest } = bundle;
  const { openapi, info } = rest;
  const { schemas, ...others } = components ?? {};
  // One by one: the nodes of a whole document take ten times the memory of its text.
  for (const [name, schema] of Object.entries(schemas ?? {})) {
    file.addSchemas(typesOf({ openapi, info, components: { schemas: { [name]: schema } } }));
  }
  for (const [path, item] of Object.entries(paths ?? {})) {
    file.addPaths(typesOf({ openapi, info, paths: { [path]: item } }));
  }
  for (const [name, item] of Object.entries(webhooks ?? {})) {
    file.addPaths(typesOf({ openapi, info, webhooks: { [name]: item } }));
  }
  file.addRest(typesOf({ ...rest, components: others }));
  return headerLine(api) + file.text();
}

type Library = Pick<
  typeof import("openapi-typescript"),
  "resolveRef" | "scanDiscriminators" | "transformSchema"
>;

/**
 * The parts of openapi-typescript that make types. Its entry also loads a linter and a bundler, for documents
 * that were not judged and joined yet: half a second and 40 MB, and as long again to run them.
 */
function loadLibrary(): Library {
  const load = createRequire(import.meta.url);
  const { resolveRef, scanDiscriminators } = load("openapi-typescript/dist/lib/utils.cjs");
  const transformSchema = load("openapi-typescript/dist/transform/index.cjs");
  return { resolveRef, scanDiscriminators, transformSchema };
}

interface Source {
  /** Where references lead. */
  bundle: OpenAPI3;
  discriminates: boolean;
  names: ReadonlyMap<string, string>;
}

/** Makes the types of any part of a bundle, which refer to those of its schemas by name. */
function typeMaker(
  library: Library,
  api: Api,
  { bundle, discriminates, names }: Source,
): (part: OpenAPI3) => ts.Node[] {
  const options = { alphabetize: false, silent: true };
  // Looking for them, it goes through the whole document twice.
  const discriminators = discriminates
    ? library.scanDiscriminators(bundle, options)
    : { objects: {}, refsHandled: [] };
  const context = {
    ...options,
    additionalProperties: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators,
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: (type: ts.TypeNode) => named(type, names),
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    // Only what lints and bundles reads it.
    redoc: undefined as never,
    resolve: <T>($ref: string) => library.resolveRef<T>(bundle, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    transform,
    transformProperty: (property: ts.PropertySignature) => namedProperty(property, names),
  };
  return (part) => {
    try {
      return library.transformSchema(part, { ...context, injectFooter: [] });
    } catch (error) {
      throw new InputError(`${api.bundle}: types cannot be generated: ${messageOf(error)}`);
    }
  };
}

const { factory } = ts;

/**
 * A copy of a bundle for openapi-typescript, which writes into what it is given, and whether a schema of it
 * has a discriminator. Each open enum is a plain string whose description names the known values. A union
 * with any other string would not do: `Readable` of openapi-typescript-helpers takes `string & {}` for an
 * object and spells out its methods.
 */
function forTypes(document: JsonObject): { copy: JsonObject; discriminates: boolean } {
  let discriminates = false;
  const copy = (value: unknown, kind: Kind): unknown => {
    // No schema stands there; of such values it writes into the lists of what is required alone.
    if (kind === "other") return Array.isArray(value) ? [...value] : value;
    if (Array.isArray(value)) {
      const items = kind === "schema" ? "schemas" : kind;
      return value.map((item, index) => copy(item, kindBelow(items, index)));
    }
    if (!isObject(value)) return value;
    const copied = copyMembers(value, kind);
    if (kind !== "schema") return copied;
    discriminates ||= value.discriminator !== undefined;
    return openEnumAsString(value, copied);
  };
  const copyMembers = (value: JsonObject, kind: Kind): JsonObject => {
    const copied: JsonObject = {};
    for (const key of Object.keys(value)) copied[key] = copy(value[key], kindBelow(kind, key));
    return copied;
  };
  return { copy: copyMembers(document, "root"), discriminates };
}

function openEnumAsString(schema: JsonObject, copied: JsonObject): JsonObject {
  const known = openEnumValues(schema);
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

/** The names of path parameters that a call may leave out, because the client knows them. */
function clientParameters(document: JsonObject): ReadonlySet<string> {
  const deref = derefIn(document);
  const parameters = operationsOf(document.paths).flatMap(({ operation, pathItem }) =>
    parametersOf(operation, pathItem, deref),
  );
  const known = parameters.filter((one) => one.in === "path" && one["x-client-parameter"] === true);
  return new Set(known.map(({ name }) => String(name)));
}

/** `components["schemas"]["Instance"]` as `Instance`, also where it begins a longer way. */
function named(type: ts.TypeNode, names: ReadonlyMap<string, string>): ts.TypeNode {
  if (!ts.isIndexedAccessTypeNode(type)) return type;
  const { objectType, indexType } = type;
  if (!ts.isIndexedAccessTypeNode(objectType)) return type;
  if (!ts.isTypeReferenceNode(objectType.objectType)) {
    return factory.updateIndexedAccessTypeNode(type, named(objectType, names), indexType);
  }
  const { typeName } = objectType.objectType;
  const inSchemas =
    ts.isIdentifier(typeName) &&
    typeName.text === "components" &&
    textOf(objectType.indexType) === "schemas";
  const name = inSchemas ? names.get(textOf(indexType) ?? "") : undefined;
  return name === undefined ? type : factory.createTypeReferenceNode(name);
}

function namedProperty(
  property: ts.PropertySignature,
  names: ReadonlyMap<string, string>,
): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = property;
  const own = type && named(type, names);
  return factory.updatePropertySignature(property, modifiers, name, questionToken, own);
}

function textOf(type: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)
    ? type.literal.text
    : undefined;
}
