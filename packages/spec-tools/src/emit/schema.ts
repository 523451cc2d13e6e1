import { createRequire } from "node:module";
import { isObject, type JsonObject, strings } from "@cloud-clients/openapi-model";
import type { OpenAPI3, OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { InputError, messageOf } from "../base/input-error.js";
import { type Kind, kindBelow } from "../bundle/positions.js";
import { headerLine } from "./source-text.js";

const emptyAlias = /^export type (webhooks|\$defs) = Record<string, never>;\n/gm;

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
  api: string,
  document: JsonObject,
  names: ReadonlyMap<string, string>,
): Promise<string> {
  const library = loadLibrary();
  const nodes = typeNodes(library, api, document, names);
  const known = clientParameters(document);
  const text = library.astToString(withDeclarations(nodes, names, known));
  return headerLine(api) + text.replace(emptyAlias, "");
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

/** The types of a bundle, which refer to those of its schemas by name. */
function typeNodes(
  library: Library,
  api: string,
  document: JsonObject,
  names: ReadonlyMap<string, string>,
): ts.Node[] {
  const { copy, discriminates } = forTypes(document);
  const bundle = { components: {}, ...copy } as unknown as OpenAPI3;
  const options = { alphabetize: false, silent: true };
  try {
    return library.transformSchema(bundle, {
      ...options,
      additionalProperties: false,
      arrayLength: false,
      conditionalEnums: false,
      dedupeEnums: false,
      defaultNonNullable: false,
      // It goes through the whole document twice.
      discriminators: discriminates
        ? library.scanDiscriminators(bundle, options)
        : { objects: {}, refsHandled: [] },
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
      postTransform: (type) => named(type, names),
      propertiesRequiredByDefault: false,
      readWriteMarkers: false,
      // Only what lints and bundles reads it.
      redoc: undefined as never,
      resolve: ($ref) => library.resolveRef(bundle, $ref, { silent: true }),
      rootTypes: false,
      rootTypesKeepCasing: false,
      rootTypesNoSchemaPrefix: false,
      transform,
      transformProperty: (property) => namedProperty(property, names),
    });
  } catch (error) {
    throw new InputError(
      `specs/${api}/openapi.yaml: types cannot be generated: ${messageOf(error)}`,
    );
  }
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
function clientParameters(node: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isObject(value)) return;
    if (value["x-client-parameter"] === true && value.in === "path") found.add(String(value.name));
    Object.values(value).forEach(walk);
  };
  walk(node);
  return found;
}

/**
 * Gives each schema a declaration of its own: editors show its name, where
 * `components["schemas"]["Instance"]` shows all its members.
 */
function withDeclarations(
  nodes: readonly ts.Node[],
  names: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): ts.Node[] {
  const declarations: ts.Node[] = [];
  const declare = (schema: ts.PropertySignature): ts.PropertySignature => {
    const name = names.get(keyOf(schema) ?? "");
    if (name === undefined || !schema.type) return schema;
    declarations.push(withComments(schema, declaration(name, schema.type)));
    const reference = factory.createTypeReferenceNode(name);
    return factory.createPropertySignature(undefined, schema.name, schema.questionToken, reference);
  };
  const rest = nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node)) return node;
    switch (node.name.text) {
      case "components":
        return withMembers(node, (section) => {
          if (keyOf(section) === "schemas") return withInner(section, declare);
          return section;
        });
      case "paths":
      case "operations":
        return known.size === 0
          ? node
          : withMembers(node, (item) =>
              withInner(item, (member) =>
                keyOf(member) === "parameters" ? optionalPath(member, known) : member,
              ),
            );
      default:
        return node;
    }
  });
  return [...declarations, ...rest];
}

function declaration(name: string, type: ts.TypeNode): ts.Statement {
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  return ts.isTypeLiteralNode(type)
    ? factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
    : factory.createTypeAliasDeclaration(exported, name, undefined, type);
}

function withComments<T extends ts.Node>(from: ts.Node, to: T): T {
  const comments = ts.getSyntheticLeadingComments(from);
  return comments === undefined ? to : ts.setSyntheticLeadingComments(to, comments);
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
  return property.type === undefined ? property : withType(property, named(property.type, names));
}

function textOf(type: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)
    ? type.literal.text
    : undefined;
}

function keyOf(node: ts.Node): string | undefined {
  const name = ts.isPropertySignature(node) ? node.name : undefined;
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
}

/** Makes path parameters that the client knows optional, and the path with them when it has no others. */
function optionalPath(
  parameters: ts.PropertySignature,
  known: ReadonlySet<string>,
): ts.PropertySignature {
  return withInner(parameters, (place) => {
    if (keyOf(place) !== "path") return place;
    const path = withInner(place, (one) => (known.has(keyOf(one) ?? "") ? optional(one) : one));
    return membersOf(path).every(({ questionToken }) => questionToken) ? optional(path) : path;
  });
}

function optional(property: ts.PropertySignature): ts.PropertySignature {
  const question = factory.createToken(ts.SyntaxKind.QuestionToken);
  return withType(property, property.type, question);
}

type Change = (property: ts.PropertySignature) => ts.PropertySignature;

/** An interface with other properties. */
function withMembers(node: ts.InterfaceDeclaration, change: Change): ts.InterfaceDeclaration {
  return factory.createInterfaceDeclaration(
    node.modifiers,
    node.name,
    node.typeParameters,
    node.heritageClauses,
    changed(node.members, change),
  );
}

/** A property of an object type, which gets other properties itself; any other property as it is. */
function withInner(property: ts.PropertySignature, change: Change): ts.PropertySignature {
  const members = membersOf(property);
  return members.length === 0
    ? property
    : withType(property, factory.createTypeLiteralNode(changed(members, change)));
}

function membersOf({ type }: ts.PropertySignature): readonly ts.TypeElement[] {
  return type !== undefined && ts.isTypeLiteralNode(type) ? type.members : [];
}

function changed(members: readonly ts.TypeElement[], change: Change): ts.TypeElement[] {
  return members.map((member) => (ts.isPropertySignature(member) ? change(member) : member));
}

function withType(
  property: ts.PropertySignature,
  type: ts.TypeNode | undefined,
  question = property.questionToken,
): ts.PropertySignature {
  if (type === property.type && question === property.questionToken) return property;
  const { modifiers, name } = property;
  return withComments(property, factory.createPropertySignature(modifiers, name, question, type));
}
