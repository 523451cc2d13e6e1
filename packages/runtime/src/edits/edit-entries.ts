import { editList } from "./edit-list.js";
import type { EditResult } from "./edit-options.js";
import type { EditTarget } from "./edit-target.js";
import { adding, type Change, type Ensure, ensuring, removing, replacing } from "./intent.js";
import type { AnyEntry, EntryShape } from "./write-rule.js";

/** Writes exactly the entries given. */
export async function replaceEntries<Entry extends EntryShape>(
  target: EditTarget,
  entries: readonly EntryShape[],
): Promise<EditResult<Entry>> {
  return editList(target, replacing(target.rule, entries as readonly AnyEntry[]));
}

/** Adds entries; those that are there already are left alone. */
export async function addEntries<Entry extends EntryShape>(
  target: EditTarget,
  entries: readonly EntryShape[],
): Promise<EditResult<Entry>> {
  return editList(target, adding(target.rule, entries as readonly AnyEntry[]));
}

/** Removes entries by identity. */
export async function removeEntries<Entry extends EntryShape>(
  target: EditTarget,
  keys: readonly EntryShape[],
): Promise<EditResult<Entry>> {
  return editList(target, removing(target.rule, keys as readonly AnyEntry[]));
}

/** Makes entries be there, or not. */
export async function ensureEntries<Entry extends EntryShape>(
  target: EditTarget,
  wish: Ensure<EntryShape>,
): Promise<EditResult<Entry>> {
  return editList(target, ensuring(target.rule, wish as Ensure<AnyEntry>));
}

/** Makes any change. */
export async function editEntries<Entry extends EntryShape>(
  target: EditTarget,
  change: Change<Entry, EntryShape>,
): Promise<EditResult<Entry>> {
  return editList(target, change as unknown as Change<AnyEntry>);
}
