import { refuse } from "../base/options.js";
import { type Change, type Ensure, ensuring, replacing } from "./intent.js";
import type { AnyEntry, EntryShape, WriteRule } from "./write-rule.js";

/** What a plan is made for: a whole new list, entries that must be there or not, or any change. */
export type PlanIntent<Entry, Input = Entry, Key = Input> =
  | { replace: readonly Input[] }
  | Ensure<Input, Key>
  | Change<Entry, Input>;

/** Turns what a caller wants planned into a change of the list. */
export function changeOf<Entry>(
  rule: WriteRule,
  intent: PlanIntent<Entry, EntryShape, EntryShape>,
): Change<AnyEntry> {
  if (typeof intent === "function") return intent as unknown as Change<AnyEntry>;
  if (typeof intent !== "object" || intent === null) {
    return refuse("an intent", "{ replace }, { present, absent } or a function", intent);
  }
  return "replace" in intent
    ? replacing(rule, intent.replace as readonly AnyEntry[])
    : ensuring(rule, intent as Ensure<AnyEntry>);
}
