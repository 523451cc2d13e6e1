import { PaginationError } from "../errors/pagination-error.js";
import { hashNumber } from "./hash.js";
import type { PaginationRule } from "./pagination-rule.js";
import { Contradiction, judgePage, type Position } from "./position.js";

/** A page as it came from the service. */
export interface Arrived {
  readonly position: Position;
  /** Which page of the walk, counted from 1. */
  readonly number: number;
  readonly items: readonly unknown[];
  /** Where the next page begins; `undefined` at the end. */
  readonly next: Position;
}

/** Makes the one request for the page at a position and gives its body. */
export type ReadPage = (position: Position, signal: AbortSignal) => Promise<unknown>;

/** Requests pages, never the same cursor twice, and none after it is closed. */
export interface PageSource {
  readonly closed: boolean;
  /**
   * @param before - the item that must stand before the page; it is read again and compared.
   */
  request(position: Position, number: number, before?: { item: unknown }): Promise<Arrived>;
  /** Stops the requests under way. */
  close(): void;
}

/** Opens a source of pages for one walk. */
export function openPageSource(
  rule: PaginationRule,
  read: ReadPage,
  signal: AbortSignal | undefined,
  keyOf: (item: unknown) => unknown,
): PageSource {
  // Numbers in place of cursors, which would add up in a walk of many thousand pages.
  const followed: number[] = [];
  const running = new Set<AbortController>();
  let closed = false;
  const contradict = (page: number, message: string): PaginationError =>
    new PaginationError(`${rule.operation}: page ${page}: ${message}`, page);

  return {
    get closed() {
      return closed;
    },
    async request(position, number, before) {
      if (typeof position === "string") {
        const mark = hashNumber(position);
        if (followed.includes(mark)) {
          throw contradict(number - 1, "its cursor was followed before; the list would never end");
        }
        followed.push(mark);
      }
      // Tied to the caller's signal only while it runs: a long walk must leave no listener behind.
      const controller = new AbortController();
      const relay = (): void => controller.abort(signal?.reason);
      if (signal?.aborted) relay();
      signal?.addEventListener("abort", relay, { once: true });
      running.add(controller);
      try {
        const from = before && typeof position === "number" ? position - 1 : position;
        const body = await read(from, controller.signal);
        const { items, next } = judgePage(rule, body, from);
        const gone = before && items.length === 0;
        if (gone || (before && keyOf(items[0]) !== keyOf(before.item))) {
          throw new Contradiction("the list has shifted: the item before this page is another one");
        }
        if (typeof next === "number" && next <= Number(position ?? 0)) {
          throw new Contradiction("more items are counted, but none came");
        }
        return { position, number, next, items: before ? items.slice(1) : items };
      } catch (error) {
        throw error instanceof Contradiction ? contradict(number, error.message) : error;
      } finally {
        running.delete(controller);
        signal?.removeEventListener("abort", relay);
      }
    },
    close() {
      closed = true;
      for (const controller of running) controller.abort();
    },
  };
}
