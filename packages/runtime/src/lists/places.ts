import { keysOf, valueAt, withValue } from "../base/places.js";
import { nextLink } from "./link-header.js";
import type { ListRule, RequestPlace, ResponsePlace } from "./pagination-rule.js";

/** The fields of a request or a response. */
export type Fields = Readonly<Record<string, unknown>>;

/** The parts of a request for a page. */
export interface Asked {
  readonly query: Fields;
  readonly header: Fields;
  readonly body: Fields;
}

/** A response. */
export interface ListResponse {
  readonly body: unknown;
  readonly headers: Headers;
  /** The JSON text of the body; absent where it is unknown, or not worth keeping. */
  readonly text?: string | undefined;
}

/** The name of a place, for messages. */
export function nameOf(place: RequestPlace | ResponsePlace): string {
  if (typeof place === "string") return place === "" ? "the response" : place;
  return String(Object.values(place)[0]);
}

/** The value at a place of a response, as received; of a header, always a string. */
export function valueIn({ body, headers }: ListResponse, place: ResponsePlace): unknown {
  return typeof place === "string" ? valueAt(body, keysOf(place)) : headers.get(place.header);
}

/** The value at a place of a response; digits in a header are converted to a number. */
export function countIn(response: ListResponse, place: ResponsePlace): unknown {
  const value = valueIn(response, place);
  const written = typeof place !== "string" && typeof value === "string" && /^\d+$/.test(value);
  return written ? Number(value) : value;
}

/** The value at a place of a response; `true` and `false` in a header are converted to a boolean. */
export function flagIn(response: ListResponse, place: ResponsePlace): unknown {
  const value = valueIn(response, place);
  const word = typeof place !== "string" && typeof value === "string" && value.toLowerCase();
  return word === "true" || word === "false" ? word === "true" : value;
}

/**
 * The address at a place of a response; in a header named Link, the one with `rel="next"`.
 *
 * @returns `undefined` if a Link header names no next page.
 * @throws SyntaxError when a Link header is malformed.
 */
export function linkIn(response: ListResponse, place: ResponsePlace): unknown {
  const value = valueIn(response, place);
  const written = typeof place !== "string" && place.header.toLowerCase() === "link";
  return written && typeof value === "string" ? nextLink(value) : value;
}

/** The value at a place of a request. */
export function askedAt(rule: ListRule, asked: Asked, place: RequestPlace): unknown {
  const spot = spotOf(rule, place);
  return valueAt(asked[spot.in], keysIn(asked, spot));
}

/** A copy of a request with a new value at a place; `undefined` removes it. */
export function asking(rule: ListRule, asked: Asked, place: RequestPlace, value: unknown): Asked {
  const spot = spotOf(rule, place);
  return { ...asked, [spot.in]: withValue(asked[spot.in], keysIn(asked, spot), value) };
}

interface Spot {
  readonly in: keyof Asked;
  readonly name: string;
}

function spotOf(rule: ListRule, place: RequestPlace): Spot {
  if (typeof place === "string") return { in: rule.in ?? "query", name: place };
  if ("query" in place) return { in: "query", name: place.query };
  return "header" in place
    ? { in: "header", name: place.header }
    : { in: "body", name: place.body };
}

/** The keys of a spot. The caller may have written a header's name in another case. */
function keysIn(asked: Asked, { in: where, name }: Spot): readonly string[] {
  if (where === "body") return keysOf(name);
  if (where === "query") return [name];
  const same = (one: string): boolean => one.toLowerCase() === name.toLowerCase();
  return [Object.keys(asked.header).find(same) ?? name];
}
