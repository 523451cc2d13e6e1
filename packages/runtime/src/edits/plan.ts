import { copyJson, hash, stableJson, writtenData } from "../base/json.js";
import { UsageError } from "../errors/usage-error.js";
import { type EntryList, secretNames, writable } from "./compare.js";
import type { Entry } from "./rule.js";

/**
 * What an edit would do, as plain data: store it, show it ({@link formatPlan}), have it approved, apply it later. It can be
 * applied while the list still equals `base`, even a second time after somebody has undone it.
 */
export interface Plan<Entry> {
  readonly version: 3;
  /** operationId of the write. */
  readonly operation: string;
  /** Address of the write: the service, the project where there is one, and the resource. */
  readonly resource: string;
  /** Id of the resource whose list is edited; the values in `path`, joined, if it takes several. */
  readonly id: string;
  /** The path parameters that name the resource, if it takes several. */
  readonly path?: Readonly<Record<string, string>>;
  /** The list, by its place in the body of the write. */
  readonly list: string;
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
  /** Entries that keep their identity but get other fields. */
  readonly changed: readonly { readonly base: Entry; readonly desired: Entry }[];
  readonly kept: readonly Entry[];
  /** Set if the order of the list matters and the kept entries change theirs. */
  readonly reordered?: true;
  /**
   * Names of the fields that hold secrets, at any depth of an entry; "" if entries are strings that are secrets.
   * Absent if there are none. {@link formatPlan} hides their values; in the plan itself they are readable.
   */
  readonly secrets?: readonly string[];
  /** The whole list as it was read. */
  readonly base: readonly Entry[];
  /** The whole list after the edit. */
  readonly desired: readonly Entry[];
  /** Checksum of the whole plan: one that was altered or truncated is refused. Not a signature. */
  readonly fingerprint: number;
}

/** What a plan belongs to. */
export type PlanTarget = Pick<Plan<Entry>, "operation" | "resource" | "id" | "path" | "list">;

/** Compares two lists and returns what leads from one to the other. Pure. */
export function makePlan(
  { operation, resource, id, path, list }: PlanTarget,
  base: EntryList,
  desired: EntryList,
): Plan<Entry> {
  const goes = base.lackingIn(desired);
  const comes = desired.lackingIn(base);
  const gone = new Map<string | undefined, Entry[]>();
  base.entries.forEach((entry, index) => {
    if (!goes[index]) return;
    const alike = gone.get(base.keys[index]);
    if (alike) alike.push(entry);
    else gone.set(base.keys[index], [entry]);
  });
  const matched = new Map<string | undefined, number>();
  const added: Entry[] = [];
  const changed: { base: Entry; desired: Entry }[] = [];
  desired.entries.forEach((entry, index) => {
    if (!comes[index]) return;
    const key = desired.keys[index];
    const count = matched.get(key) ?? 0;
    const before = gone.get(key)?.[count];
    if (before === undefined) {
      added.push(entry);
      return;
    }
    matched.set(key, count + 1);
    // Fields that only the service sets do not change by this write: they are in neither form.
    const own = typeof before === "string" ? before : writable(base.rule, before);
    changed.push({ base: own, desired: entry });
  });
  const kept = base.texts.filter((_, index) => !goes[index]);
  const stays = desired.texts.filter((_, index) => !comes[index]);
  const reordered = base.rule.ordered && kept.some((text, index) => text !== stays[index]);
  const secrets = secretNames(base.rule, [...base.entries, ...desired.entries]);
  const plan = {
    version: 3 as const,
    operation,
    resource,
    id,
    ...(path === undefined ? {} : { path }),
    list,
    added,
    removed: [...gone].flatMap(([key, alike]) => alike.slice(matched.get(key))),
    changed,
    kept: base.entries.filter((_, index) => !goes[index]),
    ...(reordered ? { reordered: true as const } : {}),
    ...(secrets.length === 0 ? {} : { secrets }),
    base: base.entries,
    desired: desired.entries,
  };
  return { ...plan, fingerprint: fingerprintOf(plan) };
}

/**
 * Reads a plan that may have been stored.
 *
 * @throws UsageError when it was altered or truncated, or is not a plan.
 */
export function readPlan(given: unknown): Plan<Entry> {
  const plan = Object(copyJson("plan", given ?? {}, writtenData)) as Plan<Entry>;
  const { fingerprint, ...content } = plan;
  if (content.version === 3 && fingerprint === fingerprintOf(content)) return plan;
  throw new UsageError(
    "the plan was altered or truncated, or is not a plan: pass it exactly as it was returned",
  );
}

function fingerprintOf(content: Omit<Plan<Entry>, "fingerprint">): number {
  return hash(stableJson(content));
}
