/** An entry of a list: an object of JSON values, or a plain string. */
export type Entry = string | Readonly<Record<string, unknown>>;

/** What the API allows in an object. */
export interface ObjectRule {
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Fields that the service sets and a request must not send. */
  readonly readOnly?: readonly string[];
  /** What the API allows in fields with other names; absent if there are none. */
  readonly others?: FieldRule;
}

/** What the API allows in a value; from the schema of the request. */
export interface FieldRule extends Partial<ObjectRule> {
  /** A JSON Schema type; absent if several are allowed. */
  readonly type?: string;
  /** The allowed values in words, for messages. */
  readonly title: string;
  /** The smallest number, or the minimum length of a string or list. */
  readonly least?: number;
  /** The largest number, or the maximum length of a string or list. */
  readonly most?: number;
  /** What a number must be greater than. */
  readonly above?: number;
  /** What a number must be less than. */
  readonly below?: number;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  /** Set if values other than those in `enum` are allowed. */
  readonly open?: true;
  readonly default?: unknown;
  readonly nullable?: true;
  readonly required?: true;
  /** Set if the value must not appear in messages. */
  readonly secret?: true;
  /** What the API allows in the values of a list. */
  readonly items?: FieldRule;
  /** Set if the order of a list does not matter. */
  readonly set?: true;
}

/** A field that the GET shows and the PUT sets. */
export interface SharedPlace {
  /** Its place in the PUT's body: a name, or a JSON pointer. */
  readonly to: string;
  /** Where the GET shows it. Default: the same place. */
  readonly from?: string;
}

/** A field that every write sends back as it was last read. */
export interface KeptField extends SharedPlace, FieldRule {}

/** A list that is replaced as a whole, and what the API allows in it. */
export interface EntriesRule extends ObjectRule {
  /** The list's place in the PUT's body: a name, or a JSON pointer. */
  readonly list: string;
  /** Where the GET shows it. Default: the same place. */
  readonly from?: string;
  /**
   * What identifies an entry, defaults filled in: these fields (names, or JSON pointers into the entry), its
   * whole value, or its position. No fields if entries are plain strings.
   */
  readonly identity: readonly string[] | "value" | "position";
  /** Fields of `identity` that an entry may lack; it is then identified by its whole value. */
  readonly optional?: readonly string[];
  /** Whether the order of entries matters. */
  readonly ordered: boolean;
  /** Maximum number of entries in this list. */
  readonly maxItems?: number;
  /** What the API allows in an entry that is a plain string; absent if entries are objects. */
  readonly entry?: FieldRule;
}

/** A PUT that replaces lists, and the GET that shows them. */
export interface PutRule<Paths = Record<string, unknown>> {
  /** operationId of the PUT. */
  readonly operation: string;
  /** Path template of the PUT. */
  readonly path: keyof Paths & string;
  /** Path template of the GET. */
  readonly read: keyof Paths & string;
  /** Path parameter that names the resource; all of them if it takes several. */
  readonly id: string | readonly string[];
  /** Those of `id` whose values are numbers. */
  readonly numbers?: readonly string[];
  /** Maximum number of entries in all lists together. */
  readonly maxTotal?: number;
  /** Fields that every write sends back as last read, because the service may reset what is left out. */
  readonly keep?: readonly KeptField[];
  /** The version that every write sends back as last read, so that the service can refuse an old one. */
  readonly version?: SharedPlace;
  /** Where a success response lists what failed: a name, or a JSON pointer. */
  readonly failures?: string;
}

/**
 * How to write lists that can only be replaced as a whole; generated from `x-write-semantics`. The rule of a
 * single list is part of it; several lists are in `lists`. The compiler checks that both paths exist.
 */
export type WriteRule<Paths = Record<string, unknown>> = PutRule<Paths> &
  (EntriesRule | { readonly lists: readonly EntriesRule[] });

/** The rules of the lists that a PUT replaces, one or several. */
export function listsOf(rule: WriteRule): readonly EntriesRule[] {
  return "lists" in rule ? rule.lists : [rule];
}
