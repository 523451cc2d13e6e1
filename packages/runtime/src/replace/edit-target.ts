import type { AnyClient } from "../list/create-list.js";
import type { Fields } from "../list/pages.js";
import type { EditOptions } from "./edit-options.js";
import type { Snapshot } from "./list-access.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/** An edit of one resource's list; what API packages bind to their operations. */
export interface EditTarget {
  readonly client: AnyClient;
  readonly rule: WriteRule;
  readonly id: string;
  readonly options?: EditOptions | undefined;
  /** Makes further body properties to send with the list, of what was read. */
  readonly also?: (read: Fields) => object;
  /** Rejects when the answer to a write says that not all of it was done. */
  readonly judge?: Judge;
}

/**
 * Judges the answer to a write.
 *
 * @param read - reads the list once more. One request.
 */
export type Judge = (
  answer: Fields,
  desired: readonly AnyEntry[],
  read: () => Promise<Snapshot>,
) => Promise<void>;
