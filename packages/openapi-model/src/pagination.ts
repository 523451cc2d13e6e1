import { isObject, type JsonObject, listOf } from "./json.js";
import { keysPointer, pointerKeys } from "./json-pointer.js";
import { type FoundOperation, parametersOf, requestSchema, successResponse } from "./operations.js";
import { type Meaning, means } from "./pagination-names.js";
import type { Problem } from "./problem.js";
import { type Deref, follow } from "./references.js";
import { isNullable, propertiesOf, requiredOf, schemaAt, typeOf, typesOf } from "./schemas.js";

/** Where a value stands in a request or a response, and its schema. */
export type Place = BodyPlace | NamedPlace;

/** A property of a JSON body, by its keys from the outermost; none for the whole body. */
export interface BodyPlace {
  in: "body";
  keys: string[];
  schema: JsonObject;
}

/** A parameter of the query, or a header. */
export interface NamedPlace {
  in: "query" | "header";
  name: string;
  schema: JsonObject;
}

/** Where a value stands, whatever its schema. */
export type Spot = Omit<BodyPlace, "schema"> | Omit<NamedPlace, "schema">;

/** The name of a place in rules and messages: a plain name, or a JSON pointer that leads further into a body. */
export function placeName(place: Spot): string {
  if (place.in !== "body") return place.name;
  const [key, ...further] = place.keys;
  const plain = key !== undefined && further.length === 0 && key !== "" && !key.startsWith("/");
  return plain ? key : keysPointer(place.keys);
}

/** A value that every request of a list carries. */
export interface FixedValue {
  place: Place;
  value: string | number | boolean;
}

interface AnyPagination {
  /** How the list is read. */
  method: "get" | "post";
  /** Where names without a place of their own stand in the request. */
  in: "query" | "body" | "header";
  limit?: Place;
  fixed: FixedValue[];
  items: BodyPlace;
  /** Of the response: whether there are more items. */
  more?: Place;
}

/** Pages that are linked by an opaque cursor. */
export interface CursorPagination extends AnyPagination {
  style: "cursor";
  /** Of the request. */
  position: Place;
  /** Of the response: the next cursor. */
  next: Place;
  /** The schema promises none of the fields that say how the list goes on. */
  silentEnd: boolean;
}

/** Pages that begin at a count of items. */
export interface OffsetPagination extends AnyPagination {
  style: "offset";
  position: Place;
  /** The first page has to be asked for, too. */
  required: boolean;
  /** Of the response: how many items there are. */
  total?: Place;
}

/** Pages that are numbered. */
export interface PagePagination extends AnyPagination {
  style: "page";
  position: Place;
  /** Number of the first page. */
  first: 0 | 1;
  /** Of the response: how many items there are. */
  total?: Place;
  /** Of the response: how many pages there are. */
  pages?: Place;
}

/** Pages that are linked by the address of the next one. */
export interface LinkPagination extends AnyPagination {
  style: "link";
  /** Of the response: the next address; in a header named Link in the form of RFC 8288. */
  next: Place;
}

/** A list that comes whole, in one page. */
export interface SinglePagination extends AnyPagination {
  style: "single";
  /** What would promise more; the schema need not have it. */
  unless: Spot[];
}

/** The `x-pagination` of a list, each name resolved to the place and the schema that it stands for. */
export type Pagination =
  | CursorPagination
  | OffsetPagination
  | PagePagination
  | LinkPagination
  | SinglePagination;

type Kind = "items" | "count" | "text" | "flag";

/** What each style's rule may name; a role without a question mark must be named. */
const styles = {
  cursor: {
    request: { limit: "count?", cursor: "text" },
    response: { items: "items", cursor: "text", more: "flag?" },
  },
  offset: {
    request: { limit: "count?", offset: "count" },
    response: { items: "items", total: "count?", more: "flag?" },
  },
  page: {
    request: { limit: "count?", page: "count" },
    response: { items: "items", total: "count?", pages: "count?", more: "flag?" },
  },
  link: {
    request: { limit: "count?" },
    response: { items: "items", next: "text", more: "flag?" },
  },
  single: { request: {}, response: { items: "items" } },
} as const;

type Style = keyof typeof styles;
type Side = "request" | "response";

/** What a place must not be named, because the name says that it is something else. */
const contradictions: Record<string, [Meaning, string][]> = {
  "request.limit": [
    ["page", "a page number"],
    ["offset", "an offset"],
  ],
  "request.offset": [
    ["page", "a page number: declare style page"],
    ["pageSize", "a page size"],
  ],
  "request.page": [
    ["offset", "an offset: declare style offset"],
    ["pageSize", "a page size"],
  ],
  "response.total": [
    ["pageCount", "a count of pages, not of items"],
    ["pageSize", "a page size"],
    ["page", "a page number"],
  ],
  "response.pages": [
    ["itemCount", "a count of items, not of pages"],
    ["pageSize", "a page size"],
    ["page", "a page number"],
  ],
  "response.more": [["end", "a sign of the end, not of more"]],
};

/**
 * Reads an operation's `x-pagination` and proves it against the schemas: what it names exists, has the
 * type that paging needs, and is not something else by its name or its range.
 *
 * @returns the rule, when the operation has one and nothing is wrong with it; and what is wrong.
 */
export function readPagination(
  found: FoundOperation,
  deref: Deref,
): { rule: Pagination | undefined; problems: Problem[] } {
  const written = found.operation["x-pagination"];
  // What no rule fits is declared to be none, so that nobody looks for one again.
  if (written === undefined || written === false) return { rule: undefined, problems: [] };
  if (!isObject(written))
    return { rule: undefined, problems: [problem("must be a mapping, or false", [])] };
  const reader = new RuleReader(found, written, deref);
  const rule = reader.read();
  return { rule: reader.problems.length > 0 ? undefined : rule, problems: reader.problems };
}

class RuleReader {
  readonly problems: Problem[] = [];
  readonly #found: FoundOperation;
  readonly #rule: JsonObject;
  readonly #deref: Deref;

  constructor(found: FoundOperation, rule: JsonObject, deref: Deref) {
    this.#found = found;
    this.#rule = rule;
    this.#deref = deref;
  }

  read(): Pagination | undefined {
    const { style } = this.#rule;
    if (typeof style !== "string" || !isStyle(style)) {
      return this.#refuse('style must be "cursor", "offset", "page", "link" or "single"', [
        "style",
      ]);
    }
    const own = { page: ["first"], single: ["unless"] }[style as string] ?? [];
    this.#strangers(this.#rule, ["style", "in", "request", "response", ...own], []);
    const method = this.#method(style);
    const standard = this.#standardPlace(method);
    if (method === undefined || standard === undefined) return undefined;
    const request = this.#roles("request", style, standard);
    const response = this.#roles("response", style, "body");
    const fixed = this.#fixed(standard);
    this.#sharedPlaces([...request.values(), ...fixed.map(({ place }) => place)]);
    const first = style === "page" ? this.#first(request.get("page")) : 1;
    const unless = style === "single" ? this.#unless() : [];
    const items = response.get("items");
    if (items?.in !== "body") return undefined;
    const limit = request.get("limit");
    const more = response.get("more");
    const rule = {
      method,
      in: standard,
      fixed,
      items,
      ...(limit && { limit }),
      ...(more && { more }),
    };
    const position = request.get(style);
    const next = response.get("cursor") ?? response.get("next");
    const total = response.get("total");
    const pages = response.get("pages");
    if (style === "single") return { ...rule, style, unless };
    if (style === "link") return next && { ...rule, style, next };
    if (position === undefined) return undefined;
    const required = this.#isRequired(position);
    if (style === "offset") {
      this.#countsFromZero(position, items, total);
      return { ...rule, style, position, required, ...(total && { total }) };
    }
    if (style === "page") {
      if (total && pages) {
        return this.#refuse("response names total and pages: name the one to count by", [
          "response",
        ]);
      }
      return { ...rule, style, position, first, ...(total && { total }), ...(pages && { pages }) };
    }
    if (required) {
      const why = "is required, so that the first page, which has no cursor, cannot be asked for";
      return this.#refuse(`request.cursor ${why}`, ["request", "cursor"]);
    }
    if (next === undefined) return undefined;
    const promised = [next, ...(more ? [more] : [])].some((place) => this.#isPromised(place));
    return { ...rule, style, position, next, silentEnd: !promised };
  }

  #refuse(message: string, path: (string | number)[]): undefined {
    this.problems.push(problem(message, path));
  }

  #strangers(mapping: JsonObject, known: readonly string[], path: string[]): void {
    for (const key of Object.keys(mapping)) {
      if (known.includes(key)) continue;
      const name = [...path, key].join(".");
      this.#refuse(`${name} is not known (known: ${known.join(", ")})`, [...path, key]);
    }
  }

  #method(style: Style): "get" | "post" | undefined {
    const { method } = this.#found;
    if (style === "link" && method !== "get") {
      return this.#refuse(`a link is followed by GET, but this is a ${method.toUpperCase()}`, [
        "style",
      ]);
    }
    if (method === "get" || method === "post") return method;
    return this.#refuse(`a list is read by GET or POST, not by ${method.toUpperCase()}`, []);
  }

  #standardPlace(method: "get" | "post" | undefined): "query" | "body" | "header" | undefined {
    const { in: place = "query" } = this.#rule;
    if (place !== "query" && place !== "body" && place !== "header") {
      return this.#refuse('in must be "query", "body" or "header"', ["in"]);
    }
    if (place !== "body" || method !== "get") return place;
    return this.#refuse("in is body, but a GET has none", ["in"]);
  }

  /** The places that one side of the rule names, by role. */
  #roles(side: Side, style: Style, standard: Place["in"]): Map<string, Place> {
    const roles: Readonly<Record<string, string>> = styles[style][side];
    const places = new Map<string, Place>();
    const mapping = this.#rule[side] ?? (side === "request" ? {} : undefined);
    if (!isObject(mapping)) {
      this.#refuse(`${side} must be a mapping`, [side]);
      return places;
    }
    const known = [...Object.keys(roles), ...(side === "request" ? ["fixed"] : [])];
    this.#strangers(mapping, known, [side]);
    for (const [role, kind] of Object.entries(roles)) {
      if (mapping[role] === undefined) {
        if (!kind.endsWith("?")) this.#refuse(`${side}.${role} is missing`, [side]);
        continue;
      }
      const wanted = kind.replace("?", "") as Kind;
      const place = this.#place(side, [side, role], mapping[role], standard);
      if (place === undefined || !this.#fits(side, role, place, wanted)) continue;
      places.set(role, place);
    }
    return places;
  }

  /** Resolves one place that the rule names. */
  #place(side: Side, path: string[], written: unknown, standard: Place["in"]): Place | undefined {
    const label = path.join(".");
    const allowed = side === "request" ? ["query", "body", "header"] : ["body", "header"];
    const spot = spotOf(written, standard);
    if (spot === undefined || !allowed.includes(spot.in)) {
      const ways = allowed.map((way) => `{ ${way}: … }`).join(", ");
      return this.#refuse(`${label} must be a name, a JSON pointer or one of ${ways}`, path);
    }
    if (spot.in === "body") return this.#inBody(side, path, spot.name);
    if (spot.name.startsWith("/") || spot.name === "") {
      const what = spot.name === "" ? "an empty name" : "a JSON pointer, which leads into a body";
      return this.#refuse(`${label} is ${what}; its ${spot.in} has names`, path);
    }
    const there = this.#named(side, spot.in);
    const name = Object.keys(there).find((one) =>
      spot.in === "header" ? one.toLowerCase() === spot.name.toLowerCase() : one === spot.name,
    );
    if (name !== undefined) return { in: spot.in, name: spot.name, schema: there[name] ?? {} };
    const kind = kindOf(side, spot.in);
    return this.#refuse(
      `${label} names "${spot.name}", which is not a ${kind} (there are: ${listed(there)})`,
      path,
    );
  }

  #inBody(side: Side, path: string[], name: string): BodyPlace | undefined {
    const body = side === "request" ? this.#requestSchema() : this.#responseSchema();
    const keys = keysOf(name);
    const schema = schemaAt(body, keys, this.#deref);
    if (schema !== undefined) return { in: "body", keys, schema };
    const depth = keys.findIndex(
      (_, index) => schemaAt(body, keys.slice(0, index + 1), this.#deref) === undefined,
    );
    const there = propertiesOf(schemaAt(body, keys.slice(0, depth), this.#deref), this.#deref);
    const kind = kindOf(side, "body");
    return this.#refuse(
      `${path.join(".")} names "${name}", which is not a ${kind} (there are: ${listed(there)})`,
      path,
    );
  }

  /** Whether a place has the type that its role needs, and a name that does not deny it. */
  #fits(side: Side, role: string, place: Place, wanted: Kind): boolean {
    const path = [side, role];
    const label = path.join(".");
    const type = typeOf(place.schema, this.#deref);
    const name = placeName(place);
    const kind = kindOf(side, place.in);
    if (!isOfKind(type, wanted, side, place.in)) {
      const types = typesOf(place.schema, this.#deref).join(" or ") || "untyped";
      const needs = `${wanted === "count" ? "an integer" : `of type ${typeOfKind[wanted]}`}`;
      this.#refuse(`${label}: ${kind} "${name}" is ${types}, but must be ${needs}`, path);
      return false;
    }
    const last = place.in === "body" ? (place.keys.at(-1) ?? "") : place.name;
    const denial = contradictions[label]?.find(([meaning]) => means(meaning, last));
    if (denial === undefined) return true;
    this.#refuse(`${label}: ${kind} "${name}" is, by its name, ${denial[1]}`, path);
    return false;
  }

  /** Refuses an offset that the schema shows to be a number of pages. */
  #countsFromZero(position: Place, items: BodyPlace, total: Place | undefined): void {
    const path = ["request", "offset"];
    const name = placeName(position);
    for (const bound of ["minimum", "default"]) {
      const value = boundOf(position.schema, bound, this.#deref);
      if (value === undefined || value < 1) continue;
      const why = `an offset counts from 0, but the ${bound} of "${name}" is ${value}`;
      this.#refuse(`request.offset: ${why}: declare style page`, path);
      return;
    }
    const last = position.in === "body" ? (position.keys.at(-1) ?? "") : position.name;
    if (means("offset", last)) return;
    for (const place of [items, total]) {
      if (place?.in !== "body") continue;
      const beside = schemaAt(this.#responseSchema(), place.keys.slice(0, -1), this.#deref);
      const count = Object.keys(propertiesOf(beside, this.#deref)).find((one) =>
        means("pageCount", one),
      );
      if (count === undefined) continue;
      const why = `the response counts pages ("${count}"), so that "${name}" may be a page number`;
      this.#refuse(`request.offset: ${why}: declare style page`, path);
      return;
    }
  }

  /** The number of the first page, which the schema of the page number must not deny. */
  #first(page: Place | undefined): 0 | 1 {
    const { first = 1 } = this.#rule;
    if (first !== 0 && first !== 1) {
      this.#refuse("first must be 0 or 1", ["first"]);
      return 1;
    }
    if (page === undefined) return first;
    const bounds = ["default", "minimum"].map(
      (bound) => [bound, boundOf(page.schema, bound, this.#deref)] as const,
    );
    const [bound, value] = bounds.find(([, value]) => value !== undefined) ?? [];
    if (value !== undefined && value !== first) {
      const why = `the ${bound} of "${placeName(page)}" is ${value}`;
      this.#refuse(`first is ${first}, but ${why}`, ["first"]);
    }
    return first;
  }

  #fixed(standard: Place["in"]): FixedValue[] {
    const { request } = this.#rule;
    const fixed = isObject(request) ? request.fixed : undefined;
    if (fixed === undefined) return [];
    if (!isObject(fixed) || Object.keys(fixed).length === 0) {
      this.#refuse("request.fixed must be a mapping of names to values", ["request", "fixed"]);
      return [];
    }
    return Object.entries(fixed).flatMap(([name, value]) => {
      const path = ["request", "fixed", name];
      if (typeof value !== "string" && typeof value !== "boolean" && !Number.isFinite(value)) {
        this.#refuse(`request.fixed.${name} must be a text, a number, true or false`, path);
        return [];
      }
      const plain = value as FixedValue["value"];
      const place = this.#place("request", path, name, standard);
      if (place === undefined) return [];
      const reason = this.#mismatch(place.schema, plain);
      if (reason === undefined) return [{ place, value: plain }];
      this.#refuse(`request.fixed.${name} is ${JSON.stringify(plain)}, but ${reason}`, path);
      return [];
    });
  }

  /** Why a value is none that a schema allows. */
  #mismatch(schema: JsonObject, value: FixedValue["value"]): string | undefined {
    const types = typesOf(schema, this.#deref);
    const own = typeof value;
    const fits = types.some(
      (type) => type === own || (own === "number" && type === "integer" && Number.isInteger(value)),
    );
    if (!fits && types.length > 0) return `must be of type ${types.join(" or ")}`;
    const values = schema.const === undefined ? listOf(schema.enum) : [schema.const];
    if (values.length === 0 || schema["x-enum-open"] === true || values.includes(value)) return;
    return `must be one of ${values.map((one) => JSON.stringify(one)).join(", ")}`;
  }

  #unless(): SinglePagination["unless"] {
    const { unless } = this.#rule;
    if (unless === undefined) return [];
    const spots = listOf(unless).map((one) => spotOf(one, "body"));
    const fine = spots.flatMap((spot): SinglePagination["unless"] => {
      if (spot === undefined || spot.in === "query" || spot.name === "") return [];
      if (spot.in === "header") return [{ in: spot.in, name: spot.name }];
      return [{ in: spot.in, keys: keysOf(spot.name) }];
    });
    if (fine.length > 0 && fine.length === spots.length) return fine;
    this.#refuse("unless must be a list of field names", ["unless"]);
    return [];
  }

  /** Two things that are sent cannot stand in one place. */
  #sharedPlaces(places: readonly Place[]): void {
    const seen = new Set<string>();
    for (const place of places) {
      const key = `${place.in} ${placeName(place)}`;
      if (seen.has(key)) this.#refuse(`request names "${placeName(place)}" twice`, ["request"]);
      seen.add(key);
    }
  }

  #isRequired(place: Place): boolean {
    if (place.in !== "body") {
      const { operation, pathItem } = this.#found;
      return parametersOf(operation, pathItem, this.#deref).some(
        (one) => one.in === place.in && one.name === place.name && one.required === true,
      );
    }
    return requires(this.#requestSchema(), place.keys, this.#deref);
  }

  /** Whether every response has this, and not as null. */
  #isPromised(place: Place): boolean {
    if (isNullable(place.schema, this.#deref)) return false;
    if (place.in === "body") return requires(this.#responseSchema(), place.keys, this.#deref);
    const headers = follow(this.#response(), ["headers"], this.#deref);
    const header = Object.entries(isObject(headers) ? headers : {}).find(
      ([name]) => place.in === "header" && name.toLowerCase() === place.name.toLowerCase(),
    );
    return follow(header?.[1], ["required"], this.#deref) === true;
  }

  /** Schemas of the parameters or headers that there are, by name. */
  #named(side: Side, place: "query" | "header"): Record<string, JsonObject> {
    const there: Record<string, JsonObject> = {};
    if (side === "request") {
      const { operation, pathItem } = this.#found;
      for (const parameter of parametersOf(operation, pathItem, this.#deref)) {
        const schema = this.#deref(parameter.schema);
        if (parameter.in === place) there[String(parameter.name)] = isObject(schema) ? schema : {};
      }
      return there;
    }
    const headers = follow(this.#response(), ["headers"], this.#deref);
    for (const [name, header] of Object.entries(isObject(headers) ? headers : {})) {
      const schema = follow(header, ["schema"], this.#deref);
      there[name] = isObject(schema) ? schema : {};
    }
    return there;
  }

  #requestSchema(): unknown {
    return requestSchema(this.#found.operation, this.#deref);
  }

  #response(): unknown {
    return successResponse(this.#found.operation, this.#deref);
  }

  #responseSchema(): unknown {
    return follow(this.#response(), ["content", "application/json", "schema"], this.#deref);
  }
}

const typeOfKind = { items: "array", count: "integer", text: "string", flag: "boolean" };

/**
 * Whether a schema's type serves a role. Numbers in a body may be sent as strings of digits: one vendor's
 * tag search wants them so. A header's value is text, whatever its schema calls it.
 */
function isOfKind(type: unknown, wanted: Kind, side: Side, place: Place["in"]): boolean {
  if (side === "response" && place === "header") {
    return type === typeOfKind[wanted] || type === "string" || type === "number";
  }
  if (wanted !== "count") return type === typeOfKind[wanted];
  if (type === "integer" || type === "number") return true;
  return type === "string" && side === "request" && place === "body";
}

function isStyle(style: string): style is Style {
  return Object.hasOwn(styles, style);
}

/** Where a place of the rule says that it is, and the name or pointer that it has there. */
function spotOf(
  written: unknown,
  standard: Place["in"],
): { in: Place["in"]; name: string } | undefined {
  if (typeof written === "string") return { in: standard, name: written };
  if (!isObject(written)) return undefined;
  const [[place, name] = [], ...others] = Object.entries(written);
  if (others.length > 0 || typeof name !== "string") return undefined;
  return place === "query" || place === "header" || place === "body"
    ? { in: place, name }
    : undefined;
}

/** The keys of a plain name or a JSON pointer. */
function keysOf(name: string): string[] {
  return name === "" || name.startsWith("/") ? pointerKeys(name) : [name];
}

function kindOf(side: Side, place: Place["in"]): string {
  if (side === "response") return place === "body" ? "response property" : "response header";
  return { query: "query parameter", header: "header parameter", body: "body property" }[place];
}

function listed(there: Record<string, unknown>): string {
  return Object.keys(there).join(", ") || "none";
}

/** Whether a schema requires what stands at these keys, and each object on the way to it. */
function requires(schema: unknown, keys: readonly string[], deref: Deref): boolean {
  return keys.every((key, index) => {
    const around = schemaAt(schema, keys.slice(0, index), deref);
    return requiredOf(around, deref).includes(key) && (index === 0 || !isNullable(around, deref));
  });
}

/** A number that a schema or one of its parts names. */
function boundOf(schema: unknown, bound: string, deref: Deref): number | undefined {
  const target = deref(schema);
  if (!isObject(target)) return undefined;
  if (typeof target[bound] === "number") return target[bound];
  const parts = [...listOf(target.allOf), ...listOf(target.anyOf), ...listOf(target.oneOf)];
  return parts.map((part) => boundOf(part, bound, deref)).find((value) => value !== undefined);
}

function problem(message: string, path: (string | number)[]): Problem {
  return { message: `x-pagination: ${message}.`, path: ["x-pagination", ...path] };
}
