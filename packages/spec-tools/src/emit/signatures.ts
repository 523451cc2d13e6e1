import {
  type FoundOperation,
  type JsonObject,
  operationsOf,
  type Pagination,
  type Place,
  placeName,
  propertiesOf,
  type ReplacedList,
  readPagination,
  requiredOf,
  type SharedField,
  typeOf,
  type WriteSemantics,
  writeSemantics,
} from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import { isTaken } from "../documents/taken-names.js";
import { namesOfClient } from "./client.js";
import { firstParagraph, sentence } from "./docstring.js";
import { stringLiteral } from "./literal.js";
import {
  argumentName,
  type IdArgument,
  type InputArgument,
  OperationTypes,
  operationIdOf,
  type PathArgument,
} from "./operation-types.js";
import { isPlural, pascalCase, singularOf, type TypeNames, wordsOf } from "./type-names.js";

/** What all functions have, whatever they do. */
interface Signature {
  operationId: string;
  found: FoundOperation;
  path: PathArgument[];
}

/** The function of a list that is read page by page. */
export interface ListSignature extends Signature {
  item: string;
  query?: InputArgument | undefined;
  headers?: InputArgument | undefined;
  /** Of the body. */
  filters?: InputArgument | undefined;
  rule: Pagination;
}

/** The functions of a list that is replaced whole. */
export interface EditSignature extends Signature {
  noun: string;
  /** What the entries are called in prose. */
  words: string;
  /** The argument that holds entries. */
  argument: string;
  /** The entries as they are read, as they are written, and as much of them as names one. */
  stored: string;
  input: string;
  key: string;
  /** The GET that shows the list. */
  read: FoundOperation;
  /** The argument that names the resource. */
  id: IdArgument;
  /** Type of the options. */
  options: string;
  /** What an entry is, in the words of the document. */
  entryText: string;
  list: ReplacedList;
  /** Names the list in the rule of a PUT that replaces several. */
  place?: string | undefined;
  /** Whether the service may do part of a write. */
  partly: boolean;
}

/** The options of edits whose write sets more than lists. */
export interface EditOptionsType {
  name: string;
  words: string;
  /** What may be set beside, as TypeScript. */
  also: string;
}

/** The function that edits all lists of one PUT. */
export interface ListsSignature extends Signature {
  /** The GET that shows the lists. */
  read: FoundOperation;
  id: IdArgument;
  name: string;
  lists: string;
  options: string;
  words: string;
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
  together: ListsSignature[];
  editOptions: EditOptionsType[];
  calls: CallSignature[];
}

/**
 * Decides what the functions of a package take and return. An operation gets a list function, or edit
 * functions, or else a function that calls it once. One whose body or response is not JSON gets none: it is
 * called on the client.
 *
 * @throws InputError when two functions would have one name.
 */
export function signaturesOf(api: Api, document: JsonObject): Signatures {
  const taken = namesOfClient(api, document);
  const types = new OperationTypes(document, taken);
  const { names, deref } = types;
  const all: Signatures = { names, lists: [], edits: [], together: [], editOptions: [], calls: [] };
  const operations = operationsOf(document.paths);
  for (const found of operations) {
    const { rule: paging } = readPagination(found, deref);
    const { rule: writing } = writeSemantics(found, operations, deref);
    if (paging !== undefined) all.lists.push(listSignature(types, found, paging));
    else if (writing !== undefined) addEdits(all, types, found, writing);
    else all.calls.push(...callSignature(types, found));
  }
  requireOneNameEach(api, all, taken);
  return all;
}

function shared(types: OperationTypes, found: FoundOperation): Signature {
  return { operationId: operationIdOf(found), found, path: types.path(found) };
}

function listSignature(
  types: OperationTypes,
  found: FoundOperation,
  rule: Pagination,
): ListSignature {
  const ours = walkedPlaces(rule);
  const sizes =
    rule.limit && typeOf(rule.limit.schema, types.deref) === "string" ? [rule.limit] : [];
  const namesIn = (places: readonly Place[], where: Place["in"]) =>
    places.flatMap((place) => {
      const nested = place.in === "body" && place.keys.length !== 1;
      return place.in !== where || nested ? [] : place.in === "body" ? place.keys : [place.name];
    });
  const response = types.response(found);
  const id = operationIdOf(found);
  const item =
    response === undefined
      ? "unknown"
      : types.entry(
          types.at(response, rule.items.keys),
          `${pascalCase(id)}Item`,
          `An item of ${id}.`,
        );
  const of = (place: "query" | "header") => {
    const argument = types.parameters(found, place, namesIn(ours, place), namesIn(sizes, place));
    return (
      argument && {
        ...argument,
        text: place === rule.limit?.in ? sizeText(rule.limit) : "filters.",
      }
    );
  };
  const hasBody = rule.method === "post";
  const leftOut = namesIn(ours, "body");
  const filters = hasBody ? types.filters(found, leftOut, namesIn(sizes, "body")) : undefined;
  const body = types.body(found);
  const required = requiredOf(body?.schema, types.deref).some(
    (name) => !leftOut.includes(name) && name !== namesIn(sizes, "body")[0],
  );
  return {
    ...shared(types, found),
    item,
    query: of("query"),
    headers: of("header"),
    filters: filters && {
      ...filters,
      required,
      text: rule.limit?.in === "body" ? sizeText(rule.limit) : "filters.",
    },
    rule,
  };
}

/** The places of a request that a walk fills in, so that no argument is for them. */
export function walkedPlaces(rule: Pagination): Place[] {
  return [...("position" in rule ? [rule.position] : []), ...rule.fixed.map(({ place }) => place)];
}

/** What a list may be told, its page size included. */
function sizeText(limit: Place): string {
  const { minimum, maximum, default: preset } = limit.schema;
  const range =
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum} items` : "items";
  const usual = preset === undefined ? "the service's own" : String(preset);
  return `filters, and \`${placeName(limit)}\` as page size (${range}; default: ${usual}).`;
}

function addEdits(
  all: Signatures,
  types: OperationTypes,
  found: FoundOperation,
  rule: WriteSemantics,
): void {
  const { lists, keep, failures } = rule;
  const several = lists.length > 1;
  const id = pascalCase(operationIdOf(found));
  const [first] = lists;
  const owner = several || first === undefined ? id : singularOf(first.noun);
  const options = keep.length > 0 ? `${owner}EditOptions` : "EditOptions";
  const edits = lists.map((list) =>
    editSignature(types, found, rule, list, { options, several, partly: failures !== undefined }),
  );
  all.edits.push(...edits);
  const words = edits.map((edit) => edit.words).join(" and ");
  if (keep.length > 0)
    all.editOptions.push({ name: options, words, also: alsoType(types, found, keep) });
  const body = types.body(found);
  const places = lists.flatMap(({ to }) => (to.length === 1 ? to : []));
  if (!several || body === undefined || places.length < lists.length) return;
  const members = places.map((place) => stringLiteral(place)).join(" | ");
  all.together.push({
    ...shared(types, found),
    read: rule.read,
    id: types.id(found),
    name: `edit${lists.map(({ noun }) => noun).join("And")}`,
    lists: all.names.declare({
      name: `${id}Lists`,
      type: `Required<Pick<${body.type}, ${members}>>`,
      open: true,
      text: `The lists that ${operationIdOf(found)} replaces.`,
    }),
    options,
    words,
  });
}

function editSignature(
  types: OperationTypes,
  found: FoundOperation,
  rule: WriteSemantics,
  list: ReplacedList,
  of: { options: string; several: boolean; partly: boolean },
): EditSignature {
  const { noun, to, from, item } = list;
  const singular = singularOf(noun);
  const plural = isPlural(noun);
  const { title } = list.schema;
  const words = typeof title === "string" ? title : wordsOf(noun);
  const id = types.id(found);
  const taken = ["client", "options", "change", "intent", "plan", id.name];
  const body = types.body(found);
  const response = types.response(rule.read);
  const entry = (side: typeof body, keys: readonly string[], wanted: string, how: string) =>
    side === undefined || list.plain
      ? "string"
      : types.entry(types.at(side, keys), wanted, `One of the ${words} as it is ${how}.`);
  const input = entry(body, to, `${singular}Input`, "written");
  return {
    ...shared(types, found),
    read: rule.read,
    id,
    noun,
    words: plural ? words : `entries of the ${words}`,
    argument: plural ? argumentName(noun, taken) : argumentName("entries", taken),
    stored: entry(response, from, singular, "read"),
    input,
    key: list.plain ? "string" : keyType(types, list, input),
    options: of.options,
    entryText: sentence(firstParagraph(item.description)),
    list,
    place: of.several ? placeName({ in: "body", keys: [...to] }) : undefined,
    partly: of.partly,
  };
}

/** What names an entry: the fields of its identity, or all of it where that is what tells entries apart. */
function keyType(types: OperationTypes, list: ReplacedList, input: string): string {
  const { identity, optional, item, readItem } = list;
  if (typeof identity === "string" || optional.length > 0) return input;
  if (identity.some((keys) => keys.length !== 1)) return input;
  const shown = propertiesOf(readItem, types.deref);
  const writable = Object.entries(propertiesOf(item, types.deref)).filter(
    ([name, schema]) => schema.readOnly !== true && shown[name]?.readOnly !== true,
  );
  if (identity.length === 0 || identity.length === writable.length) return input;
  const members = identity.flat().map((name) => stringLiteral(name));
  return types.names.declare({
    name: `${input.replace(/Input$/, "")}Key`,
    type: `Pick<${input}, ${members.join(" | ")}>`,
    open: true,
    text: `The fields of ${input} that tell one from another.`,
  });
}

/** What else a write may set, in the shape of the PUT's body. */
function alsoType(
  types: OperationTypes,
  found: FoundOperation,
  keep: readonly SharedField[],
): string {
  const body = types.body(found);
  return body === undefined
    ? "object"
    : picked(
        body.type,
        keep.map(({ to }) => to),
      );
}

function picked(type: string, fields: readonly (readonly string[])[]): string {
  const own = fields.filter((keys) => keys.length === 1).flat();
  const outer = [...new Set(fields.filter((keys) => keys.length > 1).map(([key]) => key ?? ""))];
  const parts = outer.map((key) => {
    const inner = fields
      .filter((keys) => keys.length > 1 && keys[0] === key)
      .map((keys) => keys.slice(1));
    const name = stringLiteral(key);
    return `{ ${name}?: ${picked(`NonNullable<${type}[${name}]>`, inner)} }`;
  });
  const members = own.map((name) => stringLiteral(name)).join(" | ");
  return [...(own.length > 0 ? [`Partial<Pick<${type}, ${members}>>`] : []), ...parts].join(" & ");
}

/** Nothing for an operation whose body or response is not JSON. */
function callSignature(types: OperationTypes, found: FoundOperation): CallSignature[] {
  const body = types.bodyArgument(found);
  const { requestBody } = found.operation;
  if (body === undefined && requestBody !== undefined) return [];
  const result = types.result(found);
  if (result === undefined) return [];
  const query = types.parameters(found, "query");
  const headers = types.parameters(found, "header");
  return [{ ...shared(types, found), body, query, headers, result }];
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

/** Names of the functions that edit a list. Entries that only their place tells apart cannot be named. */
export function editNames({ noun, list }: EditSignature): Partial<Record<EditVerb, string>> {
  const byName = {
    add: isPlural(noun) ? `add${noun}` : `addTo${noun}`,
    remove: isPlural(noun) ? `remove${noun}` : `removeFrom${noun}`,
    ensure: `ensure${noun}`,
  };
  return {
    replace: `replace${noun}`,
    ...(list.identity === "position" ? {} : byName),
    edit: `edit${noun}`,
    plan: `plan${noun}`,
    apply: `apply${noun}Plan`,
    verify: `verify${noun}`,
  };
}

function requireOneNameEach(
  api: Api,
  { lists, edits, together, calls }: Signatures,
  taken: readonly string[],
): void {
  const first = new Map<string, string>();
  const problems: string[] = [];
  const claim = (name: string, of: string, way: string) => {
    const other = first.get(name);
    if (other !== undefined || isTaken(name) || taken.includes(name)) {
      const has = other === undefined ? "generated files use it themselves" : `${other} has it`;
      problems.push(`${api.bundle}: ${of} needs the name ${name}, but ${has}; ${way}`);
    }
    first.set(name, of);
  };
  for (const { operationId } of [...lists, ...calls]) {
    claim(operationId, operationId, "give it another operationId");
  }
  const way = "give its x-write-semantics another name";
  for (const edit of edits) {
    for (const name of Object.values(editNames(edit))) claim(name, edit.operationId, way);
  }
  for (const { name, operationId } of together) claim(name, operationId, way);
  if (problems.length > 0) throw new InputError(...problems);
}
