import type { AnyClient } from "../list/create-list.js";
import type { Fields } from "../list/pages.js";
import type { EditOptions } from "./edit-options.js";
import type { Snapshot } from "./list-access.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/** A list of some resource; what API packages bind to their operations. */
export type ListTarget = {
  readonly client: AnyClient;
  readonly rule: WriteRule;
  readonly options?: EditOptions | undefined;
} & (Sending<undefined, { also?: Also }> | Sending<readonly string[], { also: Also }>) &
  (Answering<undefined, { judge?: Judge }> | Answering<string, { judge: Judge }>);

/** An edit of one resource's list. */
export type EditTarget = ListTarget & { readonly id: string };

/** The compiler asks for `also` when the rule keeps fields: see `keepFields`. */
type Sending<Keep, Part> = { readonly rule: { readonly keep?: Keep } } & Part;

/** The compiler asks for `judge` when the rule says where failures stand: see `judgeFailures`. */
type Answering<Where, Part> = { readonly rule: { readonly failures?: Where } } & Part;

/** Makes further body properties to send with the list, of what was read. */
export type Also = (read: Fields) => object;

/**
 * Judges the answer to a write, and rejects when it says that not all of it was done.
 *
 * @param read - reads the list once more. One request.
 */
export type Judge = (
  answer: Fields,
  desired: readonly AnyEntry[],
  read: () => Promise<Snapshot>,
) => Promise<void>;
