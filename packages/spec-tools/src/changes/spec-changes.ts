import {
  derefIn,
  fromPointer,
  getAt,
  isObject,
  type JsonObject,
  jsonSchema,
  listOf,
  methods,
  propertiesOf,
  requiredOf,
} from "@cloud-clients/openapi-model";
import { type Change, type Level, shownBoth } from "./change.js";
import type { Difference } from "./redocly-diff.js";
import { type Direction, nameOf, Uses } from "./uses.js";

/** What Redocly found, with what the two bundles say beside it. */
interface Case extends Difference {
  /** Which way it travels; none for what belongs to the API as a whole. */
  directions: ReadonlySet<Direction>;
  /** The node, before and now. */
  nodes: { before: unknown; after: unknown };
  /** The bundle as it is now. */
  document: JsonObject;
}

interface Verdict {
  level: Level;
  what: string;
}

/** Keywords that only people read. */
const prose = new Set([
  "contact",
  "deprecated",
  "description",
  "example",
  "examples",
  "externalDocs",
  "license",
  "summary",
  "tags",
  "termsOfService",
  "title",
  "version",
]);
const proseTypes = new Set(["Example", "ExamplesMap", "ExternalDocs", "Info", "Tag", "TagList"]);

/** What a keyword says where it is not written. */
const usual = new Map<string, unknown>([
  ["allowEmptyValue", false],
  ["allowReserved", false],
  ["deprecated", false],
  ["exclusiveMaximum", false],
  ["exclusiveMinimum", false],
  ["minItems", 0],
  ["minLength", 0],
  ["minProperties", 0],
  ["nullable", false],
  ["readOnly", false],
  ["required", false],
  ["uniqueItems", false],
  ["writeOnly", false],
  ["x-enum-open", false],
]);

/** Extensions that `rule-changes.ts` judges by their meaning. */
const judgedAsRules = new Set([
  "x-error-codes",
  "x-error-envelope",
  "x-idempotent",
  "x-pagination",
  "x-permanent-error",
  "x-rate-limit-error",
  "x-service-name",
  "x-write-semantics",
]);

/** Extensions that change the type of a value. */
const typing = new Set(["x-client-parameter", "x-enum-open", "x-int64"]);

/**
 * What the differences between two bundles mean to users. Redocly's impact stands, unless a package is used
 * otherwise than an API: it is called by functions whose arguments and results are types.
 */
export function specChanges(
  differences: readonly Difference[],
  before: JsonObject,
  after: JsonObject,
): Change[] {
  const uses = { before: new Uses(before), after: new Uses(after) };
  return differences.flatMap((difference) => {
    const { base, revision } = difference;
    const now = revision?.pointer ?? base?.pointer ?? difference.path;
    const used = revision === undefined ? uses.before : uses.after;
    const node = (document: JsonObject, pointer: string | undefined) =>
      pointer === undefined ? undefined : getAt(document, fromPointer(pointer));
    const verdict = judge({
      ...difference,
      directions: used.directionsOf(now),
      nodes: { before: node(before, base?.pointer), after: node(after, revision?.pointer) },
      document: after,
    });
    if (verdict === undefined) return [];
    const operations = fromPointer(now)[0] === "components" ? used.operationsAt(now) : [];
    const change: Change = {
      level: verdict.level,
      side: sideOf(used.directionsOf(now)),
      where: placeOf(now, revision === undefined ? before : after),
      what: verdict.what,
      ...(operations.length > 0 && { operations }),
      ...shownBoth(base?.value, revision?.value),
    };
    return [change];
  });
}

function judge(found: Case): Verdict | undefined {
  const { property, type, kind, impact } = found;
  const extension = fromPointer(found.path).find((key) => key.startsWith("x-")) ?? property;
  if (extension !== undefined && judgedAsRules.has(extension)) return undefined;
  if (property !== undefined && kind === "modified" && usual.has(property)) {
    const [was, is] = [found.base, found.revision].map((one) => one?.value ?? usual.get(property));
    if (was === is) return undefined;
  }
  const what = property === undefined ? `${wordOf(type)} ${kind}` : `${property} ${changed(found)}`;
  if (property !== undefined && typing.has(property)) return typingChanged(found, what);
  const isProse = (property !== undefined && prose.has(property)) || proseTypes.has(type);
  if (isProse || extension?.startsWith("x-")) return { level: "documentation", what };
  // What the package exports of it is judged there, by its types.
  if (isComponent(found)) return { level: "documentation", what };
  // What Redocly takes for the same thing under another name is found under none by a program.
  if (property === "key")
    return { level: "breaking", what: `${type === "Schema" ? "property" : wordOf(type)} renamed` };
  if (type === "Schema") return schemaChanged(found, what);
  if (type === "Parameter" && property === "name") return { level: "breaking", what };
  if (type === "Parameter" && (property === "style" || property === "explode")) {
    return { level: levelIf(wayOf(found.nodes.before) !== wayOf(found.nodes.after)), what };
  }
  if (type === "Response" && kind === "added" && isRefusal(fromPointer(found.path).at(-1))) {
    return { level: isReadAsOthers(found) ? "additive" : "breaking", what };
  }
  if (type === "AnyOf" || type === "OneOf") return combinatorChanged(found, what);
  return { level: levelOf(impact), what };
}

/** Redocly's impact where nothing is known better. */
function levelOf(impact: Difference["impact"]): Level {
  return impact === "major" ? "breaking" : impact === "minor" ? "additive" : "documentation";
}

function schemaChanged(found: Case, what: string): Verdict {
  const { property, kind, directions, impact } = found;
  const sent = directions.has("request");
  const received = directions.has("response");
  if (kind !== "modified") {
    if (fromPointer(found.path).at(-2) !== "properties") {
      // With one of several choices goes what was read of it.
      return { level: kind === "removed" && received ? "breaking" : levelOf(impact), what };
    }
    // Types refuse a property that they do not know, in a request, too.
    return kind === "removed"
      ? { level: "breaking", what: "property removed" }
      : { level: "additive", what: "property added" };
  }
  switch (property) {
    case "required":
      return requiredChanged(found);
    case "enum":
      return enumChanged(found);
    case "type":
    case "nullable":
      return typeChanged(found, what);
    case "readOnly":
      return { level: sent ? restricted(found) : "documentation", what };
    case "writeOnly":
      return { level: received ? restricted(found) : "documentation", what };
    case "default":
      // Who leaves it out gets another value than before, or nobody says which.
      return { level: levelIf(sent && found.base?.value !== undefined), what };
    default:
      if (impact !== "patch") return { level: levelOf(impact), what };
      // A bound of what is sent that got wider; one of what is received changes no program.
      return { level: sent ? "additive" : "documentation", what };
  }
}

function levelIf(breaking: boolean): Level {
  return breaking ? "breaking" : "documentation";
}

/** What is no longer sent, or no longer received, as a flag of the schema says. */
function restricted({ base, revision }: Case): Level {
  if (revision?.value === true) return "breaking";
  return base?.value === true ? "additive" : "documentation";
}

/** How the values of a parameter are written, with what OpenAPI takes for granted. */
function wayOf(parameter: unknown): string {
  const isLoose = ["query", "cookie"].includes(String(getAt(parameter, ["in"])));
  const style = getAt(parameter, ["style"]) ?? (isLoose ? "form" : "simple");
  return `${style} ${getAt(parameter, ["explode"]) ?? style === "form"}`;
}

function isRefusal(status: string | undefined): boolean {
  return status !== undefined && /^(?:[45]|default$)/i.test(status);
}

/**
 * Whether what programs read of an operation's errors is in a new one, too, if that has a body: of a client's `error`,
 * only what they all have in common can be read.
 */
function isReadAsOthers({ path, document }: Case): boolean {
  const deref = derefIn(document);
  const keys = fromPointer(path);
  const own = keys.at(-1) ?? "";
  const responses = getAt(document, keys.slice(0, -1));
  const bodyOf = (status: string) => jsonSchema(deref(getAt(responses, [status])), deref);
  if (bodyOf(own) === undefined) return true;
  const fields = (status: string) => {
    const schema = bodyOf(status);
    const required = requiredOf(schema, deref);
    return Object.entries(propertiesOf(schema, deref)).map(([name, property]) =>
      JSON.stringify([name, required.includes(name), withoutProse(property)]),
    );
  };
  const now = new Set(fields(own));
  return Object.keys(isObject(responses) ? responses : {})
    .filter((status) => isRefusal(status) && status !== own)
    .every((status) => fields(status).every((field) => now.has(field)));
}

function withoutProse(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !prose.has(keyword)));
}

function requiredChanged({ base, revision, directions }: Case): Verdict {
  const before = listOf(base?.value).map(String);
  const after = listOf(revision?.value).map(String);
  const gained = after.filter((name) => !before.includes(name));
  const lost = before.filter((name) => !after.includes(name));
  const bad =
    (gained.length > 0 && directions.has("request")) ||
    (lost.length > 0 && directions.has("response"));
  const parts = [
    ...(gained.length > 0 ? [`${gained.join(", ")} became required`] : []),
    ...(lost.length > 0 ? [`${lost.join(", ")} became optional`] : []),
  ];
  if (parts.length === 0) return { level: "documentation", what: "order of required" };
  return { level: bad ? "breaking" : "additive", what: parts.join("; ") };
}

/**
 * An open enum is text for the compiler. In a response, values that a closed one loses break programs that
 * compare with them: TypeScript refuses a comparison that cannot be true.
 */
function enumChanged({ base, revision, directions, nodes }: Case): Verdict {
  const before = base?.value === undefined ? undefined : listOf(base.value);
  const after = revision?.value === undefined ? undefined : listOf(revision.value);
  const isOpen = (node: unknown) => getAt(node, ["x-enum-open"]) === true;
  if (before === undefined || after === undefined) {
    const closed = before === undefined ? !isOpen(nodes.after) : !isOpen(nodes.before);
    const what = before === undefined ? "values are listed now" : "values are no longer listed";
    const widened = before !== undefined && !directions.has("response");
    return { level: !closed ? "documentation" : widened ? "additive" : "breaking", what };
  }
  const gained = after.filter((value) => !before.includes(value)).map(String);
  const lost = before.filter((value) => !after.includes(value)).map(String);
  const parts = [
    ...(gained.length > 0 ? [`values added: ${gained.join(", ")}`] : []),
    ...(lost.length > 0 ? [`values removed: ${lost.join(", ")}`] : []),
  ];
  const what = parts.join("; ") || "order of values";
  if (isOpen(nodes.before) && isOpen(nodes.after)) {
    return { level: gained.length > 0 ? "additive" : "documentation", what };
  }
  if (lost.length > 0) return { level: "breaking", what };
  if (gained.length === 0) return { level: "documentation", what };
  return { level: directions.has("response") ? "breaking" : "additive", what };
}

/** What a schema allows, as types: what is sent may get wider, what is received narrower. */
function typeChanged({ nodes, directions }: Case, what: string): Verdict {
  const before = typesOf(nodes.before);
  const after = typesOf(nodes.after);
  const covers = (wide: Set<string>, narrow: Set<string>) =>
    wide.size > 0 &&
    [...narrow].every((type) => wide.has(type) || (type === "integer" && wide.has("number")));
  const fine =
    directions.size > 0 &&
    (!directions.has("request") || covers(after, before)) &&
    (!directions.has("response") || (covers(before, after) && before.size > 0));
  return { level: fine ? "additive" : "breaking", what };
}

function typesOf(schema: unknown): Set<string> {
  if (!isObject(schema)) return new Set();
  const own = typeof schema.type === "string" ? [schema.type] : listOf(schema.type).map(String);
  return new Set(schema.nullable === true ? [...own, "null"] : own);
}

function typingChanged({ property, directions, nodes }: Case, what: string): Verdict {
  if (property !== "x-enum-open") return { level: "breaking", what };
  if (!isObject(nodes.after) || nodes.after.enum === undefined) {
    return { level: "documentation", what };
  }
  const opened = getAt(nodes.after, ["x-enum-open"]) === true;
  const fine = opened && !directions.has("response");
  return { level: fine ? "additive" : "breaking", what: opened ? "enum opened" : "enum closed" };
}

/** One more choice is welcome in what is sent, and unknown to programs that read it. */
function combinatorChanged({ kind, directions, impact }: Case, what: string): Verdict {
  if (kind === "added" && !directions.has("response") && impact !== "major") {
    return { level: "additive", what };
  }
  return { level: "breaking", what };
}

function isComponent({ path }: Case): boolean {
  const keys = fromPointer(path);
  return keys[0] === "components" && keys[1] !== "securitySchemes" && keys.length === 3;
}

function changed({ base, revision }: Case): string {
  if (base?.value === undefined) return "added";
  return revision?.value === undefined ? "removed" : "changed";
}

/** `MediaTypesMap` as "media types map". */
function wordOf(type: string): string {
  return type
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .trim();
}

function sideOf(directions: ReadonlySet<Direction>): Change["side"] {
  if (directions.size === 2) return "request and response";
  const [only] = directions;
  return only ?? "api";
}

const structure = new Set(["schema", "properties", "content", "application/json"]);

/** A pointer in words: `#/components/schemas/Thing/properties/name` as `Thing.name`. */
function placeOf(pointer: string, document: JsonObject): string {
  const node = fromPointer(pointer);
  if (node[0] === "components") {
    const [, , name = "", ...rest] = node;
    return `${name}${fieldsIn(rest)}`;
  }
  if (node[0] !== "paths") return node.join(".") || "the document";
  const [, path = "", ...below] = node;
  const method = methods.includes(below[0] ?? "") ? below.shift() : undefined;
  const operation = getAt(document, ["paths", path, method ?? ""]);
  const name =
    method === undefined
      ? path
      : isObject(operation)
        ? nameOf({ path, method, operation, pathItem: {} })
        : `${method.toUpperCase()} ${path}`;
  const [part, which = "", ...rest] = below;
  if (part === "responses") {
    const response = which === "" || /^2/.test(which) ? "response" : `response ${which}`;
    return `${name} ${response}${fieldsIn(rest)}`;
  }
  if (part === "requestBody") return `${name} body${fieldsIn([which, ...rest])}`;
  if (part === "parameters") {
    const place = node.slice(0, node.indexOf("parameters") + 2);
    const parameter = derefIn(document)(getAt(document, place));
    const called = isObject(parameter) ? String(parameter.name) : which;
    return `${name} parameter ${called}${fieldsIn(rest)}`.trim();
  }
  return [name, ...below].join(" ");
}

function fieldsIn(keys: readonly string[]): string {
  return keys
    .filter((key, index) => key !== "" && !(structure.has(key) && keys[index - 1] !== "properties"))
    .map((key) => (key === "items" ? "[]" : `.${key}`))
    .join("");
}
