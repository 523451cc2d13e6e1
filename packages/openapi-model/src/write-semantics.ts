import { isObject, type JsonObject, listOf } from "./json.js";
import { keysPointer, pointerKeys } from "./json-pointer.js";
import {
  type FoundOperation,
  parametersOf,
  readingOperation,
  requestSchema,
  successSchema,
} from "./operations.js";
import type { Problem } from "./problem.js";
import type { Deref } from "./references.js";
import {
  isNullable,
  isPlainList,
  itemsOf,
  keywordOf,
  propertiesOf,
  requiredOf,
  schemaAt,
  typeOf,
  typesOf,
} from "./schemas.js";

/** The way to a field below a body or an entry: `["target", "port"]`. */
export type Keys = readonly string[];

/** How a PUT replaces lists whole: what `x-write-semantics` says, proven against the schemas. */
export interface WriteSemantics {
  /** The path parameters that together name the resource, in the order of the path; at least one. */
  readonly ids: readonly string[];
  /** The GET that shows what the PUT replaces. */
  readonly read: FoundOperation;
  readonly lists: readonly ReplacedList[];
  /** Most entries of all lists together. */
  readonly maxItems: number | undefined;
  /** What every write sends back as it was read last. */
  readonly keep: readonly SharedField[];
  /** The version that a write sends back so that the service can tell whether it is the latest. */
  readonly version: SharedField | undefined;
  /** Where a success response of the PUT lists what failed. */
  readonly failures: Keys | undefined;
}

/** What both the response of the read and the body of the PUT have. */
export interface SharedField {
  /** Where it stands in the response of the read. */
  readonly from: Keys;
  /** Where it stands in the body of the PUT. */
  readonly to: Keys;
  /** What the body may hold there. */
  readonly schema: JsonObject;
}

/** A list that a PUT replaces whole. */
export interface ReplacedList extends SharedField {
  /** For names of functions: `InboundRules`. */
  readonly noun: string;
  /** Whether its entries are plain strings, each its own identity. */
  readonly plain: boolean;
  /** What tells entries apart: these fields, the whole entry, or its place in the list. */
  readonly identity: readonly Keys[] | "value" | "position";
  /** Fields of the identity that an entry may lack; such an entry is told apart by its whole value. */
  readonly optional: readonly Keys[];
  /** Whether the order of entries means something. */
  readonly ordered: boolean;
  /** Lists inside an entry whose order means nothing; the way there passes through lists in between. */
  readonly sets: readonly Keys[];
  /** Schema of an entry in the body. */
  readonly item: JsonObject;
  /** Schema of an entry in the response of the read. */
  readonly readItem: JsonObject;
}

const ofLists = ["list", "from", "name", "identity", "optional", "ordered", "sets"];
const ofRules = ["read", "lists", "maxItems", "keep", "version", "failures"];

/**
 * Reads an operation's `x-write-semantics` and proves it: what it names must stand in the body of the PUT and
 * in the response of the read, with the same type; what tells entries apart must do so; and nothing that the
 * body requires may stay empty.
 *
 * @param found the PUT.
 * @param operations of the whole document.
 * @returns the rule, or what is wrong with it; neither when the operation has none.
 */
export function writeSemantics(
  found: FoundOperation,
  operations: readonly FoundOperation[],
  deref: Deref,
): { rule: WriteSemantics | undefined; problems: readonly Problem[] } {
  const said = found.operation["x-write-semantics"];
  if (said === undefined) return { rule: undefined, problems: [] };
  const reader = new RuleReader(found, operations, deref);
  const rule = isObject(said) ? reader.rule(said) : reader.report([], "must be a mapping");
  return { rule: reader.problems.length > 0 ? undefined : rule, problems: reader.problems };
}

type Path = readonly (string | number)[];

class RuleReader {
  readonly problems: Problem[] = [];
  readonly #found: FoundOperation;
  readonly #operations: readonly FoundOperation[];
  readonly #deref: Deref;
  readonly #body: unknown;

  constructor(found: FoundOperation, operations: readonly FoundOperation[], deref: Deref) {
    this.#found = found;
    this.#operations = operations;
    this.#deref = deref;
    this.#body = requestSchema(found.operation, deref);
  }

  report(path: Path, message: string): undefined {
    this.problems.push({
      message: `x-write-semantics: ${message}.`,
      path: ["x-write-semantics", ...path],
    });
  }

  rule(said: JsonObject): WriteSemantics | undefined {
    this.#known(said, said.lists === undefined ? [...ofLists, ...ofRules] : ofRules, []);
    const { method, path } = this.#found;
    if (method !== "put") {
      this.report([], `stands at a ${method.toUpperCase()}, but only a PUT replaces lists`);
    }
    const ids = this.#ids(path);
    const read = this.#read(said.read);
    const response = read && successSchema(read.operation, this.#deref);
    const lists = this.#lists(said, response, String(said.read));
    const keep = this.#keep(said.keep, response, String(said.read));
    const version =
      said.version === undefined
        ? undefined
        : this.#version(said.version, response, String(said.read));
    const { maxItems } = said;
    if (maxItems !== undefined && !(Number.isInteger(maxItems) && Number(maxItems) > 0)) {
      this.report(["maxItems"], "maxItems must be a whole number, 1 or more");
    }
    const failures = said.failures === undefined ? undefined : this.#failures(said.failures);
    const written = [...lists, ...keep, ...(version ? [version] : [])].map(({ to }) => to);
    if (this.problems.length > 0) return undefined;
    this.#apart(written);
    this.#filled(this.#body, [], written);
    if (read === undefined || ids.length === 0) return undefined;
    const most = maxItems === undefined ? undefined : Number(maxItems);
    return { ids, read, lists, maxItems: most, keep, version, failures };
  }

  #known(said: JsonObject, known: readonly string[], path: Path): void {
    for (const key of Object.keys(said)) {
      if (known.includes(key)) continue;
      const where = said.lists !== undefined && ofLists.includes(key);
      const hint = where ? "it belongs into a list of lists" : `known: ${known.join(", ")}`;
      this.report([...path, key], `${label([...path, key])} is not known (${hint})`);
    }
  }

  /** The parameters of the path that name the resource: all but those that the client knows. */
  #ids(path: string): string[] {
    const { operation, pathItem } = this.#found;
    const known = parametersOf(operation, pathItem, this.#deref).filter(
      (one) => one.in === "path" && one["x-client-parameter"] === true,
    );
    const ids = parametersIn(path).filter((name) => known.every((one) => one.name !== name));
    if (ids.length === 0) {
      this.report([], `the path ${path} has no parameter that names the resource`);
    }
    return ids;
  }

  #read(id: unknown): FoundOperation | undefined {
    const read = readingOperation(this.#operations, id);
    if (read === undefined) {
      return this.report(
        ["read"],
        `read names "${id}", which is not the operationId of a GET operation`,
      );
    }
    const own = parametersIn(this.#found.path);
    const strange = parametersIn(read.path).filter((name) => !own.includes(name));
    if (strange.length > 0) {
      const path = this.#found.path;
      this.report(["read"], `read: ${read.path} needs ${strange.join(", ")}, which ${path} lacks`);
    }
    return read;
  }

  #lists(said: JsonObject, response: unknown, read: string): ReplacedList[] {
    if (said.lists === undefined) return this.#list(said, [], response, read);
    if (!Array.isArray(said.lists) || said.lists.length === 0) {
      this.report(["lists"], "lists must be a list of mappings, not empty");
      return [];
    }
    const lists = said.lists.flatMap((one: unknown, index) => {
      const path = ["lists", index];
      if (isObject(one)) {
        this.#known(one, ofLists, path);
        return this.#list(one, path, response, read);
      }
      this.report(path, `${label(path)} must be a mapping`);
      return [];
    });
    for (const [index, { noun }] of lists.entries()) {
      if (lists.findIndex((other) => other.noun === noun) === index) continue;
      this.report(["lists", index], `two lists have the name ${noun}: give one of them a name`);
    }
    return lists;
  }

  /** A list, as a list of one; empty when it is wrong. */
  #list(said: JsonObject, path: Path, response: unknown, read: string): ReplacedList[] {
    const deref = this.#deref;
    const at = (key: string): Path => [...path, key];
    const { ordered } = said;
    if (typeof ordered !== "boolean") {
      this.report(at("ordered"), `${label(at("ordered"))} must be true or false`);
    }
    const to = this.#keys(said.list, at("list"));
    const from = said.from === undefined ? to : this.#keys(said.from, at("from"));
    if (to === undefined || from === undefined) return [];
    const schema = schemaAt(this.#body, to, deref);
    const item = itemsOf(schema, deref);
    const plain = isPlainList(schema, deref);
    const fields = propertiesOf(item, deref);
    const byFields = said.identity !== "value" && said.identity !== "position";
    const isEntry = plain || isObjects(item, deref, byFields);
    if (!schema || !item || typeOf(schema, deref) !== "array" || !isEntry) {
      const there = Object.keys(propertiesOf(schemaAt(this.#body, to.slice(0, -1), deref), deref));
      this.report(
        at("list"),
        `${label(at("list"))} names "${said.list}", which is not an array of objects or strings in the body (there are: ${there.join(", ") || "none"})`,
      );
      return [];
    }
    const noun = this.#noun(said.name, to, path);
    const identity = plain
      ? this.#plainIdentity(said.identity, at("identity"))
      : this.#identity(said.identity, fields, item, at("identity"));
    if (identity === "position" && ordered === false) {
      this.report(at("ordered"), "entries that their position tells apart must be ordered: true");
    }
    const optional = this.#optional(said.optional, identity, at("optional"));
    const sets = this.#sets(said.sets, item, at("sets"));
    if (response === undefined) return [];
    const shown = schemaAt(response, from, deref);
    const readItem = itemsOf(shown, deref);
    const isSame = plain ? isPlainList(shown, deref) : isObjects(readItem, deref, byFields);
    if (!readItem || !isSame || typeOf(shown, deref) !== "array") {
      const place = said.from ?? said.list;
      const kind = plain ? "strings" : "objects";
      this.report(
        said.from === undefined ? ["read"] : at("from"),
        `read: the response of ${read} has no array of ${kind} "${place}"`,
      );
      return [];
    }
    const list: ReplacedList = {
      from,
      to,
      schema,
      noun,
      plain,
      identity,
      optional,
      ordered: ordered === true,
      sets,
      item,
      readItem,
    };
    if (!plain) this.#shown(list, String(said.from ?? said.list), read, path);
    return [list];
  }

  #noun(name: unknown, to: Keys, path: Path): string {
    const noun = name ?? pascalCase(to.at(-1) ?? "");
    if (typeof noun === "string" && /^[A-Z][A-Za-z0-9]*$/.test(noun)) return noun;
    const what = `a noun such as "InboundRules", of letters and digits, that begins with a capital`;
    this.report([...path, "name"], `${label([...path, "name"])} must be ${what}`);
    return "";
  }

  #plainIdentity(said: unknown, path: Path): readonly Keys[] {
    if (Array.isArray(said) && said.length === 0) return [];
    const why = "the list has plain strings, and each is its own identity";
    this.report(path, `${label(path)} must be []: ${why}`);
    return [];
  }

  #identity(
    said: unknown,
    fields: Readonly<Record<string, JsonObject>>,
    item: JsonObject,
    path: Path,
  ): ReplacedList["identity"] {
    if (said === "value" || said === "position") return said;
    if (!Array.isArray(said) || said.length === 0) {
      this.report(path, `${label(path)} must be a list of field names, "value" or "position"`);
      return [];
    }
    return said.flatMap((one: unknown, index) => {
      const where = [...path, index];
      const whole = isObject(one) && Object.keys(one).join() === "value";
      const name = whole ? one.value : one;
      const keys = this.#keys(name, where);
      if (keys === undefined) return [];
      const field = schemaAt(item, keys, this.#deref);
      if (field === undefined) {
        const there = Object.keys(fields).join(", ");
        this.report(
          where,
          `${label(path)} names "${name}", which no entry has (there are: ${there})`,
        );
        return [];
      }
      const kind = structureOf(field, this.#deref);
      if (kind !== undefined && !whole) {
        const instead =
          kind === "an object" ? `fields inside it ("/${keys.join("/")}/…"), or ` : "";
        this.report(
          where,
          `${label(path)} names "${name}", which is ${kind}: name ${instead}{ value: ${name} } to compare the whole`,
        );
      }
      this.#mayIdentify(field, `${label(path)} names "${name}", which`, where);
      return [keys];
    });
  }

  #mayIdentify(field: JsonObject, what: string, path: Path): void {
    if (keywordOf(field, "readOnly", this.#deref) === true) {
      this.report(path, `${what} is read-only: a new entry has none`);
    }
    if (isSecret(field, this.#deref)) {
      this.report(path, `${what} is secret: errors show what tells entries apart`);
    }
  }

  #optional(said: unknown, identity: ReplacedList["identity"], path: Path): readonly Keys[] {
    if (said === undefined) return [];
    if (!Array.isArray(said)) {
      this.report(path, `${label(path)} must be a list of fields of the identity`);
      return [];
    }
    return said.flatMap((name: unknown, index) => {
      const keys = this.#keys(name, [...path, index]);
      if (keys === undefined) return [];
      const known = typeof identity !== "string" && identity.some((one) => same(one, keys));
      if (known) return [keys];
      this.report(
        [...path, index],
        `${label(path)} names "${name}", which is not a field of the identity`,
      );
      return [];
    });
  }

  #sets(said: unknown, item: JsonObject, path: Path): readonly Keys[] {
    if (said === undefined) return [];
    if (!Array.isArray(said)) {
      this.report(path, `${label(path)} must be a list of fields that are arrays`);
      return [];
    }
    return said.flatMap((name: unknown, index) => {
      const keys = this.#keys(name, [...path, index]);
      if (keys === undefined) return [];
      if (typeOf(schemaThrough(item, keys, this.#deref), this.#deref) === "array") return [keys];
      this.report(
        [...path, index],
        `${label(path)} names "${name}", which is not an array of an entry`,
      );
      return [];
    });
  }

  /** Proves that the read shows of each entry what tells it apart, and what a write would reset. */
  #shown(list: ReplacedList, place: string, read: string, path: Path): void {
    const deref = this.#deref;
    const { identity, optional, item, readItem } = list;
    const entries = `read: entries of "${place}" in the response of ${read}`;
    const lacking: string[] = [];
    for (const [index, keys] of (typeof identity === "string" ? [] : identity).entries()) {
      const field = schemaAt(readItem, keys, deref);
      const name = placeOf(keys);
      if (field === undefined) {
        lacking.push(name);
        continue;
      }
      const where = [...path, "identity", index];
      const own = schemaAt(item, keys, deref);
      const differ = typesDiffer(own, field, deref);
      if (differ) this.report(where, `${entries} have ${name} as ${differ}`);
      if (keywordOf(field, "readOnly", deref) === true) {
        this.report(where, `${entries} have ${name} as read-only: a new entry has none`);
      }
      const mayLack = optional.some((one) => same(one, keys));
      if (isNullable(field, deref) && !mayLack && keywordOf(own, "default", deref) === undefined) {
        this.report(where, `${entries} may have ${name} as null: list it in optional`);
      }
    }
    if (lacking.length > 0) {
      this.report(["read"], `${entries} lack ${lacking.join(", ")}`);
      return;
    }
    const lost = lostFields(item, readItem, deref);
    if (lost.length === 0) return;
    const them = lost.map(placeOf).join(", ");
    this.report(["read"], `${entries} do not show ${them}, which a write would reset`);
  }

  #keep(said: unknown, response: unknown, read: string): SharedField[] {
    if (said !== undefined && !Array.isArray(said)) {
      this.report(["keep"], "keep must be a list of fields");
    }
    return listOf(said).flatMap((one, index) => {
      const path = ["keep", index];
      const field = this.#shared(one, path);
      if (field === undefined || response === undefined) return [];
      const schema = schemaAt(this.#body, field.to, this.#deref);
      const shown = schemaAt(response, field.from, this.#deref);
      if (schema === undefined || shown === undefined) {
        const name = schema === undefined ? field.to : field.from;
        return this.#none(
          path,
          `keep names "${placeOf(name)}", which is missing from the body or from the response of ${read}`,
        );
      }
      const differ = typesDiffer(schema, shown, this.#deref);
      if (differ === undefined) return [{ ...field, schema }];
      return this.#none(
        path,
        `keep: the response of ${read} has ${placeOf(field.from)} as ${differ}`,
      );
    });
  }

  #version(said: unknown, response: unknown, read: string): SharedField | undefined {
    const path = ["version"];
    const field = this.#shared(said, path);
    if (field === undefined || response === undefined) return undefined;
    const schema = schemaAt(this.#body, field.to, this.#deref);
    const shown = schemaAt(response, field.from, this.#deref);
    if (schema === undefined) {
      return this.report(
        path,
        `version names "${placeOf(field.to)}", which is missing from the body`,
      );
    }
    if (shown === undefined) {
      const name = placeOf(field.from);
      return this.report(
        path,
        `version names "${name}", which the response of ${read} does not show`,
      );
    }
    const types = [...typesOf(schema, this.#deref), ...typesOf(shown, this.#deref)];
    if (!types.every((type) => type === "string" || type === "integer")) {
      return this.report(path, "version must be a text or a whole number");
    }
    const differ = typesDiffer(schema, shown, this.#deref);
    if (differ) {
      return this.report(path, `version: the response of ${read} has it as ${differ}`);
    }
    if (keywordOf(schema, "readOnly", this.#deref) === true) {
      return this.report(
        path,
        `version names "${placeOf(field.to)}", which the body never carries`,
      );
    }
    return { ...field, schema };
  }

  #failures(said: unknown): Keys | undefined {
    const keys = this.#keys(said, ["failures"]);
    if (keys === undefined) return undefined;
    const field = schemaAt(successSchema(this.#found.operation, this.#deref), keys, this.#deref);
    if (typeOf(field, this.#deref) === "array") return keys;
    return this.report(
      ["failures"],
      `failures names "${said}", which is not an array in the response`,
    );
  }

  #none(path: Path, message: string): [] {
    this.report(path, message);
    return [];
  }

  /** A field under one name on both sides, or `{ from, to }`. */
  #shared(said: unknown, path: Path): Omit<SharedField, "schema"> | undefined {
    if (!isObject(said)) {
      const keys = this.#keys(said, path);
      return keys && { from: keys, to: keys };
    }
    this.#known(said, ["from", "to"], path);
    const from = this.#keys(said.from, [...path, "from"]);
    const to = this.#keys(said.to, [...path, "to"]);
    return from && to && { from, to };
  }

  #keys(place: unknown, path: Path): Keys | undefined {
    if (typeof place === "string" && place !== "" && place !== "/") {
      return place.startsWith("/") ? pointerKeys(place) : [place];
    }
    return this.report(path, `${label(path)} must be the name of a field, or a pointer to it`);
  }

  /** What is written must not stand inside something else that is written: one would undo the other. */
  #apart(written: readonly Keys[]): void {
    written.forEach((keys, index) => {
      const other = written.find(
        (one, at) => at !== index && (at < index || one.length < keys.length) && within(keys, one),
      );
      if (other === undefined) return;
      this.report(
        [],
        `${keysPointer(keys)} of the body is written twice, with ${keysPointer(other)}`,
      );
    });
  }

  /** What the body requires, at any depth that is written, must come from somewhere. */
  #filled(schema: unknown, above: Keys, written: readonly Keys[]): void {
    const fields = propertiesOf(schema, this.#deref);
    for (const name of new Set([...Object.keys(fields), ...requiredOf(schema, this.#deref)])) {
      const keys = [...above, name];
      if (written.some((one) => same(one, keys))) continue;
      if (written.some((one) => within(one, keys))) {
        this.#filled(fields[name], keys, written);
      } else if (
        requiredOf(schema, this.#deref).includes(name) &&
        keywordOf(fields[name], "readOnly", this.#deref) !== true
      ) {
        this.report(
          [],
          `the body requires ${keysPointer(keys)}, which neither a list nor keep nor version fills`,
        );
      }
    }
  }
}

/** `["lists", 0, "identity"]` as `lists[0].identity`. */
function label(path: Path): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .slice(1);
}

/** As a rule writes it: a name, or a pointer where one name does not lead there. */
function placeOf(keys: Keys): string {
  const [name = ""] = keys;
  return keys.length === 1 && !name.startsWith("/") ? name : keysPointer(keys);
}

function parametersIn(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
}

function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function same(a: Keys, b: Keys): boolean {
  return a.length === b.length && within(a, b);
}

/** Whether `keys` lead to `outer` or to something inside it. */
function within(keys: Keys, outer: Keys): boolean {
  return outer.every((key, index) => keys[index] === key);
}

/** Whether a schema is one of objects; those whose fields are not known have no field that identifies. */
function isObjects(schema: unknown, deref: Deref, needsFields: boolean): boolean {
  if (Object.keys(propertiesOf(schema, deref)).length > 0) return true;
  return !needsFields && typesOf(schema, deref).every((type) => type === "object");
}

/** Says of a schema that it has parts of its own, which have no text that tells two of them apart. */
function structureOf(schema: JsonObject, deref: Deref): string | undefined {
  const types = typesOf(schema, deref);
  if (types.includes("array") || itemsOf(schema, deref)) return "an array";
  const parts = Object.keys(propertiesOf(schema, deref)).length > 0;
  return types.includes("object") || parts ? "an object" : undefined;
}

function isSecret(schema: JsonObject, deref: Deref): boolean {
  return (
    keywordOf(schema, "x-secret", deref) === true ||
    keywordOf(schema, "writeOnly", deref) === true ||
    keywordOf(schema, "format", deref) === "password"
  );
}

/** How the types of what is read and what is written disagree, in words; nothing where one does not say. */
function typesDiffer(own: unknown, shown: unknown, deref: Deref): string | undefined {
  const [mine, theirs] = [typesOf(own, deref), typesOf(shown, deref)];
  if (mine.length === 0 || theirs.every((type) => mine.includes(type))) return undefined;
  return `${theirs.join(" or ")}, but the body as ${mine.join(" or ")}`;
}

/** What stands at `keys`, with every list on the way passed through. */
function schemaThrough(schema: unknown, keys: Keys, deref: Deref): unknown {
  let current = schema;
  for (const key of keys) {
    while (typeOf(current, deref) === "array") current = itemsOf(current, deref);
    current = schemaAt(current, [key], deref);
  }
  return current;
}

/** Fields of an entry that a write sends and no read shows. */
function lostFields(
  item: unknown,
  readItem: unknown,
  deref: Deref,
  above: Keys = [],
  around: readonly unknown[] = [],
): Keys[] {
  const shown = propertiesOf(readItem, deref);
  // Without fields nothing is known of what is shown; what holds itself was looked at already.
  if (Object.keys(shown).length === 0 || around.includes(deref(item))) return [];
  const sent = Object.entries(propertiesOf(item, deref));
  return sent.flatMap(([name, field]) => {
    const keys = [...above, name];
    if (keywordOf(field, "readOnly", deref) === true) return [];
    const seen = Object.hasOwn(shown, name) ? shown[name] : undefined;
    if (seen === undefined || keywordOf(seen, "writeOnly", deref) === true) return [keys];
    return lostFields(itemsOf(field, deref) ?? field, itemsOf(seen, deref) ?? seen, deref, keys, [
      ...around,
      deref(item),
    ]);
  });
}
