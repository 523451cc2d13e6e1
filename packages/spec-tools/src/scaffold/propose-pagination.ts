import {
  type Deref,
  type FoundOperation,
  isObject,
  itemsOf,
  type JsonObject,
  keysPointer,
  means,
  parametersOf,
  propertiesOf,
  readPagination,
  requestSchema,
  successResponse,
  successSchema,
  typeOf,
} from "@cloud-clients/openapi-model";
import { signOfList } from "../lint/list-has-pagination.js";

/** What is proposed for a list, or why nothing is. */
export interface PaginationProposal {
  rule?: JsonObject;
  /** Why an operation with signs of paging gets no rule. */
  refused?: string;
  /** A field that may be for paging, although lint does not recognise the operation as a list. */
  unsure?: string;
}

/** A field of a request or a response. */
interface Field {
  name: string;
  /** As a rule writes it. */
  place: string | JsonObject;
  type: string | undefined;
  schema: JsonObject;
}

const cursors =
  /^(?:page)?(?:cursor|marker|token|nexttoken|after|startingafter|startafter|continuation(?:token)?|exclusivestartkey)$/;
const nextCursors =
  /^(?:next(?:page)?(?:cursor|token|marker|key)?|(?:end)?cursor|marker|continuation(?:token)?|lastevaluatedkey)$/;
const mores = /^(?:has(?:more|next(?:page)?)|more|(?:is)?truncated)$/;
const itemNames = /^(?:data|items|results|records|entries|values|list|rows|content)$/i;

/**
 * Proposes the `x-pagination` that an operation's names and types suggest, checked against its schemas. An operation
 * without signs of paging gets one only if its response is nothing but a list.
 *
 * @param isShown whether a PUT of the same path writes what this operation returns; then it is not a list.
 */
export function proposePagination(
  found: FoundOperation,
  deref: Deref,
  isShown: boolean,
): PaginationProposal {
  const { method } = found;
  if (method !== "get" && method !== "post") return {};
  const request = requestFields(found, deref);
  const response = responseFields(found, deref);
  const reasons: string[] = [];
  for (const rule of candidates(found, request, response)) {
    const fitting = provenPart(found, rule, deref, reasons);
    if (fitting !== undefined) return { rule: fitting };
  }
  const sign = signOfList(found, deref);
  if (sign === undefined) {
    const hint = [...request, ...response].find(isAboutPages);
    if (hint !== undefined && response.some(({ type }) => type === "array")) {
      return { unsure: `has ${hint.name}, which may be for paging` };
    }
    return isShown || method === "post" ? {} : proposeSingle(found, deref);
  }
  const [reason = "no field of the response says how to get the next page"] = reasons;
  return { refused: `${sign}, but ${reason.replace(/^x-pagination: /, "").replace(/\.$/, "")}` };
}

/** Whether a field looks like paging; then its list is not assumed to come in one response. */
function isAboutPages({ name, type }: Field): boolean {
  const plain = plainName(name);
  if (type === "string") return cursors.test(plain) || nextCursors.test(plain);
  if (type === "boolean") return mores.test(plain);
  const counts = ["page", "offset", "pageSize", "pageCount"] as const;
  return type === "integer" && counts.some((meaning) => means(meaning, name));
}

/** The rule, without optional places that do not fit the schemas. */
function provenPart(
  found: FoundOperation,
  rule: JsonObject,
  deref: Deref,
  reasons: string[],
): JsonObject | undefined {
  const response: JsonObject = { ...Object(rule.response) };
  for (const optional of ["", "total", "pages", "more"]) {
    delete response[optional];
    const candidate = { ...rule, response: { ...response } };
    const { problems } = readPagination(withRule(found, candidate), deref);
    if (problems.length === 0) return candidate;
    reasons.push(problems[0]?.message ?? "");
  }
  return undefined;
}

function withRule(found: FoundOperation, rule: JsonObject): FoundOperation {
  return { ...found, operation: { ...found.operation, "x-pagination": rule } };
}

function proposeSingle(found: FoundOperation, deref: Deref): PaginationProposal {
  if (found.path.endsWith("}")) return {};
  const response = successSchema(found.operation, deref);
  const arrays = Object.entries(propertiesOf(response, deref)).filter(
    ([, schema]) => typeOf(schema, deref) === "array",
  );
  const [only] = arrays;
  const items = typeOf(response, deref) === "array" ? "" : only?.[0];
  if (items === undefined || (items !== "" && arrays.length > 1)) return {};
  const rule = { style: "single", response: { items } };
  return readPagination(withRule(found, rule), deref).problems.length === 0 ? { rule } : {};
}

/** Rules that the names suggest, most certain first. */
function* candidates(
  { method, path }: FoundOperation,
  request: readonly Field[],
  response: readonly Field[],
): Generator<JsonObject> {
  const items = itemsField(response, path);
  if (items === undefined) return;
  const named = (fields: readonly Field[], form: RegExp, type: string) =>
    fields.find((one) => one.type === type && form.test(plainName(one.name)));
  const counted = (fields: readonly Field[], meaning: Parameters<typeof means>[0]) =>
    fields.find(
      (one) => (one.type === "integer" || one.type === "number") && means(meaning, one.name),
    );
  const limit = counted(request, "pageSize");
  const more = named(response, mores, "boolean");
  const total = counted(response, "itemCount");
  const pages = counted(response, "pageCount");
  const next = named(response, nextCursors, "string");
  const link = response.find((one) => isObject(one.place) && plainName(one.name) === "link");
  const isBody = request.some((one) => isObject(one.place) && one.place.body !== undefined);
  const asked = (places: Record<string, Field | undefined>) =>
    placed(places, isBody && method === "post");
  const shared = isBody && method === "post" ? { in: "body" } : {};

  const cursor = named(request, cursors, "string");
  if (cursor && next && !isAddress(next)) {
    yield {
      style: "cursor",
      ...shared,
      request: asked({ limit, cursor }),
      response: placed({ items, cursor: next, more }),
    };
  }
  for (const address of [link, next !== undefined && isAddress(next) ? next : undefined]) {
    if (address === undefined || method !== "get") continue;
    yield {
      style: "link",
      request: asked({ limit }),
      response: placed({ items, next: address }),
    };
  }
  const page = counted(request, "page");
  if (page && (pages ?? total ?? more)) {
    const least = page.schema.default ?? page.schema.minimum;
    yield {
      style: "page",
      ...shared,
      ...(least === 0 ? { first: 0 } : {}),
      request: asked({ limit, page }),
      response: placed({ items, ...(pages ? { pages } : { total }), more }),
    };
  }
  const offset = counted(request, "offset");
  if (offset && (total ?? more)) {
    yield {
      style: "offset",
      ...shared,
      request: asked({ limit, offset }),
      response: placed({ items, total, more }),
    };
  }
}

/** The places of a rule by role; a role without a field is left out. */
function placed(fields: Record<string, Field | undefined>, inBody = false): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([role, field]) => {
      if (field === undefined) return [];
      const own = isObject(field.place) && field.place.body !== undefined;
      if (inBody) return [[role, own ? field.name : { query: field.name }]];
      return [[role, field.place]];
    }),
  );
}

/** The array that holds the items: the response itself, else the one whose name says so. */
function itemsField(response: readonly Field[], path: string): Field | undefined {
  const arrays = response.filter(({ type }) => type === "array");
  const noun = path.split("/").findLast((segment) => segment !== "" && !segment.startsWith("{"));
  return (
    arrays.find(({ place }) => place === "") ??
    arrays.find(({ name }) => plainName(name) === plainName(noun ?? "")) ??
    arrays.find(({ name }) => itemNames.test(name)) ??
    (arrays.length === 1 ? arrays[0] : arrays.find(({ place }) => !String(place).startsWith("/")))
  );
}

function requestFields({ operation, pathItem }: FoundOperation, deref: Deref): Field[] {
  const fields = parametersOf(operation, pathItem, deref).flatMap(({ name, in: place, schema }) => {
    if (place !== "query" && place !== "header") return [];
    const at = place === "query" ? String(name) : { header: String(name) };
    return [fieldOf(String(name), at, schema, deref)];
  });
  const body = propertiesOf(requestSchema(operation, deref), deref);
  for (const [name, schema] of Object.entries(body)) {
    fields.push(fieldOf(name, { body: name }, schema, deref));
  }
  return fields;
}

/** The response itself, its fields, those of the objects in it, and its headers. */
function responseFields({ operation }: FoundOperation, deref: Deref): Field[] {
  const response = successSchema(operation, deref);
  const fields = [fieldOf("", "", response, deref)];
  const nested: Field[] = [];
  for (const [name, schema] of Object.entries(propertiesOf(response, deref))) {
    fields.push(fieldOf(name, name, schema, deref));
    if (itemsOf(schema, deref) !== undefined) continue;
    for (const [inner, below] of Object.entries(propertiesOf(schema, deref))) {
      nested.push(fieldOf(inner, keysPointer([name, inner]), below, deref));
    }
  }
  const headers = deref(successResponse(operation, deref)?.headers);
  for (const [name, header] of Object.entries(isObject(headers) ? headers : {})) {
    const schema = Object(deref(header)).schema;
    nested.push(fieldOf(name, { header: name }, schema, deref));
  }
  return [...fields, ...nested];
}

function fieldOf(name: string, place: Field["place"], schema: unknown, deref: Deref): Field {
  const target = deref(schema);
  return { name, place, type: typeOf(target, deref), schema: isObject(target) ? target : {} };
}

function isAddress({ schema }: Field): boolean {
  const words = `${String(schema.format)} ${String(schema.description)}`;
  return /\b(?:uri|url|link|address)\b/i.test(words);
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
