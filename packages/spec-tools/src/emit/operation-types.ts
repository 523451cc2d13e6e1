import {
  type Deref,
  derefIn,
  type FoundOperation,
  getAt,
  hasContent,
  isNullable,
  isObject,
  type JsonObject,
  jsonContent,
  listOf,
  parametersOf,
  responsesOf,
  typeOf,
} from "@cloud-clients/openapi-model";
import { isReserved, isTaken } from "../documents/taken-names.js";
import { firstParagraph, sentence } from "./docstring.js";
import { stringLiteral } from "./literal.js";
import { camelCase, pascalCase, TypeNames } from "./type-names.js";

/** A parameter of a path, as an argument of a function. */
export interface PathArgument {
  /** Name of the argument. */
  name: string;
  /** Name of the parameter in the path. */
  wire: string;
  type: string;
  text: string;
}

/** What names the resource of an edit: one path parameter, or an object with several. */
export interface IdArgument {
  name: string;
  type: string;
  /** What it is, in the words of the document. */
  text: string;
}

/** An argument that may be left out. */
export interface InputArgument {
  type: string;
  required: boolean;
  text: string;
}

/** A schema as it stands, perhaps a `$ref`, and its type as TypeScript. */
export interface Typed {
  schema: unknown;
  type: string;
}

/** Names of parameters that no argument is for, by where they stand. */
export type LeftOut = Readonly<Record<"query" | "header", readonly string[]>>;

/**
 * The types of what operations take and return. What is inline gets a name, so that editors show it and
 * programs can use it.
 */
export class OperationTypes {
  readonly names: TypeNames;
  readonly deref: Deref;
  readonly #document: JsonObject;
  readonly #ofParameters = new Map<unknown, string>();

  /** @param taken - names that no type of these may have. */
  constructor(document: JsonObject, taken: readonly string[]) {
    this.#document = document;
    this.names = new TypeNames(document, taken);
    this.deref = derefIn(document);
  }

  /** The parameters of the path in its order, but those that the client knows. */
  path(found: FoundOperation): PathArgument[] {
    const wires = [...found.path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
    const parameters = parametersOf(found.operation, found.pathItem, this.deref);
    const asked = wires.flatMap((wire) => {
      const parameter = parameters.find(({ name, in: place }) => place === "path" && name === wire);
      return parameter?.["x-client-parameter"] === true ? [] : [{ wire, parameter }];
    });
    const taken = [
      "client",
      "query",
      "filters",
      "body",
      "headers",
      "options",
      "change",
      "intent",
      "plan",
    ];
    return asked.map(({ wire, parameter }) => {
      const alone = asked.length === 1 && /(?:^|_|-)id$|Id$/.test(wire);
      const name = argumentName(alone ? "id" : wire, taken);
      taken.push(name);
      const text = sentence(firstParagraph(parameter?.description));
      return { name, wire, type: this.#parameterType(found, wire, parameter), text };
    });
  }

  /** The parameters of a path as one argument: several are members of an object, by their names in the path. */
  id(found: FoundOperation): IdArgument {
    const path = this.path(found);
    const [only, ...others] = path;
    if (only !== undefined && others.length === 0) return only;
    const id = operationIdOf(found);
    const all = `operations[${stringLiteral(id)}]["parameters"]["path"]`;
    const isAll = found.path.split("{").length - 1 === path.length;
    const wires = path.map(({ wire }) => stringLiteral(wire)).join(" | ");
    const type = this.names.declare({
      name: `${pascalCase(id)}Id`,
      type: isAll ? all : `Pick<${all}, ${wires}>`,
      open: false,
      text: `The path parameters of ${id}, which name the resource together.`,
    });
    const texts = path.flatMap(({ wire, text }) => (text === "" ? [] : [`\`${wire}\`: ${text}`]));
    return { name: "id", type, text: texts.join(" ") };
  }

  #parameterType(found: FoundOperation, wire: string, parameter: JsonObject | undefined): string {
    const schema = Object(this.deref(parameter?.schema));
    if (Array.isArray(schema.enum) && schema["x-enum-open"] !== true) {
      const known = this.#ofParameters.get(parameter);
      if (known !== undefined) return known;
      const id = operationIdOf(found);
      const among = getAt(this.#document, ["components", "parameters"]);
      const shared = isObject(among) && Object.values(among).includes(parameter);
      const declared = this.names.declare({
        name: pascalCase(shared ? wire : `${id}_${wire}`),
        type: `operations[${stringLiteral(id)}]["parameters"]["path"][${stringLiteral(wire)}]`,
        open: false,
        text: firstParagraph(parameter?.description) || `The ${wire} of ${id}.`,
      });
      this.#ofParameters.set(parameter, declared);
      return declared;
    }
    const type = typeOf(schema, this.deref);
    if (type === "boolean") return "boolean";
    const digits = schema["x-int64"] === "string";
    return (type === "integer" || type === "number") && !digits ? "number" : "string";
  }

  /** What the query, or the headers, may say; undefined where an operation has none. */
  parameters(
    found: FoundOperation,
    place: "query" | "header",
    leftOut: readonly string[] = [],
    sizes: readonly string[] = [],
  ): InputArgument | undefined {
    const all = parametersOf(found.operation, found.pathItem, this.deref);
    const fields = all.filter((one) => one.in === place && !leftOut.includes(String(one.name)));
    if (fields.length === 0) return undefined;
    const id = operationIdOf(found);
    const given = `operations[${stringLiteral(id)}]["parameters"][${stringLiteral(place)}]`;
    const type = this.names.declare({
      name: `${pascalCase(id)}${place === "query" ? "Query" : "Headers"}`,
      type: `MaybeUndefined<${adapted(`NonNullable<${given}>`, leftOut, sizes)}>`,
      open: true,
      text: place === "query" ? `Query parameters of ${id}.` : `Headers of ${id}.`,
    });
    return { type, required: fields.some((field) => field.required === true), text: "" };
  }

  /** The JSON body of an operation; undefined when it has none. */
  body(found: FoundOperation): Typed | undefined {
    const content = jsonContent(found.operation.requestBody, this.deref);
    if (content === undefined) return undefined;
    const given = `operations[${stringLiteral(operationIdOf(found))}]["requestBody"]`;
    const own = `NonNullable<${given}>["content"][${stringLiteral(content.mediaType)}]`;
    return { schema: content.schema, type: this.names.referred(content.schema) ?? own };
  }

  /** The same, with a name. */
  bodyArgument(found: FoundOperation): InputArgument | undefined {
    const body = this.body(found);
    if (body === undefined) return undefined;
    const { description, required } = Object(this.deref(found.operation.requestBody));
    const said = sentence(firstParagraph(description));
    const id = operationIdOf(found);
    const type = this.named(body, `${pascalCase(id)}Body`, said || `The body of ${id}.`);
    return { type, required: required === true, text: said };
  }

  /** What the body of a list may say beside what belongs to the walk. */
  filters(
    found: FoundOperation,
    leftOut: readonly string[],
    sizes: readonly string[],
  ): InputArgument | undefined {
    const body = this.body(found);
    if (body === undefined) return undefined;
    const id = operationIdOf(found);
    const type = this.names.declare({
      name: `${pascalCase(id)}Filters`,
      type: `MaybeUndefined<${adapted(body.type, leftOut, sizes)}>`,
      open: isOpen(body.schema, this.deref),
      text: `Body fields of ${id}.`,
    });
    return { type, required: false, text: "" };
  }

  /** The JSON of the successful response, where there is one. */
  response(found: FoundOperation): Typed | undefined {
    return this.#responses(found).find(({ schema }) => schema !== undefined);
  }

  /** What a call resolves to; undefined where a response is not JSON. */
  result(found: FoundOperation): string | undefined {
    const responses = this.#responses(found);
    if (responses.some(({ other }) => other)) return undefined;
    const wanted = `${pascalCase(operationIdOf(found))}Result`;
    const types = responses.flatMap(({ text, ...response }) =>
      response.schema === undefined ? [] : [this.named(response, wanted, text)],
    );
    if (types.length === 0) return "void";
    const silent = responses.some(({ schema }) => schema === undefined);
    return [...new Set(types), ...(silent ? ["undefined"] : [])].join(" | ");
  }

  #responses({ operation }: FoundOperation) {
    const id = stringLiteral(String(operation.operationId));
    return [...responsesOf(operation, this.deref)].flatMap(([status, response]) => {
      if (!/^2(?:\d\d|XX)$/.test(status)) return [];
      const content = jsonContent(response, this.deref);
      const key = /^\d+$/.test(status) ? status : stringLiteral(status);
      const own = `operations[${id}]["responses"][${key}]["content"][${stringLiteral(content?.mediaType ?? "")}]`;
      const other = content === undefined && hasContent(response, this.deref);
      const text = firstParagraph(response.description);
      return [
        { schema: content?.schema, type: this.names.referred(content?.schema) ?? own, other, text },
      ];
    });
  }

  /** What stands at `keys` below something. */
  at({ schema, type }: Typed, keys: readonly string[]): Typed {
    return keys.reduce<Typed>(
      (current, key) => {
        const inner = this.#property(current.schema, key);
        const own = `NonNullable<${current.type}>[${stringLiteral(key)}]`;
        return { schema: inner, type: this.names.referred(inner) ?? own };
      },
      { schema, type },
    );
  }

  /** The entries of a list: a plain type, that of a schema, or a declared one. */
  entry(list: Typed, wanted: string, text: string): string {
    const items = getAt(this.#plain(list.schema), ["items"]);
    const type = typeOf(items, this.deref);
    const plain = type === "string" || type === "number" || type === "boolean";
    const whole = Object(this.deref(items));
    if (plain && whole.enum === undefined && !isNullable(items, this.deref)) return type;
    return this.named({ schema: items, type: `NonNullable<${list.type}>[number]` }, wanted, text);
  }

  /** The name of a type: that of the schema it refers to, or one of its own. */
  named({ schema, type }: Typed, wanted: string, text: string): string {
    const known = this.names.referred(schema);
    if (known !== undefined) return known;
    const said = firstParagraph(Object(schema).description) || text;
    return this.names.declare({ name: wanted, type, open: isOpen(schema, this.deref), text: said });
  }

  /** The schema of a property as it stands, so that a `$ref` can be seen. */
  #property(schema: unknown, name: string): unknown {
    const target = this.#plain(schema);
    const own = getAt(target, ["properties", name]);
    if (own !== undefined) return own;
    const parts = listOf(getAt(target, ["allOf"]));
    return parts.map((part) => this.#property(part, name)).find((found) => found !== undefined);
  }

  /** A schema, or the one choice that is left beside null. */
  #plain(schema: unknown): unknown {
    const target = this.deref(schema);
    const choices = [...listOf(getAt(target, ["anyOf"])), ...listOf(getAt(target, ["oneOf"]))];
    const left = choices.filter((choice) => getAt(this.deref(choice), ["type"]) !== "null");
    return left.length === 1 && choices.length > 1 ? this.#plain(left[0]) : target;
  }
}

export function operationIdOf({ operation }: FoundOperation): string {
  return String(operation.operationId);
}

/** A name for an argument that is none of those that are taken, nor a word of the language. */
export function argumentName(wanted: string, taken: readonly string[]): string {
  let name = camelCase(wanted);
  while (isReserved(name) || isTaken(name) || taken.includes(name)) name += "Value";
  return name;
}

/** A type without some of its members, and with page sizes as numbers where the service takes digits. */
function adapted(type: string, leftOut: readonly string[], sizes: readonly string[]): string {
  const names = [...leftOut, ...sizes].map((name) => stringLiteral(name));
  const rest = names.length === 0 ? type : `Omit<${type}, ${names.join(" | ")}>`;
  return [rest, ...sizes.map((name) => `{ ${stringLiteral(name)}?: number }`)].join(" & ");
}

/** Whether the members of a schema's type are known: only such can be an interface. */
function isOpen(node: unknown, deref: Deref): boolean {
  const schema = deref(node);
  if (!isObject(schema) || isNullable(schema, deref)) return false;
  const closed = ["oneOf", "anyOf", "enum", "const", "not"].some(
    (key) => schema[key] !== undefined,
  );
  const parts = listOf(schema.allOf);
  if (closed || !parts.every((part) => isOpen(part, deref))) return false;
  const alone = isObject(schema.properties) || parts.length > 0;
  return schema.type === "object" || (schema.type === undefined && alone);
}
