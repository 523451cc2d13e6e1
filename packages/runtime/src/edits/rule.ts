/** An entry of a list: an object of JSON values, or a plain string. */
export type Entry = string | Readonly<Record<string, unknown>>;

/** What the API allows in one field of an entry; from the item schema of the request. */
export interface FieldRule {
  readonly type: string;
  /** The allowed values in words, for messages. */
  readonly title: string;
  /** The smallest number, or the minimum length of a string. */
  readonly least?: number;
  /** The largest number, or the maximum length of a string. */
  readonly most?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly required?: true;
}

/**
 * How to write a list that can only be replaced as a whole; generated from `x-write-semantics`. The compiler
 * checks that both paths exist.
 */
export interface WriteRule<Paths = Record<string, unknown>> {
  /** operationId of the PUT. */
  readonly operation: string;
  /** Path template of the PUT. */
  readonly path: keyof Paths & string;
  /** Path template of the GET that shows the same list under the same name. */
  readonly read: keyof Paths & string;
  /** Path parameter that names the resource. */
  readonly id: string;
  /** Body property that is replaced as a whole. */
  readonly list: string;
  /** Fields that identify an entry, defaults filled in; none where entries are plain strings. */
  readonly identity: readonly string[];
  /** Whether the order of entries matters. */
  readonly ordered: boolean;
  /** Maximum number of entries. */
  readonly maxItems?: number;
  /**
   * Body properties that every write sends back as last read, because the service may reset what is left out.
   * The GET shows them under the same names.
   */
  readonly keep?: readonly string[];
  /** Field of a success response in which the service lists what failed. */
  readonly failures?: string;
  /** What the API allows in an entry that is a plain string; absent if entries are objects. */
  readonly entry?: FieldRule;
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Fields that only the service sets; a request must not send them. */
  readonly readOnly: readonly string[];
}
