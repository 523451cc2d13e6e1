import { sleep, withTimeLimit } from "../base/time.js";
import { type Hooks, notify } from "../client/hooks.js";
import { isCloudClientError } from "../errors/any-error.js";
import { isApiError } from "../errors/api-error.js";
import { LockLostError } from "../errors/lock-lost-error.js";
import { isNetworkError } from "../errors/network-error.js";
import type { ContentChange } from "./apply-change.js";
import { type Cause, conflict, notApplied, partlyApplied, type Subject } from "./conflict.js";
import type { Hold } from "./lock.js";
import type { CheckedOptions } from "./options.js";
import { makePlan, type Plan } from "./plan.js";
import {
  type Content,
  listAt,
  type Resource,
  type State,
  sameContent,
  sameFields,
  showsContent,
} from "./resource.js";
import type { Entry } from "./rule.js";

/** A read older than this is repeated before the write. */
const freshMs = 250;
const maxReplays = 4;

/** What the steps of one edit need. */
export interface Edit extends Subject {
  readonly change: ContentChange;
  readonly options: CheckedOptions;
  /** Maximum number of times a write with an unknown outcome is repeated. */
  readonly retries: number;
  readonly hooks: Hooks;
  readonly signal: AbortSignal | undefined;
  readonly hold: Hold;
}

/** What an edit did. */
export interface Edited {
  readonly changed: boolean;
  /** The plan of the last write for each edited list. */
  readonly plans: readonly Plan<Entry>[];
  /** What was read first. */
  readonly base: State;
  readonly observed: State;
  readonly writes: number;
  readonly conflicts: number;
  readonly recovered: boolean;
}

/**
 * Edits lists: read, apply the change, check, compare, write, verify. If somebody else's write is seen before
 * ours, the change is replayed on the newer lists. If it is seen afterwards, it is a conflict, unless
 * everything we wrote is still in place.
 */
export async function runEdit(edit: Edit): Promise<Edited> {
  const { resource, edited, change, options, hooks } = edit;
  const { rule } = resource;
  const first = await resource.read();
  let base = first;
  let writes = 0;
  let changed = false;
  let recovered = false;
  for (let conflicts = 0; ; conflicts++) {
    const { desired, waited } = await change(base);
    const plans = edited.map((at) =>
      makePlan(resource.planTarget(at), listAt(base, at), listAt(desired, at)),
    );
    const count = (part: "added" | "removed" | "changed" | "kept"): number =>
      plans.reduce((sum, plan) => sum + plan[part].length, 0);
    notify(hooks.onPlan, {
      callId: base.callId,
      operation: `PUT ${rule.path}`,
      added: count("added"),
      removed: count("removed"),
      changed: count("changed"),
      kept: count("kept"),
    });
    const outcome = sameContent(rule, base, desired)
      ? await confirm(edit, base, desired)
      : await write(edit, base, desired, waited);
    const { observed } = outcome;
    writes += outcome.writes;
    changed ||= outcome.changed;
    recovered ||= outcome.recovered;
    const done = (noticed: number): Edited => ({
      changed,
      plans,
      base: first,
      observed,
      writes,
      conflicts: noticed,
      recovered,
    });
    if (outcome.is === "as desired") return done(conflicts);
    if (outcome.is !== "not written") {
      const content = await isContent(edit, observed);
      // Our own write may have removed what is missing; then it matters even if the change is in place.
      const kept = outcome.is === "changed by others" || keepsAll(edit, observed, desired);
      if (content && kept) return done(conflicts + 1);
      if (content || !options.reapply) throw conflict(edit, base, desired, causeOf(outcome));
    }
    if (conflicts === maxReplays) throw conflict(edit, base, desired, causeOf(outcome));
    base = observed;
  }
}

/** The result of one round: one read, and the writes based on it. */
interface Outcome {
  /**
   * `"as desired"`: a read shows the desired content. `"not written"`: the lists changed before our write.
   * `"changed by others"`: one read showed the desired content, a later one does not. `"different"`: the
   * first read after our write shows neither the base nor the desired content, so either somebody else wrote
   * or the service did not store what it was sent.
   */
  readonly is: "as desired" | "not written" | "changed by others" | "different";
  readonly observed: State;
  /** How many times the lists were sent. */
  readonly writes: number;
  /** Whether any of these writes may have taken effect. */
  readonly changed: boolean;
  /** Whether a response was lost and a read showed that the write took effect. */
  readonly recovered: boolean;
  /** The error with which the service refused our write as outdated. */
  readonly refusal?: unknown;
}

const causes = {
  "not written": "it changed during every replay",
  "changed by others": "somebody else wrote it after our write",
  different:
    "somebody else wrote it in the meantime, or the service did not store what it was sent",
  "as desired": "it is as desired",
} as const;

function causeOf({ is, observed, refusal }: Outcome): Cause {
  const why = refusal ? "every write was refused as based on an older version" : causes[is];
  return { why, observed, refusal };
}

/** With nothing to write: waits until earlier writes of others must have arrived, and reads again. */
async function confirm(edit: Edit, base: State, desired: Content): Promise<Outcome> {
  const { resource, options } = edit;
  const rest = { writes: 0, changed: false, recovered: false };
  if (!options.settleMs) return { is: "as desired", observed: base, ...rest };
  await pause(edit, options.settleMs);
  const observed = await resource.read();
  const kept = showsContent(resource.rule, observed, desired);
  return { is: kept ? "as desired" : "changed by others", observed, ...rest };
}

/**
 * Writes the lists, and reads them until they differ from the base. A write with an unknown outcome is not
 * simply repeated: the lists are read first, and again after a pause, and are written again only if they still
 * equal the base.
 *
 * @param waited - whether the change took time, so that `base` may be outdated.
 * @throws WriteNotAppliedError when a successful write does not show within `verify.timeoutMs`, or when the
 * service reports that part of it failed.
 */
async function write(edit: Edit, base: State, desired: Content, waited: boolean): Promise<Outcome> {
  const { resource, retries, options } = edit;
  const { rule } = resource;
  const { settleMs, beforeRepeatMs, timeoutMs, intervalMs } = options;
  const read = (): Promise<State> => resource.read();
  let latest = base;
  let moved: State | undefined;
  const isUnmoved = async (): Promise<boolean> => {
    latest = await read();
    if (!sameContent(rule, latest, base)) moved = latest;
    return !moved;
  };
  const mayRepeat = async (): Promise<boolean> => {
    const unmoved = await isUnmoved();
    if (unmoved) await checkHold(edit, 1);
    return unmoved;
  };
  if ((waited || performance.now() - base.readAt > freshMs) && !(await isUnmoved())) {
    return { is: "not written", observed: latest, writes: 0, changed: false, recovered: false };
  }
  for (let writes = 1; ; writes++) {
    let lost: unknown;
    let failures: readonly unknown[] = [];
    await checkHold(edit, writes);
    try {
      // A refused write waits before it is sent again: by then somebody else may have written.
      failures = await resource.write(desired, latest, mayRepeat);
    } catch (error) {
      const newer = moved ?? (await refusedAsOld(resource, latest, error));
      if (newer) {
        const refusal = moved ? undefined : error;
        // An earlier write whose response was lost may have taken effect late.
        const changed = writes > 1;
        return { is: "not written", observed: newer, writes, changed, recovered: false, refusal };
      }
      if (!mayHaveActed(error)) throw error;
      lost = error;
    }
    if (failures.length > 0) throw await partlyApplied(edit, desired, failures);
    const pauseMs = lost ? beforeRepeatMs : intervalMs;
    const end = performance.now() + timeoutMs;
    let observed = await read();
    for (let reads = 1; sameContent(rule, observed, base); reads++) {
      if (lost ? reads > 1 : performance.now() + pauseMs > end) break;
      await pause(edit, pauseMs);
      observed = await read();
    }
    if (sameContent(rule, observed, base)) {
      if (!lost) {
        const what = `the service accepted the write, but after ${timeoutMs} ms it still shows the old list`;
        throw notApplied(edit, desired, observed, what);
      }
      if (writes > retries) throw lost;
      latest = observed;
      continue;
    }
    const shown = showsContent(rule, observed, desired);
    let is: Outcome["is"] = shown ? "as desired" : "different";
    if (settleMs > 0) {
      // Whatever the first read shows: only now have all writes landed that were planned before ours.
      await pause(edit, settleMs);
      observed = await read();
      if (showsContent(rule, observed, desired)) is = "as desired";
      else if (shown) is = "changed by others";
    }
    const recovered = Boolean(lost) && is !== "different";
    return { is, observed, writes, changed: true, recovered };
  }
}

/** @throws LockLostError when the lock is no longer held. AbortedError when the signal aborts meanwhile. */
function checkHold({ hold, resource, edited, signal }: Edit, writes: number): Promise<void> {
  const name = resource.nameOf(edited);
  const what =
    writes > 1
      ? "before a write whose outcome is unknown could be repeated"
      : "before the write, which was not sent";
  return withTimeLimit(Number.POSITIVE_INFINITY, "deadline", name, signal, async () => {
    try {
      await hold.check();
    } catch (cause) {
      throw new LockLostError(`the lock of ${name} was lost ${what}`, { cause });
    }
  });
}

function pause({ resource, edited, signal }: Edit, ms: number): Promise<void> {
  return sleep(ms, resource.nameOf(edited), signal);
}

/** Whether a change would leave the content as it is; `false` if the change refuses the content. */
async function isContent({ resource, change, signal }: Edit, observed: State): Promise<boolean> {
  try {
    const { desired } = await change(observed);
    return sameContent(resource.rule, desired, observed);
  } catch (error) {
    if (signal?.aborted) throw error;
    return false;
  }
}

/** Whether everything we wrote is there, whatever else was added. */
function keepsAll({ resource }: Edit, observed: Content, desired: Content): boolean {
  const complete = desired.lists.every(
    (list, at) => listAt(observed, at).differences(list).missing.length === 0,
  );
  return complete && sameFields(resource.rule, observed, desired);
}

/**
 * Whether a failed write may have taken effect: its response was lost, late, unreadable or a redirect, or
 * reports a problem on the way to the service. Any other 4xx is a refusal.
 */
function mayHaveActed(error: unknown): boolean {
  if (isApiError(error)) return error.status >= 500 || [408, 425, 499].includes(error.status);
  if (isNetworkError(error)) return error.sent;
  return (
    isCloudClientError(error) && ["timeout", "response-parse", "redirect"].includes(error.kind)
  );
}

/**
 * Finds out whether a write was refused because it carried an old version.
 *
 * @returns what the service shows now; `undefined` for any other failure.
 */
async function refusedAsOld(
  resource: Resource,
  latest: State,
  error: unknown,
): Promise<State | undefined> {
  const inBody = resource.rule.version !== undefined;
  if (!isApiError(error) || !(inBody || latest.etag)) return undefined;
  const { status } = error;
  if (status === 412 || (status === 409 && inBody)) return resource.read();
  if (!inBody || mayHaveActed(error)) return undefined;
  // Some services refuse an old version with another status: a read shows whether there is a newer one.
  const observed = await resource.read().catch(() => undefined);
  return observed?.version === latest.version ? undefined : observed;
}
