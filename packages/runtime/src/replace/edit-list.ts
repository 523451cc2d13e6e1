import { contextOf } from "../client/cloud-client.js";
import { notify } from "../client/hooks.js";
import type { ListClient } from "../list/create-list.js";
import { type EditOptions, type EditResult, editTimes } from "./edit-options.js";
import type { Change } from "./intent.js";
import { openList } from "./list-access.js";
import { withLock } from "./lock.js";
import type { Plan, PlanTarget } from "./plan.js";
import { runEdit } from "./run-edit.js";
import type { AnyEntry, EntryShape, WriteRule } from "./write-rule.js";

/**
 * Edits the list of one resource under its lock. The shared part of all edit functions.
 *
 * @param also - further body properties to send with the list.
 * @returns what was done. Requests: read, write, verify; just the read when nothing changes.
 */
export async function editList<Entry extends EntryShape>(
  client: ListClient,
  rule: WriteRule,
  id: string,
  intent: Change<AnyEntry>,
  options: EditOptions = {},
  also?: object,
): Promise<EditResult<Entry>> {
  const times = editTimes(options);
  const target = planTarget(client, rule, id);
  const access = openList(client, rule, id, options, also);
  const { hooks } = contextOf(client);
  const onPlan = (plan: Plan<AnyEntry>): void =>
    notify(hooks.onPlan, {
      operation: `PUT ${rule.path}`,
      added: plan.added.length,
      removed: plan.removed.length,
      changed: plan.changed.length,
      kept: plan.kept.length,
    });
  const { lock = (resource, task) => withLock(resource, task, options.signal) } = options;
  const run = (): Promise<EditResult<AnyEntry>> =>
    runEdit({ target, access, options, times, onPlan }, intent);
  return lock(`${target.baseUrl} ${rule.operation} ${id}`, run) as Promise<EditResult<Entry>>;
}

/** What the plans for a resource belong to. */
export function planTarget(client: ListClient, rule: WriteRule, id: string): PlanTarget {
  return { rule, id, baseUrl: contextOf(client).baseUrl };
}
