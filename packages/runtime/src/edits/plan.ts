import { hash } from "../base/json.js";
import { byIdentity, canonical, identityOf, subtract } from "./normalise.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

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
export function makePlan(
  target: PlanTarget,
  base: readonly AnyEntry[],
  desired: readonly AnyEntry[],
): Plan<AnyEntry> {
  const { rule, baseUrl, id } = target;
  const gone = subtract(rule, base, desired);
  const removed = byIdentity(rule, gone);
  const added: AnyEntry[] = [];
  const changed: { before: AnyEntry; after: AnyEntry }[] = [];
  for (const after of subtract(rule, desired, base)) {
    const key = identityOf(rule, after);
    const before = removed.get(key);
    if (before && removed.delete(key)) changed.push({ before, after });
    else added.push(after);
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
    kept: subtract(rule, base, gone),
    desired: [...desired],
  };
}

/** A fingerprint of a resource's list. */
export function fingerprintOf(
  { rule, baseUrl, id }: PlanTarget,
  entries: readonly AnyEntry[],
): number {
  return hash([baseUrl, rule.operation, id, canonical(rule, entries)]);
}
