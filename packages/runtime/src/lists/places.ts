import { keysOf, valueAt, withValue } from "../base/places.js";
import { nextLink } from "./link-header.js";
import type { AnswerPlace, ListRule, RequestPlace } from "./pagination-rule.js";

/** The fields of a request or an answer. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a list is asked with, apart by where it stands. */
export interface Asked {
  readonly query: Fields;
  readonly header: Fields;
  readonly body: Fields;
}

/** What came back. */
export interface Answer {
  readonly body: unknown;
  readonly headers: Headers;
}

/** A place as messages name it. */
export function nameOf(place: RequestPlace | AnswerPlace): string {
  if (typeof place === "string") return place === "" ? "the answer" : place;
  return String(Object.values(place)[0]);
}

/** What stands at a place of an answer, as it came. The value of a header is text. */
export function answered({ body, headers }: Answer, place: AnswerPlace): unknown {
  return typeof place === "string" ? valueAt(body, keysOf(place)) : headers.get(place.header);
}

/** The number at a place of an answer; from a header, where it is written in digits. */
export function answeredCount(answer: Answer, place: AnswerPlace): unknown {
  const value = answered(answer, place);
  const written = typeof place !== "string" && typeof value === "string" && /^\d+$/.test(value);
  return written ? Number(value) : value;
}

/** Whether an answer says yes or no at a place; from a header, where that is a word. */
export function answeredFlag(answer: Answer, place: AnswerPlace): unknown {
  const value = answered(answer, place);
  const word = typeof place !== "string" && typeof value === "string" && value.toLowerCase();
  return word === "true" || word === "false" ? word === "true" : value;
}

/**
 * The address at a place of an answer: from a header named Link the one with `rel="next"`.
 *
 * @returns `undefined` when there is none.
 * @throws SyntaxError when a Link header cannot be read.
 */
export function answeredLink(answer: Answer, place: AnswerPlace): unknown {
  const value = answered(answer, place);
  const written = typeof place !== "string" && place.header.toLowerCase() === "link";
  return written && typeof value === "string" ? nextLink(value) : value;
}

/** What a request says at a place. */
export function askedAt(rule: ListRule, asked: Asked, place: RequestPlace): unknown {
  const spot = spotOf(rule, place);
  return valueAt(asked[spot.in], keysIn(asked, spot));
}

/** A request that says something else at a place; `undefined` leaves it out. */
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

/** The keys of a spot. Whoever asked may have written a header's name in other letters. */
function keysIn(asked: Asked, { in: where, name }: Spot): readonly string[] {
  if (where === "body") return keysOf(name);
  if (where === "query") return [name];
  const same = (one: string): boolean => one.toLowerCase() === name.toLowerCase();
  return [Object.keys(asked.header).find(same) ?? name];
}
