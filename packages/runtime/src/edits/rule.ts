/** An entry of a list: an object of JSON values, or a plain string. */
export type Entry = string | Readonly<Record<string, unknown>>;

/** What the API allows in one field of an entry; from the item schema of the request. */
export interface FieldRule {
  readonly type: string;
  /** What a fitting value is, in words: for messages. */
  readonly title: string;
  /** The lowest number, or the fewest characters of a text. */
  readonly least?: number;
  /** The highest number, or the most characters of a text. */
  readonly most?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly required?: true;
}

/**
 * How a list that can only be replaced whole is written; generated from `x-write-semantics`. The
 * compiler checks that both paths exist.
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
  /** Body property that is replaced whole. */
  readonly list: string;
  /** Fields that identify an entry, defaults filled in; none where entries are plain strings. */
  readonly identity: readonly string[];
  /** Whether the order of entries means something. */
  readonly ordered: boolean;
  /** Most entries the API accepts. */
  readonly maxItems?: number;
  /**
   * Body properties that every write carries as they were read last, because the service may reset what
   * is left out. The GET shows them under the same names.
   */
  readonly keep?: readonly string[];
  /** Field of a success answer in which the service lists what of the write failed. */
  readonly failures?: string;
  /** What the API allows in an entry that is a plain string; absent where entries are objects. */
  readonly entry?: FieldRule;
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Fields that the service sets and a request must not send. */
  readonly readOnly: readonly string[];
}
