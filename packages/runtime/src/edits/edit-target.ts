import type { AnyClient } from "../lists/create-list.js";
import type { Fields } from "../lists/pages.js";
import type { EditOptions } from "./edit-options.js";
import type { Snapshot } from "./list-access.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/**
 * A list of some resource; what API packages bind to their operations. The compiler asks for `also` when
 * the rule keeps fields (see `keepFields`), and for `judge` when it says where failures stand (see
 * `judgeFailures`).
 */
export type ListTarget = {
  readonly client: AnyClient;
  readonly rule: WriteRule;
  readonly options?: EditOptions | undefined;
} & (
  | { readonly rule: { readonly keep?: undefined }; readonly also?: Also }
  | { readonly rule: { readonly keep?: readonly string[] }; readonly also: Also }
) &
  (
    | { readonly rule: { readonly failures?: undefined }; readonly judge?: Judge }
    | { readonly rule: { readonly failures?: string }; readonly judge: Judge }
  );

/** An edit of one resource's list. */
export type EditTarget = ListTarget & { readonly id: string };

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
