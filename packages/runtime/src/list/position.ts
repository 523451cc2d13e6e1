import type { CursorRule, PaginationRule } from "./pagination-rule.js";

/** Where the next request of a walk begins: a cursor, an offset, or neither for the first page. */
export type Position = string | number | undefined;

/** One answer of a list, judged. */
export interface JudgedPage {
  readonly items: readonly unknown[];
  /** Where the next page begins; `undefined` at the end of the list. */
  readonly next: Position;
}

/** Says what is wrong with an answer; the walk adds which page it was. */
export class Contradiction extends Error {}

/**
 * Reads one answer: its items, and where the list goes on. What the API says decides; what it leaves
 * unsaid or says both ways is a {@link Contradiction}, never a silent end.
 */
export function judgePage(rule: PaginationRule, body: unknown, position: Position): JudgedPage {
  const fields = (typeof body === "object" && body) || {};
  const field = (name: string): unknown => (fields as Record<string, unknown>)[name];
  const items = field(rule.response.items);
  if (!Array.isArray(items)) {
    throw new Contradiction(
      `"${rule.response.items}" is ${kindOf(items)} where a list was promised`,
    );
  }
  switch (rule.style) {
    case "cursor":
      return { items, next: nextCursor(rule, field) };
    case "offset": {
      const total = field(rule.response.total);
      return { items, next: nextOffset(rule.response, total, Number(position ?? 0), items.length) };
    }
    case "single":
      for (const name of rule.unless ?? []) refusePromise(name, field(name));
      return { items, next: undefined };
  }
}

function nextCursor(rule: CursorRule, field: (name: string) => unknown): string | undefined {
  const names = rule.response;
  const cursor = field(names.cursor);
  const more = field(names.more);
  if (more === false) return undefined;
  if (typeof cursor === "string" && cursor !== "") return cursor;
  if (more === true) {
    throw new Contradiction(
      `"${names.more}" promises more, but "${names.cursor}" is ${kindOf(cursor)}`,
    );
  }
  if (cursor === "" || (rule.silentEnd && (cursor ?? more ?? undefined) === undefined)) {
    return undefined;
  }
  throw new Contradiction(
    `neither "${names.cursor}" (${kindOf(cursor)}) nor "${names.more}" (${kindOf(more)}) says whether the list ends`,
  );
}

function refusePromise(name: string, value: unknown): void {
  if (!value) return;
  throw new Contradiction(`"${name}" is set, but this list is documented to have one page`);
}

function nextOffset(
  names: { items: string; total: string },
  total: unknown,
  position: number,
  count: number,
): number | undefined {
  if (typeof total !== "number" || !Number.isInteger(total) || total < 0) {
    throw new Contradiction(`"${names.total}" is ${kindOf(total)} where a count was promised`);
  }
  const next = position + count;
  if (next >= total) return undefined;
  if (count === 0) {
    throw new Contradiction(
      `"${names.total}" counts ${total} items, but "${names.items}" is empty at offset ${position}`,
    );
  }
  return next;
}

function kindOf(value: unknown): string {
  if (value === "") return "empty";
  if (value === undefined) return "missing";
  return value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
