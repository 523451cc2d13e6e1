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
  readonly fingerprint: string;
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
  const before = new Map(base.map((entry) => [identityOf(rule, entry as AnyEntry), entry]));
  const added: Entry[] = [];
  const changed: { before: Entry; after: Entry }[] = [];
  const kept: Entry[] = [];
  for (const entry of desired) {
    const key = identityOf(rule, entry as AnyEntry);
    const old = before.get(key);
    before.delete(key);
    if (!old) added.push(entry);
    else if (sameList(rule, [old], [entry])) kept.push(old);
    else changed.push({ before: old, after: entry });
  }
  const fingerprint = fingerprintOf(target, base);
  const removed = [...before.values()];
  return {
    version: 1,
    operation: rule.operation,
    baseUrl,
    id,
    fingerprint,
    added,
    removed,
    changed,
    kept,
    desired: [...desired],
  };
}

/** A fingerprint of a resource's list. */
export function fingerprintOf(target: PlanTarget, entries: readonly EntryShape[]): string {
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

/** What one list has that the other lacks, by whole entries. */
export function subtract<Entry extends EntryShape>(
  rule: WriteRule,
  from: readonly Entry[],
  what: readonly Entry[],
): Entry[] {
  const known = new Set(what.map((entry) => canonical(rule, [entry as AnyEntry])));
  return from.filter((entry) => !known.has(canonical(rule, [entry as AnyEntry])));
}
