import {
  type Deref,
  derefIn,
  type FoundOperation,
  getAt,
  hasContent,
  isObject,
  type JsonObject,
  jsonContent,
  listOf,
  operationsOf,
  parametersOf,
  propertiesOf,
  readingOperation,
  requestSchema,
  requiredOf,
  strings,
  typeOf,
} from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { isReserved, isTaken } from "../documents/taken-names.js";
import { firstParagraph, sentence } from "./docstring.js";
import { stringLiteral } from "./literal.js";
import { paginationRule } from "./pagination-rule.js";
import { camelCase, isPlural, pascalCase, singularOf, TypeNames, wordsOf } from "./type-names.js";
import { writeRule } from "./write-rule.js";

/** A parameter of a path, as an argument of a function. */
export interface PathArgument {
  /** Name of the argument. */
  name: string;
  /** Name of the parameter in the path. */
  wire: string;
  type: string;
  text: string;
}

/** An argument that may be left out. */
export interface InputArgument {
  type: string;
  required: boolean;
  text: string;
}

/** What all functions have, whatever they do. */
interface Signature {
  /** operationId. */
  operationId: string;
  found: FoundOperation;
  path: PathArgument[];
}

/** The function of a list that is read page by page. */
export interface ListSignature extends Signature {
  item: string;
  /** The query or the body: what the caller asks for, and its name. */
  asked?: (InputArgument & { name: "query" | "filters" }) | undefined;
  rule: JsonObject;
}

/** The functions of a list that is replaced whole. */
export interface EditSignature extends Signature {
  noun: string;
  /** What the entries are called in prose. */
  words: string;
  /** The argument that holds entries. */
  argument: string;
  stored: string;
  input: string;
  key: string;
  options: string;
  /** What the properties of the options are, where they are not those of every edit. */
  also?: { body: string; names: string[] };
  entryText: string;
  rule: JsonObject;
}

/** The function of any other operation. */
export interface CallSignature extends Signature {
  body?: InputArgument | undefined;
  query?: InputArgument | undefined;
  headers?: InputArgument | undefined;
  /** What it resolves to. */
  result: string;
}

/** What the functions of a package take and return, and the types that they name. */
export interface Signatures {
  names: TypeNames;
  lists: ListSignature[];
  edits: EditSignature[];
  calls: CallSignature[];
}

/**
 * Decides what the functions of a package take and return. An operation gets a list function, or edit
 * functions, or else a function that calls it once. One whose body or answer is not JSON gets none: it is
 * called on the client.
 *
 * @throws InputError when two functions would have one name.
 */
export function signaturesOf(api: string, document: JsonObject): Signatures {
  const reader = new Reader(document);
  const found: Signatures = { names: reader.names, lists: [], edits: [], calls: [] };
  for (const operation of operationsOf(document.paths)) {
    const paging = paginationRule(operation.path, operation.operation, reader.deref);
    const writing = writeRule(document, operation.path, operation.operation);
    if (paging !== undefined) found.lists.push(reader.list(operation, paging));
    else if (writing !== undefined) found.edits.push(reader.edit(operation, writing));
    else found.calls.push(...reader.call(operation));
  }
  requireOneNameEach(api, found);
  return found;
}

/** Names of the functions that edit a list. */
export function editNames(noun: string): Record<EditVerb, string> {
  return {
    replace: `replace${noun}`,
    add: isPlural(noun) ? `add${noun}` : `addTo${noun}`,
    remove: isPlural(noun) ? `remove${noun}` : `removeFrom${noun}`,
    ensure: `ensure${noun}`,
    edit: `edit${noun}`,
    plan: `plan${noun}`,
    apply: `apply${noun}Plan`,
    verify: `verify${noun}`,
  };
}

export type EditVerb =
  | "replace"
  | "add"
  | "remove"
  | "ensure"
  | "edit"
  | "plan"
  | "apply"
  | "verify";

function requireOneNameEach(api: string, { lists, edits, calls }: Signatures): void {
  const first = new Map<string, string>();
  const problems: string[] = [];
  const claim = (name: string, of: string, way: string) => {
    const other = first.get(name);
    if (other !== undefined || isTaken(name)) {
      const has = other === undefined ? "generated files use it themselves" : `${other} has it`;
      problems.push(`specs/${api}/openapi.yaml: ${of} needs the name ${name}, but ${has}; ${way}`);
    }
    first.set(name, of);
  };
  for (const { operationId } of [...lists, ...calls]) {
    claim(operationId, operationId, "give it another operationId");
  }
  for (const { operationId, noun } of edits) {
    const way = "give its x-write-semantics another name";
    for (const name of Object.values(editNames(noun))) claim(name, operationId, way);
  }
  if (problems.length > 0) throw new InputError(...problems);
}

/** Reads signatures from the operations of one document. */
class Reader {
  readonly names: TypeNames;
  readonly deref: Deref;
  readonly #document: JsonObject;

  constructor(document: JsonObject) {
    this.#document = document;
    this.names = new TypeNames(document);
    this.deref = derefIn(document);
  }

  list(found: FoundOperation, rule: JsonObject): ListSignature {
    const { operation } = found;
    const answer = this.#answer(found);
    const items = this.#property(answer?.schema, String(rule.items));
    const type = `NonNullable<${answer?.type}[${stringLiteral(String(rule.items))}]>[number]`;
    const text = `An item of ${operationIdOf(found)}.`;
    const item = this.#itemType(items, type, `${pascalCase(operationIdOf(found))}Item`, text);
    const asked = rule.in === "body" ? this.#filters(found, rule) : this.#query(found, rule);
    const name = rule.in === "body" ? "filters" : "query";
    return {
      ...this.#shared(found),
      item,
      asked: asked && { ...asked, name, text: askedText(operation, rule, this.deref, found) },
      rule,
    };
  }

  edit(found: FoundOperation, rule: JsonObject): EditSignature {
    const { operation } = found;
    const list = String(rule.list);
    const semantics = Object(operation["x-write-semantics"]);
    const noun = typeof semantics.name === "string" ? semantics.name : pascalCase(list);
    const singular = singularOf(noun);
    const also = strings(rule.keep);
    const body = also.length > 0 ? this.#bodyType(found) : this.#bodyExpression(found);
    const written = this.#property(body?.schema, list);
    const { title } = Object(this.deref(written));
    const words = typeof title === "string" ? title : wordsOf(noun);
    const plural = isPlural(noun);
    const shared = {
      ...this.#shared(found),
      noun,
      words: plural ? words : `entries of the ${words}`,
      argument: plural
        ? argumentName(noun, ["client", "id", "options", "change", "intent"])
        : "entries",
      entryText: sentence(firstParagraph(Object(this.deref(this.#items(written))).description)),
      rule,
    };
    const options = also.length > 0 ? `${singular}EditOptions` : "EditOptions";
    const ofOptions = {
      options,
      ...(also.length > 0 ? { also: { body: body?.name ?? "never", names: also } } : {}),
    };
    if (rule.entry !== undefined) {
      return { ...shared, ...ofOptions, stored: "string", input: "string", key: "string" };
    }
    const entryOf = (of: string) => `NonNullable<${of}[${stringLiteral(list)}]>[number]`;
    const text = `One of the ${words} as it is`;
    const input = this.#itemType(
      written,
      entryOf(body?.type ?? "never"),
      `${singular}Input`,
      `${text} written.`,
    );
    const read = readingOperation(operationsOf(this.#document.paths), semantics.read);
    const answer = read && this.#answer(read);
    const stored = this.#itemType(
      this.#property(answer?.schema, list),
      entryOf(answer?.type ?? "never"),
      singular,
      `${text} read.`,
    );
    return { ...shared, ...ofOptions, stored, input, key: this.#keyType(rule, input) };
  }

  /** Nothing for an operation whose body or answer is not JSON. */
  call(found: FoundOperation): CallSignature[] {
    const { operation } = found;
    const body = this.#bodyType(found);
    if (body === undefined && hasContent(operation.requestBody, this.deref)) return [];
    const result = this.#result(found);
    if (result === undefined) return [];
    const { description, required } = Object(this.deref(operation.requestBody));
    const text = sentence(firstParagraph(description));
    return [
      {
        ...this.#shared(found),
        body: body && { type: body.name, required: required === true, text },
        query: this.#query(found, {}),
        headers: this.#headers(found),
        result,
      },
    ];
  }

  #shared(found: FoundOperation): Signature {
    return { operationId: operationIdOf(found), found, path: this.#path(found) };
  }

  /** The parameters of the path in its order, but those that the client knows. */
  #path(found: FoundOperation): PathArgument[] {
    const { path, operation, pathItem } = found;
    const wires = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
    const parameters = parametersOf(operation, pathItem, this.deref);
    const asked = wires.flatMap((wire) => {
      const parameter = parameters.find(({ name, in: place }) => place === "path" && name === wire);
      return parameter?.["x-client-parameter"] === true ? [] : [{ wire, parameter }];
    });
    const taken = ["client", "query", "filters", "body", "options"];
    return asked.map(({ wire, parameter }) => {
      const alone = asked.length === 1 && /(?:^|_)id$|Id$/.test(wire);
      const name = argumentName(alone ? "id" : wire, taken);
      taken.push(name);
      const text = sentence(firstParagraph(parameter?.description));
      return { name, wire, type: this.#parameterType(found, wire, parameter), text };
    });
  }

  #parameterType(found: FoundOperation, wire: string, parameter: JsonObject | undefined): string {
    const schema = Object(this.deref(parameter?.schema));
    const type = typeOf(schema, this.deref);
    if (Array.isArray(schema.enum) && schema["x-enum-open"] !== true) {
      const id = operationIdOf(found);
      const wanted = this.#isShared(parameter) ? pascalCase(wire) : pascalCase(`${id}_${wire}`);
      const text = firstParagraph(parameter?.description);
      const at = `operations[${stringLiteral(id)}]["parameters"]["path"][${stringLiteral(wire)}]`;
      const known = this.names.declared.find(
        ({ shared }) => shared !== undefined && shared === parameter,
      );
      if (known) return known.name;
      return this.names.declare({ name: wanted, type: at, open: false, text, shared: parameter });
    }
    if (type === "boolean") return "boolean";
    const digits = schema["x-int64"] === "string";
    return (type === "integer" || type === "number") && !digits ? "number" : "string";
  }

  /** Whether a parameter stands among the components, for several operations. */
  #isShared(parameter: unknown): boolean {
    const shared = getAt(this.#document, ["components", "parameters"]);
    return isObject(shared) && Object.values(shared).includes(parameter);
  }

  /** What the query may say, but what belongs to the walk of a list. */
  #query(found: FoundOperation, rule: JsonObject): InputArgument | undefined {
    return this.#fields(found, "query", rule);
  }

  #headers(found: FoundOperation): InputArgument | undefined {
    return this.#fields(found, "header", {});
  }

  #fields(found: FoundOperation, place: "query" | "header", rule: JsonObject) {
    const ours = walkNames(rule);
    const fields = parametersOf(found.operation, found.pathItem, this.deref).filter(
      (one) => one.in === place && !ours.includes(String(one.name)),
    );
    if (fields.length === 0) return undefined;
    const id = operationIdOf(found);
    const at = `operations[${stringLiteral(id)}]["parameters"][${stringLiteral(place)}]`;
    const given = `NonNullable<${at}>`;
    const text = place === "query" ? `What ${id} may be asked for.` : `Headers of ${id}.`;
    const name = this.names.declare({
      name: `${pascalCase(id)}${place === "query" ? "Query" : "Headers"}`,
      type: `MaybeUndefined<${without(given, ours)}>`,
      open: true,
      text,
    });
    const required = fields.some((field) => field.required === true);
    return { type: name, required, text: "" };
  }

  /** What the body of a list may say, but what belongs to the walk. */
  #filters(found: FoundOperation, rule: JsonObject): InputArgument | undefined {
    const { operation } = found;
    const body = this.#bodyExpression(found);
    if (body === undefined) return undefined;
    const digits = rule.digits === true ? [String(rule.limit)] : [];
    const ours = [...walkNames(rule), ...digits];
    const size = digits.map((name) => ` & { ${stringLiteral(name)}?: number }`).join("");
    const schema = requestSchema(operation, this.deref);
    const id = operationIdOf(found);
    const type = this.names.declare({
      name: `${pascalCase(id)}Filters`,
      type: `MaybeUndefined<${without(body.type, ours)}${size}>`,
      open: true,
      text: `What ${id} may be asked for.`,
    });
    const required = requiredOf(schema, this.deref).some((name) => !ours.includes(name));
    return { type, required, text: "" };
  }

  #bodyExpression({ operation }: FoundOperation) {
    const content = jsonContent(operation.requestBody, this.deref);
    if (content === undefined) return undefined;
    const { mediaType, schema } = content;
    const given = `operations[${stringLiteral(String(operation.operationId))}]["requestBody"]`;
    const type = `NonNullable<${given}>["content"][${stringLiteral(mediaType)}]`;
    const known = this.names.referred(schema);
    return { type: known ?? type, name: known, schema };
  }

  #bodyType(found: FoundOperation) {
    const body = this.#bodyExpression(found);
    if (body === undefined) return undefined;
    const { description } = Object(this.deref(found.operation.requestBody));
    const id = operationIdOf(found);
    const text = firstParagraph(description) || `The body of ${id}.`;
    const wanted = `${pascalCase(id)}Body`;
    return { ...body, name: this.#named(body.schema, body.type, wanted, text) };
  }

  /** The JSON of a successful answer, where there is one alone. */
  #answer(found: FoundOperation) {
    const [first] = this.#answers(found).filter(({ schema }) => schema !== undefined);
    return first;
  }

  #answers({ operation }: FoundOperation) {
    const id = String(operation.operationId);
    return Object.entries(Object(operation.responses)).flatMap(([status, response]) => {
      if (!/^2(?:\d\d|XX)$/i.test(status)) return [];
      const key = /^\d+$/.test(status) ? status : stringLiteral(status);
      const content = jsonContent(response, this.deref);
      const at = `operations[${stringLiteral(id)}]["responses"][${key}]`;
      const own = `${at}["content"][${stringLiteral(content?.mediaType ?? "")}]`;
      const type = this.names.referred(content?.schema) ?? own;
      const other = content === undefined && hasContent(response, this.deref);
      return [
        {
          schema: content?.schema,
          type,
          other,
          text: firstParagraph(Object(this.deref(response)).description),
        },
      ];
    });
  }

  #result(found: FoundOperation): string | undefined {
    const answers = this.#answers(found);
    if (answers.some(({ other }) => other)) return undefined;
    const wanted = `${pascalCase(operationIdOf(found))}Result`;
    const types = answers.flatMap(({ schema, type, text }) =>
      schema === undefined ? [] : [this.#named(schema, type, wanted, text)],
    );
    const silent = answers.some(({ schema }) => schema === undefined);
    if (types.length === 0) return "void";
    return [...new Set(types), ...(silent ? ["undefined"] : [])].join(" | ");
  }

  /** A type's name: that of the schema it refers to, or one of its own. */
  #named(schema: unknown, type: string, wanted: string, text: string): string {
    const known = this.names.referred(schema);
    if (known !== undefined) return known;
    const { description } = Object(schema);
    return this.names.declare({
      name: wanted,
      type,
      open: isOpen(schema, this.deref),
      text: firstParagraph(description) || text,
    });
  }

  #itemType(list: unknown, type: string, wanted: string, text: string): string {
    const items = this.#items(list);
    const kind = typeOf(items, this.deref);
    const plain = kind === "string" || kind === "boolean" || kind === "number";
    if (plain && this.names.referred(items) === undefined) return kind;
    return this.#named(items, type, wanted, text);
  }

  #keyType(rule: JsonObject, input: string): string {
    const identity = listOf(rule.identity);
    const fields = Object.keys(Object(rule.fields));
    const plain = identity.every((name) => fields.includes(String(name)));
    if (!plain || identity.length === 0 || identity.length === fields.length) return input;
    const members = identity.map((name) => stringLiteral(String(name))).join(" | ");
    return this.names.declare({
      name: `${input.replace(/Input$/, "")}Key`,
      type: `Pick<${input}, ${members}>`,
      open: true,
      text: `The fields of ${input} that tell one from another.`,
    });
  }

  /** The schema of a property as it stands, so that a `$ref` can be seen. */
  #property(schema: unknown, name: string): unknown {
    const target = this.deref(schema);
    const own = getAt(target, ["properties", name]);
    if (own !== undefined) return own;
    const parts = listOf(getAt(target, ["allOf"]));
    return parts.map((part) => this.#property(part, name)).find((found) => found !== undefined);
  }

  #items(list: unknown): unknown {
    return getAt(this.deref(list), ["items"]);
  }
}

function operationIdOf({ operation }: FoundOperation): string {
  return String(operation.operationId);
}

function argumentName(wire: string, taken: readonly string[]): string {
  let name = camelCase(wire);
  while (isReserved(name) || isTaken(name) || taken.includes(name)) name += "Value";
  return name;
}

/** What a list sends by itself: where a page begins, and what never changes. */
function walkNames(rule: JsonObject): string[] {
  return [...strings([rule.position]), ...Object.keys(Object(rule.fixed))];
}

function without(type: string, names: readonly string[]): string {
  if (names.length === 0) return type;
  return `Omit<${type}, ${names.map((name) => stringLiteral(name)).join(" | ")}>`;
}

function askedText(
  operation: JsonObject,
  rule: JsonObject,
  deref: Deref,
  { pathItem }: FoundOperation,
): string {
  if (typeof rule.limit !== "string") return "filters.";
  const parameter = parametersOf(operation, pathItem, deref).find((one) => one.name === rule.limit);
  const body = propertiesOf(requestSchema(operation, deref), deref);
  const schema = Object(rule.in === "body" ? body[rule.limit] : deref(parameter?.schema));
  const { minimum, maximum, default: preset } = schema;
  const range =
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum} items` : "items";
  const usual = preset === undefined ? "the service's own" : String(preset);
  return `filters, and \`${rule.limit}\` as page size (${range}; default: ${usual}).`;
}

/** Whether a schema's type has members that are known: only such may be an interface. */
function isOpen(node: unknown, deref: Deref): boolean {
  const schema = deref(node);
  if (!isObject(schema) || schema.nullable === true) return false;
  if (["oneOf", "anyOf", "enum", "const", "not"].some((key) => schema[key] !== undefined))
    return false;
  const parts = listOf(schema.allOf);
  if (!parts.every((part) => isOpen(part, deref))) return false;
  return (
    schema.type === "object" ||
    (schema.type === undefined && (isObject(schema.properties) || parts.length > 0))
  );
}
