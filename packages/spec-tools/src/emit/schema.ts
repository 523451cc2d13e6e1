import { createRequire } from "node:module";
import { isObject, type JsonObject, strings } from "@cloud-clients/openapi-model";
import type { OpenAPI3, OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { InputError, messageOf } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
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
  api: Api,
  document: JsonObject,
  names: ReadonlyMap<string, string>,
): Promise<string> {
  const library = loadLibrary();
  const nodes = typeNodes(library, api, openEnumsAsStrings(document));
  const known = clientParameters(document);
  const text = library.astToString(withNames(nodes, names, known));
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

/** The types of a bundle. */
function typeNodes(library: Library, api: Api, document: JsonObject): ts.Node[] {
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
    throw new InputError(`${api.bundle}: types cannot be generated: ${messageOf(error)}`);
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
 * Gives each schema a declaration of its own, to which everything else refers: editors show its name, where
 * `components["schemas"]["Instance"]` shows all its members.
 */
function withNames(
  nodes: readonly ts.Node[],
  names: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): ts.Node[] {
  const declarations: ts.Node[] = [];
  const { transformed } = ts.transform(nodes.slice(), [
    (context) => (root) => {
      const inComponents = ts.isInterfaceDeclaration(root) && root.name.text === "components";
      const visit = (node: ts.Node): ts.Node => {
        if (ts.isPropertySignature(node) && keyOf(node) === "parameters") {
          return ts.visitEachChild(optionalPath(node, known), visit, context);
        }
        return referenceIn(node, names) ?? ts.visitEachChild(node, visit, context);
      };
      if (!inComponents) return visit(root);
      const members = root.members.map((member) => {
        const inner = ts.isPropertySignature(member) ? member.type : undefined;
        if (inner === undefined || keyOf(member) !== "schemas" || !ts.isTypeLiteralNode(inner)) {
          return visit(member) as ts.TypeElement;
        }
        const schemas = inner.members.map((schema) => {
          const name = names.get(keyOf(schema) ?? "");
          if (name === undefined || !ts.isPropertySignature(schema) || !schema.type) return schema;
          const type = visit(schema.type) as ts.TypeNode;
          declarations.push(withComments(schema, declaration(name, type)));
          const reference = factory.createTypeReferenceNode(name);
          return factory.createPropertySignature(
            undefined,
            schema.name,
            schema.questionToken,
            reference,
          );
        });
        return factory.createPropertySignature(
          undefined,
          "schemas",
          undefined,
          factory.createTypeLiteralNode(schemas),
        );
      });
      return factory.updateInterfaceDeclaration(
        root,
        root.modifiers,
        root.name,
        root.typeParameters,
        root.heritageClauses,
        members,
      );
    },
  ]);
  return [...declarations, ...transformed];
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

/** `components["schemas"]["Instance"]` as `Instance`. */
function referenceIn(node: ts.Node, names: ReadonlyMap<string, string>): ts.Node | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType))
    return undefined;
  const { objectType } = node.objectType;
  const inSchemas =
    ts.isTypeReferenceNode(objectType) &&
    ts.isIdentifier(objectType.typeName) &&
    objectType.typeName.text === "components" &&
    textOf(node.objectType.indexType) === "schemas";
  const name = inSchemas ? names.get(textOf(node.indexType) ?? "") : undefined;
  return name === undefined ? undefined : factory.createTypeReferenceNode(name);
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
  if (known.size === 0 || !parameters.type || !ts.isTypeLiteralNode(parameters.type))
    return parameters;
  const question = factory.createToken(ts.SyntaxKind.QuestionToken);
  const optional = (node: ts.PropertySignature, type = node.type) =>
    withComments(node, factory.createPropertySignature(node.modifiers, node.name, question, type));
  const places = parameters.type.members.map((place) => {
    if (!ts.isPropertySignature(place) || keyOf(place) !== "path") return place;
    if (!place.type || !ts.isTypeLiteralNode(place.type)) return place;
    const members = place.type.members.map((member) =>
      ts.isPropertySignature(member) && known.has(keyOf(member) ?? "") ? optional(member) : member,
    );
    const type = factory.createTypeLiteralNode(members);
    if (members.every((member) => member.questionToken !== undefined)) return optional(place, type);
    return withComments(
      place,
      factory.createPropertySignature(place.modifiers, place.name, place.questionToken, type),
    );
  });
  return withComments(
    parameters,
    factory.createPropertySignature(
      parameters.modifiers,
      parameters.name,
      parameters.questionToken,
      factory.createTypeLiteralNode(places),
    ),
  );
}
