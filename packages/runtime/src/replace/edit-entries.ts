import type { ListClient } from "../list/create-list.js";
import { editList } from "./edit-list.js";
import type { EditOptions, EditResult } from "./edit-options.js";
import { adding, type Change, type Ensure, ensuring, removing, replacing } from "./intent.js";
import type { AnyEntry, EntryShape, WriteRule } from "./write-rule.js";

/** An edit of one resource's list; what API packages bind to their operations. */
export interface EditTarget {
  readonly client: ListClient;
  readonly rule: WriteRule;
  readonly id: string;
  readonly options?: EditOptions | undefined;
  /** Further body properties to send with the list. */
  readonly also?: object | undefined;
}

/** Writes exactly the entries given. */
export async function replaceEntries<Entry extends EntryShape>(
  target: EditTarget,
  entries: readonly EntryShape[],
): Promise<EditResult<Entry>> {
  return edit(target, replacing(target.rule, entries as readonly AnyEntry[]));
}

/** Adds entries; those that are there already are left alone. */
export async function addEntries<Entry extends EntryShape>(
  target: EditTarget,
  entries: readonly EntryShape[],
): Promise<EditResult<Entry>> {
  return edit(target, adding(target.rule, entries as readonly AnyEntry[]));
}

/** Removes entries by identity. */
export async function removeEntries<Entry extends EntryShape>(
  target: EditTarget,
  keys: readonly EntryShape[],
): Promise<EditResult<Entry>> {
  return edit(target, removing(target.rule, keys as readonly AnyEntry[]));
}

/** Makes entries be there, or not. */
export async function ensureEntries<Entry extends EntryShape>(
  target: EditTarget,
  wish: Ensure<EntryShape>,
): Promise<EditResult<Entry>> {
  return edit(target, ensuring(target.rule, wish as Ensure<AnyEntry>));
}

/** Makes any change. */
export async function editEntries<Entry extends EntryShape>(
  target: EditTarget,
  change: Change<Entry, EntryShape>,
): Promise<EditResult<Entry>> {
  return edit(target, change as unknown as Change<AnyEntry>);
}

function edit<Entry extends EntryShape>(
  { client, rule, id, options, also }: EditTarget,
  intent: Change<AnyEntry>,
): Promise<EditResult<Entry>> {
  return editList<Entry>(client, rule, id, intent, options, also);
}
