import { UsageError } from "../errors/usage-error.js";
import type { PaginationRule } from "./pagination-rule.js";
import type { Position } from "./position.js";

/** What a checkpoint belongs to. */
export interface ListIdentity {
  readonly operation: string;
  readonly baseUrl: string;
  /** Fingerprint of the query without page size and position. */
  readonly query: string;
  readonly style: PaginationRule["style"];
}

/** Where a walk goes on: the page and how many of its items were seen. */
export interface Resume {
  readonly position: Position;
  readonly skip: number;
}

const version = 1;

/**
 * Writes a checkpoint: a small JSON text without any secret, good in another process on another day.
 */
export function writeCheckpoint(list: ListIdentity, { position, skip }: Resume): string {
  return JSON.stringify({
    v: version,
    op: list.operation,
    url: list.baseUrl,
    query: list.query,
    at: position ?? null,
    skip,
  });
}

/**
 * Reads a checkpoint back.
 *
 * @throws UsageError when it was cut short or belongs to another list, service, query or version.
 */
export function readCheckpoint(list: ListIdentity, text: unknown): Resume {
  const found = parse(text);
  if (found.v !== version) {
    throw new UsageError(
      `the checkpoint has version ${show(found.v)}; this package reads ${version}`,
    );
  }
  const expected = { op: list.operation, url: list.baseUrl, query: list.query };
  const labels = { op: "operation", url: "service", query: "query" };
  for (const key of ["op", "url", "query"] as const) {
    if (found[key] !== expected[key]) {
      const shown = key === "query" ? "" : ` ${show(found[key])}, not ${show(expected[key])}`;
      throw new UsageError(`the checkpoint belongs to another ${labels[key]}${shown}`);
    }
  }
  const { at, skip } = found;
  const fits =
    list.style === "cursor" ? typeof at === "string" : list.style === "offset" && isCount(at);
  if (!(fits || at === null) || !isCount(skip)) throw new UsageError("the checkpoint is damaged");
  return { position: (at as Position | null) ?? undefined, skip };
}

function parse(text: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text as string);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Falls through to the one error for everything that is no checkpoint.
  }
  throw new UsageError(
    "the checkpoint is cut short or is none: pass it on exactly as it was given",
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? "undefined";
}
