import { stableJson } from "../base/json.js";
import { refuse, show } from "../base/options.js";
import { sleep } from "../base/time.js";
import { type Hooks, notify } from "../client/hooks.js";
import { isCloudClientError } from "../errors/any-error.js";
import { isApiError } from "../errors/api-error.js";
import { ConcurrentWriteError } from "../errors/concurrent-write-error.js";
import { isNetworkError } from "../errors/network-error.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { WriteNotAppliedError } from "../errors/write-not-applied-error.js";
import { differing, type EntryList, labelOf } from "./compare.js";
import { readDesired } from "./entries.js";
import type { AnyChange } from "./intent.js";
import { insideChange } from "./lock.js";
import type { CheckedOptions, EditResult } from "./options.js";
import { makePlan } from "./plan.js";
import {
  type Content,
  type ListResource,
  type State,
  sameContent,
  sameFields,
  showsContent,
} from "./resource.js";
import type { Entry, WriteRule } from "./rule.js";

/** A read older than this is repeated before the write. */
const freshMs = 250;
const maxReplays = 4;

/** What the steps of one edit work with. */
export interface Edit {
  readonly rule: WriteRule;
  readonly resource: ListResource;
  readonly options: CheckedOptions;
  /** How many times a write of unknown outcome may be repeated. */
  readonly retries: number;
  readonly hooks: Hooks;
  readonly signal: AbortSignal | undefined;
}

/**
 * Edits a list: read, apply the change, check, compare, write, verify. Somebody else's write that is
 * seen before ours replays the change on what was found; one that is seen afterwards is a conflict,
 * unless it left everything that we wrote in place.
 */
export async function runEdit(edit: Edit, change: AnyChange): Promise<EditResult<Entry>> {
  const { resource, options, hooks, rule } = edit;
  const first = await resource.read();
  let base = first;
  let writes = 0;
  let changed = false;
  let recovered = false;
  for (let conflicts = 0; ; conflicts++) {
    const { desired, waited } = await applyChange(edit, change, base);
    const plan = makePlan(resource, base.list, desired.list);
    notify(hooks.onPlan, {
      callId: base.callId,
      operation: `PUT ${rule.path}`,
      added: plan.added.length,
      removed: plan.removed.length,
      changed: plan.changed.length,
      kept: plan.kept.length,
    });
    const outcome = sameContent(base, desired)
      ? await confirm(edit, base, desired)
      : await write(edit, base, desired, waited);
    const { observed } = outcome;
    writes += outcome.writes;
    changed ||= outcome.changed;
    recovered ||= outcome.recovered;
    const done = (noticed: number): EditResult<Entry> => ({
      changed,
      plan,
      base: first.list.entries,
      observed: observed.list.entries,
      writes,
      conflicts: noticed,
      recovered,
      requestIds: resource.requestIds,
    });
    if (outcome.is === "as desired") return done(conflicts);
    if (outcome.is !== "not written") {
      const content = await isContent(edit, change, observed);
      // What is gone may have been lost by our own write: then it matters although the change is in place.
      if (content && (outcome.is === "changed by others" || keepsAll(observed, desired))) {
        return done(conflicts + 1);
      }
      if (content || !options.reapply) throw conflict(edit, base, desired, outcome);
    }
    if (conflicts === maxReplays) throw conflict(edit, base, desired, outcome);
    base = observed;
  }
}

/** How an attempt to bring a list into its desired form ended. */
interface Outcome {
  /**
   * `"as desired"`: a read shows all of it. `"not written"`: the list moved before our write.
   * `"changed by others"`: a read showed all of it, a later one does not. `"different"`: the first read
   * after our write shows neither what was there before nor what was desired, and nothing tells whether
   * somebody else wrote or the service did not store what it was sent.
   */
  readonly is: "as desired" | "not written" | "changed by others" | "different";
  readonly observed: State;
  /** How many times the list was sent. */
  readonly writes: number;
  /** Whether any of these may have been carried out. */
  readonly changed: boolean;
  /** Whether an answer was lost and a read showed that the write took effect. */
  readonly recovered: boolean;
}

/** With nothing to write: waits until older writes of others must have landed, and looks again. */
async function confirm(edit: Edit, base: State, desired: Content): Promise<Outcome> {
  const { settleMs } = edit.options;
  const rest = { writes: 0, changed: false, recovered: false };
  if (!settleMs) return { is: "as desired", observed: base, ...rest };
  await pause(edit, settleMs);
  const observed = await edit.resource.read();
  const kept = showsContent(observed, desired);
  return { is: kept ? "as desired" : "changed by others", observed, ...rest };
}

/**
 * Writes the list, and reads it until it no longer shows what it held before. A write whose outcome is
 * unknown is never blindly repeated: the list is read first, and again after a pause, and only one
 * that still holds what it held before is written again.
 *
 * @param waited - whether the change took time, so that `base` may be old.
 * @throws WriteNotAppliedError when a write that succeeded does not show within the time given.
 */
async function write(edit: Edit, base: State, desired: Content, waited: boolean): Promise<Outcome> {
  const { resource, retries, options } = edit;
  const { settleMs, beforeRepeatMs, timeoutMs, intervalMs } = options;
  const read = (): Promise<State> => resource.read();
  let latest = base;
  let moved: State | undefined;
  const isUnmoved = async (): Promise<boolean> => {
    latest = await read();
    if (!sameContent(latest, base)) moved = latest;
    return !moved;
  };
  if ((waited || performance.now() - base.readAt > freshMs) && !(await isUnmoved())) {
    return { is: "not written", observed: latest, writes: 0, changed: false, recovered: false };
  }
  for (let writes = 1; ; writes++) {
    let lost: unknown;
    try {
      // One that was turned away has waited: by then somebody else may have written.
      await resource.write(desired, latest, isUnmoved);
    } catch (error) {
      if (moved || (latest.etag && isApiError(error) && error.status === 412)) {
        const observed = moved ?? (await read());
        // An earlier one, whose answer was lost, may have been carried out late.
        return { is: "not written", observed, writes, changed: writes > 1, recovered: false };
      }
      if (!mayHaveActed(error)) throw error;
      lost = error;
    }
    const pauseMs = lost ? beforeRepeatMs : intervalMs;
    const end = performance.now() + timeoutMs;
    let observed = await read();
    for (let reads = 1; sameContent(observed, base); reads++) {
      if (lost ? reads > 1 : performance.now() + pauseMs > end) break;
      await pause(edit, pauseMs);
      observed = await read();
    }
    if (sameContent(observed, base)) {
      if (!lost) {
        throw new WriteNotAppliedError(
          `${resource.name}: the service accepted the write, but after ${timeoutMs} ms it still shows what was there before`,
          { desired: desired.list.entries, observed: observed.list.entries },
        );
      }
      if (writes > retries) throw lost;
      continue;
    }
    const shown = showsContent(observed, desired);
    let is: Outcome["is"] = shown ? "as desired" : "different";
    if (settleMs > 0) {
      // Whatever the first read shows: only now have all writes landed that were planned before ours.
      await pause(edit, settleMs);
      observed = await read();
      if (showsContent(observed, desired)) is = "as desired";
      else if (shown) is = "changed by others";
    }
    const recovered = Boolean(lost) && is !== "different";
    return { is, observed, writes, changed: true, recovered };
  }
}

function pause({ resource, signal }: Edit, ms: number): Promise<void> {
  return sleep(ms, resource.name, signal);
}

/** Applies a change to what was read, and checks what it makes of it. */
export async function applyChange(
  { rule, resource, options, signal }: Pick<Edit, "rule" | "resource" | "options" | "signal">,
  change: AnyChange,
  base: State,
): Promise<{ desired: Content; waited: boolean }> {
  const { entries } = base.list;
  const { given, waited } = await insideChange(
    resource,
    () => change(structuredClone(entries) as Entry[]),
    signal,
  );
  const wish = given === undefined ? entries : given;
  const list = readDesired(rule, wish, base.list, options.allowEmpty);
  const fields = { ...base.fields, ...options.also };
  for (const [name, read] of Object.entries(base.fields)) {
    if (read === undefined || typeof fields[name] === typeof read) continue;
    refuse(`also.${name}`, `a ${typeof read}, as the service shows it`, fields[name]);
  }
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) continue;
    throw new ResponseParseError(
      `${resource.name}: the service did not show ${name}, and a write without it could reset it: say by "also" what it is to be`,
      { status: 200, sample: "" },
    );
  }
  return { desired: { list, fields }, waited };
}

/** Whether a change has nothing to do in a list; one that refuses the list does not count. */
async function isContent(edit: Edit, change: AnyChange, observed: State): Promise<boolean> {
  try {
    const { desired } = await applyChange(edit, change, observed);
    return sameContent(desired, observed);
  } catch (error) {
    if (edit.signal?.aborted) throw error;
    return false;
  }
}

/** Whether everything that we wrote is there, whatever came on top of it. */
function keepsAll(observed: Content, desired: Content): boolean {
  const { missing } = observed.list.differences(desired.list);
  return !missing.length && sameFields(observed, desired);
}

/**
 * Whether a write that failed may have taken effect all the same: its answer was lost, late, unreadable
 * or points elsewhere, or says something of the way and not of the write. Any other 4xx is a refusal.
 */
function mayHaveActed(error: unknown): boolean {
  if (isApiError(error)) return error.status >= 500 || [408, 425, 499].includes(error.status);
  if (isNetworkError(error)) return error.sent;
  return (
    isCloudClientError(error) && ["timeout", "response-parse", "redirect"].includes(error.kind)
  );
}

const causes = {
  "not written": "it moved with every replay of the change",
  "changed by others": "somebody else wrote it after us",
  different: "somebody else wrote it meanwhile, or the service did not store what it was sent",
} as const;

function conflict(
  { rule, resource }: Edit,
  base: Content,
  desired: Content,
  { is, observed }: Outcome,
): ConcurrentWriteError<Entry> {
  const fields = Object.entries(desired.fields)
    .map(([name, value]) => ({ name, desired: value, observed: observed.fields[name] }))
    .filter(({ desired: wish, observed: found }) => stableJson(wish) !== stableJson(found));
  return conflictError(rule, resource.name, base.list, desired.list, observed.list, {
    cause: causes[is as keyof typeof causes],
    fields,
  });
}

/** The error for a list that is not what it was to be, naming what is gone and what is new. */
export function conflictError(
  rule: WriteRule,
  name: string,
  base: EntryList,
  desired: EntryList,
  observed: EntryList,
  { cause, fields = [] }: { cause: string; fields?: ConcurrentWriteError["fields"] },
): ConcurrentWriteError<Entry> {
  const { missing, unexpected } = observed.differences(desired);
  const told = [
    tell(rule, missing, "missing"),
    tell(rule, unexpected, "unexpected"),
    tellDifferent(rule, missing, unexpected),
    ...fields.map(
      (field) => `${field.name} is ${show(field.observed)}, not ${show(field.desired)}`,
    ),
  ];
  return new ConcurrentWriteError(`${name}: ${[cause, ...told].filter(Boolean).join("; ")}`, {
    base: base.entries,
    desired: desired.entries,
    observed: observed.entries,
    missing,
    unexpected,
    fields,
  });
}

const mostTold = 5;

/** Names entries, the first few of many. */
function tell(rule: WriteRule, entries: readonly Entry[], word: string): string {
  const labels = entries.slice(0, mostTold).map((entry) => labelOf(rule, entry));
  const more = entries.length > mostTold ? ` and ${entries.length - mostTold} more` : "";
  return entries.length ? `${word}: ${labels.join(", ")}${more}` : "";
}

/** Says in which fields entries differ that read the same in a list of labels; never their values. */
function tellDifferent(
  rule: WriteRule,
  missing: readonly Entry[],
  unexpected: readonly Entry[],
): string {
  const found = new Map(unexpected.map((entry) => [labelOf(rule, entry), entry]));
  return missing
    .slice(0, mostTold)
    .flatMap((entry) => {
      const other = found.get(labelOf(rule, entry));
      return other ? `${labelOf(rule, entry)} differs in ${differing(rule, entry, other)}` : [];
    })
    .join("; ");
}
