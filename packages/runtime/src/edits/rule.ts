/** An entry of a list: an object of JSON values, or a plain string. */
export type Entry = string | Readonly<Record<string, unknown>>;

/** What the API allows in an object. */
export interface ObjectRule {
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Fields that the service sets and a request must not send. */
  readonly readOnly?: readonly string[];
  /** What a field of any other name may be; without it there is no other. */
  readonly others?: FieldRule;
}

/** What the API allows in a value; from the schema of the request. */
export interface FieldRule extends Partial<ObjectRule> {
  /** A type of JSON Schema; absent where several are allowed. */
  readonly type?: string;
  /** What a fitting value is, in words: for messages. */
  readonly title: string;
  /** The lowest number, the fewest characters of a text, or the fewest values of a list. */
  readonly least?: number;
  /** The highest number, the most characters of a text, or the most values of a list. */
  readonly most?: number;
  /** What a number must be greater than. */
  readonly above?: number;
  /** What a number must be less than. */
  readonly below?: number;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  /** Set when `enum` has not all values that are allowed. */
  readonly open?: true;
  readonly default?: unknown;
  readonly nullable?: true;
  readonly required?: true;
  /** Set when the value must not stand in a message. */
  readonly secret?: true;
  /** What the values of a list may be. */
  readonly items?: FieldRule;
  /** Set when the order of a list means nothing. */
  readonly set?: true;
}

/** A field that the read shows and the PUT sets. */
export interface SharedPlace {
  /** Where the PUT's body has it: a name, or a JSON pointer. */
  readonly to: string;
  /** Where the read shows it. Default: at the same place. */
  readonly from?: string;
}

/** A field that every write carries as it was read last. */
export interface KeptField extends SharedPlace, FieldRule {}

/** One list that is replaced whole, and what the API allows in it. */
export interface EntriesRule extends ObjectRule {
  /** Where the PUT's body has the list: a name, or a JSON pointer. */
  readonly list: string;
  /** Where the read shows it. Default: at the same place. */
  readonly from?: string;
  /**
   * What tells entries apart, defaults filled in: these fields (names, or JSON pointers into an entry), the
   * whole entry, or its position. No field where entries are plain strings.
   */
  readonly identity: readonly string[] | "value" | "position";
  /** Fields of `identity` that an entry may lack: it is then told apart by its whole value. */
  readonly optional?: readonly string[];
  /** Whether the order of entries means something. */
  readonly ordered: boolean;
  /** Most entries the API accepts in this list. */
  readonly maxItems?: number;
  /** What the API allows in an entry that is a plain string; absent where entries are objects. */
  readonly entry?: FieldRule;
}

/** The PUT that replaces lists, and the GET that shows them. */
export interface PutRule<Paths = Record<string, unknown>> {
  /** operationId of the PUT. */
  readonly operation: string;
  /** Path template of the PUT. */
  readonly path: keyof Paths & string;
  /** Path template of the GET. */
  readonly read: keyof Paths & string;
  /** Path parameter that names the resource. */
  readonly id: string;
  /** Most entries the API accepts in all lists together. */
  readonly maxTotal?: number;
  /**
   * What every write carries as it was read last, because the service may reset what is left out.
   */
  readonly keep?: readonly KeptField[];
  /** The version that every write sends back as it was read last, so that the service can refuse an old one. */
  readonly version?: SharedPlace;
  /** Where a success answer lists what of the write failed: a name, or a JSON pointer. */
  readonly failures?: string;
}

/**
 * How lists that can only be replaced whole are written; generated from `x-write-semantics`. A PUT of one list
 * says here what it allows in it, one of several lists in `lists`. The compiler checks that both paths exist.
 */
export type WriteRule<Paths = Record<string, unknown>> = PutRule<Paths> &
  (EntriesRule | { readonly lists: readonly EntriesRule[] });

/** The lists that a PUT replaces, one or several. */
export function listsOf(rule: WriteRule): readonly EntriesRule[] {
  return "lists" in rule ? rule.lists : [rule];
}
