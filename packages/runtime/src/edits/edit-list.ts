import { contextOf } from "../client/cloud-client.js";
import { resolveLimits } from "../client/limits.js";
import { type EditResult, editTimes } from "./edit-options.js";
import type { EditTarget } from "./edit-target.js";
import type { Change } from "./intent.js";
import { openList } from "./list-access.js";
import { withLock } from "./lock.js";
import { runEdit } from "./run-edit.js";
import type { AnyEntry, EntryShape } from "./write-rule.js";

/**
 * Edits the list of one resource under its lock. The shared part of all edit functions.
 *
 * @returns what was done. Requests: read, write, verify; just the read when nothing changes.
 */
export async function editList<Entry extends EntryShape>(
  target: EditTarget,
  intent: Change<AnyEntry>,
): Promise<EditResult<Entry>> {
  const { client, rule, id, options = {} } = target;
  const { hooks, limits, baseUrl } = contextOf(client);
  const { lock = withLock, signal } = options;
  const times = editTimes(options);
  const { retries } = resolveLimits(options, limits);
  const edit = { rule, id, baseUrl, options, times, retries, hooks, ...openList(target) };
  const run = (): Promise<EditResult<AnyEntry>> => runEdit(edit, intent);
  return lock(`${baseUrl} ${rule.operation} ${id}`, run, signal) as Promise<EditResult<Entry>>;
}
