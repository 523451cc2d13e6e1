import {
  type Deref,
  definedOnly,
  type FoundOperation,
  type JsonObject,
  type Pagination,
  type Place,
  placeName,
  readPagination,
  type Spot,
  typeOf,
} from "@cloud-clients/openapi-model";

/** The rule of operations.ts for a list, from its `x-pagination`; undefined when it has none that fits. */
export function paginationRule(found: FoundOperation, deref: Deref): JsonObject | undefined {
  const { rule } = readPagination(found, deref);
  if (rule === undefined) return undefined;
  const asked = (place: Place | undefined) => place && written(place, rule.in);
  const inResponse = (place: Place | undefined) => place && written(place, "body");
  const position = "position" in rule ? rule.position : undefined;
  const numbers = rule.style === "cursor" ? [rule.limit] : [rule.limit, position];
  const fixed = rule.fixed.map(({ place, value }) => [placeName(place), value]);
  return definedOnly({
    operation: found.operation.operationId,
    path: found.path,
    style: rule.style,
    items: inResponse(rule.items),
    limit: asked(rule.limit),
    position: asked(position),
    first: firstOf(rule),
    next: inResponse("next" in rule ? rule.next : undefined),
    more: inResponse(rule.more),
    silentEnd: (rule.style === "cursor" && rule.silentEnd) || undefined,
    total: inResponse("total" in rule ? rule.total : undefined),
    pages: inResponse("pages" in rule ? rule.pages : undefined),
    method: rule.method === "post" && rule.in !== "body" ? "POST" : undefined,
    in: rule.in === "query" ? undefined : rule.in,
    digits: numbers.some((place) => typeOf(place?.schema, deref) === "string") || undefined,
    fixed: fixed.length > 0 ? Object.fromEntries(fixed) : undefined,
    unless:
      rule.style === "single" ? rule.unless.map((place) => written(place, "body")) : undefined,
  });
}

/** Which page is named explicitly, though it is the first. */
function firstOf(rule: Pagination): number | undefined {
  if (rule.style === "page") return rule.first;
  return rule.style === "offset" && rule.required ? 0 : undefined;
}

type Written = string | { [place: string]: string };

/** A place as the runtime reads it: a name where it stands in the usual place, else what leads to it. */
function written(place: Spot, usual: Place["in"]): Written {
  const name = placeName(place);
  return place.in === usual ? name : { [place.in]: name };
}
