import { hash } from "../list/hash.js";
import { canonical, identityOf } from "./normalise.js";
import type { AnyEntry, EntryShape, WriteRule } from "./write-rule.js";

/** What an edit would do, as plain data: store it, show it, apply it later. */
export interface Plan<Entry> {
  readonly version: 1;
  /** operationId of the write. */
  readonly operation: string;
  /** Service the plan was made on. */
  readonly baseUrl: string;
  /** Resource whose list is edited. */
  readonly id: string;
  /** Ties the plan to the list that was read; a list that has moved since is not written. */
  readonly fingerprint: number;
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
  /** Entries that stay under the same identity with other fields. */
  readonly changed: readonly { readonly before: Entry; readonly after: Entry }[];
  readonly kept: readonly Entry[];
  /** The whole list after the edit. */
  readonly desired: readonly Entry[];
}

/** What a plan belongs to. */
export interface PlanTarget {
  readonly rule: WriteRule;
  readonly baseUrl: string;
  readonly id: string;
}

/** Compares two lists and says what leads from one to the other. Pure. */
export function makePlan<Entry extends EntryShape>(
  target: PlanTarget,
  base: readonly Entry[],
  desired: readonly Entry[],
): Plan<Entry> {
  const { rule, baseUrl, id } = target;
  const removed = new Map(base.map((entry) => [identityOf(rule, entry as AnyEntry), entry]));
  const added: Entry[] = [];
  const changed: { before: Entry; after: Entry }[] = [];
  const kept: Entry[] = [];
  for (const after of desired) {
    const key = identityOf(rule, after as AnyEntry);
    const before = removed.get(key);
    removed.delete(key);
    if (!before) added.push(after);
    else if (sameList(rule, [before], [after])) kept.push(before);
    else changed.push({ before, after });
  }
  return {
    version: 1,
    operation: rule.operation,
    baseUrl,
    id,
    fingerprint: fingerprintOf(target, base),
    added,
    removed: [...removed.values()],
    changed,
    kept,
    desired: [...desired],
  };
}

/** A fingerprint of a resource's list. */
export function fingerprintOf(target: PlanTarget, entries: readonly EntryShape[]): number {
  const { rule, baseUrl, id } = target;
  return hash([baseUrl, rule.operation, id, canonical(rule, entries as AnyEntry[])].join("\n"));
}

/** Whether two lists mean the same: order, defaults and read-only fields do not count. */
export function sameList(
  rule: WriteRule,
  a: readonly EntryShape[],
  b: readonly EntryShape[],
): boolean {
  return canonical(rule, a as AnyEntry[]) === canonical(rule, b as AnyEntry[]);
}

/**
 * A list as it was read, without what the service shows beyond what was wanted of an entry: fields
 * that its documents do not know and that nobody wrote.
 */
export function asWanted(
  rule: WriteRule,
  observed: readonly AnyEntry[],
  wanted: readonly AnyEntry[],
): readonly AnyEntry[] {
  if (rule.entry) return observed;
  const wishes = new Map(wanted.map((entry) => [identityOf(rule, entry), entry]));
  return observed.map((entry) => {
    const wish = wishes.get(identityOf(rule, entry));
    if (!wish) return entry;
    const told = Object.entries(entry).filter(([name]) => name in rule.fields || name in wish);
    return Object.fromEntries(told);
  });
}

/** Whether a list that was read shows what was wanted. */
export function shows(
  rule: WriteRule,
  observed: readonly AnyEntry[],
  wanted: readonly AnyEntry[],
): boolean {
  return sameList(rule, asWanted(rule, observed, wanted), wanted);
}

/** What one list has that the other lacks, by whole entries. */
export function subtract<Entry extends EntryShape>(
  rule: WriteRule,
  from: readonly Entry[],
  what: readonly Entry[],
): Entry[] {
  const known = new Set(what.map((entry) => canonical(rule, [entry as AnyEntry])));
  return from.filter((entry) => !known.has(canonical(rule, [entry as AnyEntry])));
}
