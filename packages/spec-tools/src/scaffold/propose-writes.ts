import {
  type Deref,
  type FoundOperation,
  isObject,
  isPlainList,
  itemsOf,
  type JsonObject,
  keysPointer,
  keywordOf,
  propertiesOf,
  requestSchema,
  requiredOf,
  schemaAt,
  successSchema,
  typeOf,
  typesOf,
  writeSemantics,
} from "@cloud-clients/openapi-model";
import { pascalCase } from "./names.js";
import { nameOf } from "./upstream.js";

/** What is proposed for a PUT whose body has lists, or why nothing is. */
export interface WriteProposal {
  rule?: JsonObject;
  refused?: string;
}

type Keys = readonly string[];

const keyNames = /^(?:id|uuid|key|name|label|slug)$/i;
const setNames =
  /^(?:addresses|cidrs?|domains|groups|hosts|ids|ips?|ipv[46]|labels|members|networks|prefixes|sources|subnets|tags|targets|values|zones|\w+_ids|\w+Ids)$/i;
const versions = /^(?:version|revision|generation|etag|fingerprint|resource_?version)$/i;

/**
 * Proposes `x-write-semantics` for a PUT that sends lists which the GET of its path returns, checked against the
 * schemas. If no field certainly distinguishes entries, they are compared as a whole.
 */
export function proposeWrites(
  found: FoundOperation,
  operations: readonly FoundOperation[],
  deref: Deref,
): WriteProposal {
  if (found.method !== "put") return {};
  const body = requestSchema(found.operation, deref);
  const sent = listsIn(body, deref);
  if (sent.length === 0) return {};
  const read = operations.find(({ path, method }) => path === found.path && method === "get");
  const names = sent.map((keys) => placeOf(keys)).join(", ");
  if (!found.path.includes("{")) {
    return { refused: `replaces ${names}, but its path has no parameter that names the resource` };
  }
  if (read === undefined)
    return { refused: `replaces ${names}, but no GET of its path shows them` };
  const around = envelope(body, successSchema(read.operation, deref), sent, deref);
  if (around === undefined) {
    return { refused: `replaces ${names}, but the response of ${nameOf(read)} does not show them` };
  }
  const shape = { read, body, around, sent, deref };
  const reasons: string[] = [];
  for (const byValue of [false, true]) {
    const rule = ruleFor(shape, byValue);
    const operation = { ...found.operation, "x-write-semantics": rule };
    const own = { ...found, operation };
    const others = operations.map((one) => (one === found ? own : one));
    const { problems } = writeSemantics(own, others, deref);
    if (problems.length === 0) return { rule };
    reasons.push(problems[0]?.message ?? "");
  }
  const reason = (reasons.at(-1) ?? "").replace(/^x-write-semantics: /, "").replace(/\.$/, "");
  return { refused: `replaces ${names}, but ${reason}` };
}

interface Shape {
  read: FoundOperation;
  body: unknown;
  /** Where the response of the read has what the body has. */
  around: Keys;
  sent: readonly Keys[];
  deref: Deref;
}

/** The lists of a body that users edit: arrays of objects or of strings, at the top or in an object there. */
function listsIn(body: unknown, deref: Deref, above: Keys = []): Keys[] {
  return Object.entries(propertiesOf(body, deref)).flatMap(([name, schema]) => {
    const keys = [...above, name];
    if (keywordOf(schema, "readOnly", deref) === true) return [];
    if (typeOf(schema, deref) === "array") {
      const isList =
        isPlainList(schema, deref) || typesOf(itemsOf(schema, deref), deref).includes("object");
      return isList ? [keys] : [];
    }
    return above.length === 0 ? listsIn(schema, deref, keys) : [];
  });
}

/** The way into the response below which it has all that is sent: none, or one envelope. */
function envelope(
  body: unknown,
  response: unknown,
  sent: readonly Keys[],
  deref: Deref,
): Keys | undefined {
  const ways = [[], ...Object.keys(propertiesOf(response, deref)).map((name) => [name])];
  return ways.find((way) =>
    sent.every(
      (keys) =>
        typeOf(schemaAt(response, [...way, ...keys], deref), deref) ===
        typeOf(schemaAt(body, keys, deref), deref),
    ),
  );
}

function ruleFor(shape: Shape, byValue: boolean): JsonObject {
  const { read, body, around, sent, deref } = shape;
  const lists = sent.map((keys) => {
    const from = [...around, ...keys];
    const item = itemsOf(schemaAt(body, keys, deref), deref) ?? {};
    const sets = setsIn(item, deref);
    return {
      list: placeOf(keys),
      ...(around.length > 0 ? { from: placeOf(from) } : {}),
      ...identityOf(item, byValue, deref),
      ordered: isOrdered(schemaAt(body, keys, deref), deref),
      ...(sets.length > 0 ? { sets: sets.map(placeOf) } : {}),
    };
  });
  const response = successSchema(read.operation, deref);
  const others = Object.keys(propertiesOf(body, deref)).filter(
    (name) => !sent.some(([first]) => first === name),
  );
  const shown = others.filter((name) => {
    const own = schemaAt(body, [name], deref);
    return (
      schemaAt(response, [...around, name], deref) !== undefined &&
      keywordOf(own, "readOnly", deref) !== true &&
      keywordOf(own, "writeOnly", deref) !== true
    );
  });
  const version = shown.find((name) => versions.test(name));
  const keep = shown.filter((name) => name !== version).map((name) => shared(around, name));
  const [only] = lists;
  return {
    read: read.operation.operationId,
    ...(lists.length === 1 ? only : { lists }),
    ...(keep.length > 0 ? { keep } : {}),
    ...(version === undefined ? {} : { version: shared(around, version) }),
  };
}

/** A field of the body, and where the response has it. */
function shared(around: Keys, name: string): unknown {
  return around.length === 0 ? name : { from: placeOf([...around, name]), to: placeOf([name]) };
}

function identityOf(item: JsonObject, byValue: boolean, deref: Deref): JsonObject {
  if (typeOf(item, deref) === "string") return { identity: [] };
  const fields = Object.entries(propertiesOf(item, deref)).filter(
    ([, schema]) => keywordOf(schema, "readOnly", deref) !== true,
  );
  const required = requiredOf(item, deref);
  const isPlain = ([, schema]: [string, JsonObject]) =>
    ["string", "integer", "boolean"].includes(typeOf(schema, deref) ?? "");
  const key = fields.find((field) => isPlain(field) && keyNames.test(field[0]))?.[0];
  if (byValue) return { identity: "value" };
  if (key !== undefined) {
    return { identity: [key], ...(required.includes(key) ? {} : { optional: [key] }) };
  }
  const isFlat = fields.every(isPlain) && fields.every(([name]) => required.includes(name));
  return isFlat ? { identity: fields.map(([name]) => name) } : { identity: "value" };
}

function isOrdered(list: unknown, deref: Deref): boolean {
  const words = String(keywordOf(list, "description", deref) ?? "");
  return /\b(?:in order|ordered|first match|order (?:matters|of evaluation)|priority)\b/i.test(
    words,
  );
}

/** Lists of plain values in an entry that are marked as sets, or called as sets are. */
function setsIn(item: unknown, deref: Deref, above: Keys = []): Keys[] {
  return Object.entries(propertiesOf(item, deref)).flatMap(([name, schema]) => {
    const keys = [...above, name];
    if (typeOf(schema, deref) !== "array") {
      return above.length < 3 ? setsIn(schema, deref, keys) : [];
    }
    const isSet = keywordOf(schema, "uniqueItems", deref) === true || setNames.test(name);
    return isSet && typeOf(itemsOf(schema, deref), deref) !== "object" ? [keys] : [];
  });
}

function placeOf(keys: Keys): string {
  const [name = ""] = keys;
  return keys.length === 1 && !name.startsWith("/") ? name : keysPointer(keys);
}

const verbs = [
  "replace",
  "add",
  "addTo",
  "remove",
  "removeFrom",
  "ensure",
  "edit",
  "plan",
  "verify",
];

/**
 * Renames lists whose functions would have the same name as those of another list or operation: the name of the
 * resource goes first.
 *
 * @param ids operationIds of the API.
 */
export function tellNounsApart(
  proposals: readonly { found: FoundOperation; rule: JsonObject }[],
  ids: readonly string[],
): void {
  const nouns = proposals.flatMap(({ found, rule }) =>
    listsOf(rule).map((list) => {
      const noun = pascalCase(String(list.list).split("/").at(-1) ?? "");
      return { found, list, noun };
    }),
  );
  for (const { found, list, noun } of nouns) {
    const isShared = nouns.filter((other) => other.noun === noun).length > 1;
    const others = ids.filter((id) => id !== found.operation.operationId);
    const isCalled = verbs.some((verb) => others.includes(`${verb}${noun}`));
    if (!isShared && !isCalled) continue;
    const owner = found.path.split("/").findLast((part) => part !== "" && !part.startsWith("{"));
    list.name = pascalCase(`${(owner ?? "").replace(/s$/, "")} ${noun}`);
  }
}

function listsOf(rule: JsonObject): JsonObject[] {
  return Array.isArray(rule.lists) ? rule.lists.filter(isObject) : [rule];
}
