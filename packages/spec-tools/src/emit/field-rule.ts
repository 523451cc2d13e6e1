import {
  type Deref,
  definedOnly,
  isNullable,
  isObject,
  itemsOf,
  type JsonObject,
  type Keys,
  keywordOf,
  propertiesOf,
  requiredOf,
  schemaAt,
  typesOf,
} from "@cloud-clients/openapi-model";

/** What is known of a place in a request beside its schema. */
export interface Inside {
  /** Fields below that must be there. */
  readonly needed?: readonly Keys[];
  /** Lists below, or here, whose order means nothing. */
  readonly sets?: readonly Keys[];
  /** How the read shows what stands here. */
  readonly shown?: unknown;
  /** The schemas around this place: one that comes again below is not written out again. */
  readonly around?: readonly unknown[];
}

/** What operations.ts says of an object that a request may send: its fields, and what others there may be. */
export function objectRule(schema: JsonObject, deref: Deref, inside: Inside = {}): JsonObject {
  const { needed = [], sets = [], shown, around = [] } = inside;
  const required = requiredOf(schema, deref);
  const properties = propertiesOf(schema, deref);
  const fields: Record<string, JsonObject> = {};
  for (const [name, field] of Object.entries(properties)) {
    if (keywordOf(field, "readOnly", deref) === true) continue;
    const rule = fieldRule(field, deref, {
      needed: keysBelow(needed, name),
      sets: keysBelow(sets, name),
      shown: schemaAt(shown, [name], deref),
      around: [...around, schema],
    });
    const identifies =
      needed.some(([first]) => first === name) && keywordOf(field, "default", deref) === undefined;
    fields[name] = required.includes(name) || identifies ? { ...rule, required: true } : rule;
  }
  const others = othersOf(schema, deref, { around: [...around, schema] });
  return definedOnly({ fields, others });
}

/** Names of the fields that only the service sets, as the read or the request says. */
export function readOnlyFields(schema: JsonObject, shown: unknown, deref: Deref): string[] {
  const all = [
    ...Object.entries(propertiesOf(shown, deref)),
    ...Object.entries(propertiesOf(schema, deref)),
  ];
  const names = all
    .filter(([, field]) => keywordOf(field, "readOnly", deref) === true)
    .map(([name]) => name);
  return [...new Set(names)];
}

/** What operations.ts says of a value that a request may send, from its schema. */
export function fieldRule(schema: JsonObject, deref: Deref, inside: Inside = {}): JsonObject {
  const type = typeOfRule(typesOf(schema, deref));
  const said = (keyword: string): unknown => keywordOf(schema, keyword, deref);
  const nullable = isNullable(schema, deref);
  const values = said("const") === undefined ? said("enum") : [said("const")];
  const known = Array.isArray(values) ? values.filter((value) => value !== null) : undefined;
  const open = known && said("x-enum-open") === true;
  const range = rangeOf(type, said);
  const pattern = said("pattern");
  const title = titleOf({ types: typesOf(schema, deref), type, range, pattern, known, open });
  return definedOnly({
    title: nullable ? `${title} or null` : title,
    type,
    ...range,
    pattern,
    enum: known,
    open: open || undefined,
    default: said("default"),
    nullable: nullable || undefined,
    secret: isSecret(said) || undefined,
    ...partsOf(schema, type, deref, inside),
  });
}

/** What may stand in an array or an object. */
function partsOf(
  schema: JsonObject,
  type: string | undefined,
  deref: Deref,
  inside: Inside,
): JsonObject {
  const { sets = [], shown, around = [] } = inside;
  if (around.includes(schema)) return {};
  if (type === "array") {
    const items = itemsOf(schema, deref);
    const within = { ...inside, shown: itemsOf(shown, deref), around: [...around, schema] };
    return {
      items: items && fieldRule(items, deref, within),
      set: sets.some((keys) => keys.length === 0) || undefined,
    };
  }
  const hasFields = Object.keys(propertiesOf(schema, deref)).length > 0;
  if (type !== "object" && !hasFields) return {};
  const readOnly = readOnlyFields(schema, shown, deref);
  return {
    ...objectRule(schema, deref, inside),
    readOnly: readOnly.length > 0 ? readOnly : undefined,
  };
}

/** What a field may be that has no name in the schema; where no field has one, it may be anything. */
function othersOf(schema: JsonObject, deref: Deref, inside: Inside): JsonObject | undefined {
  const said = deref(keywordOf(schema, "additionalProperties", deref));
  if (isObject(said)) return fieldRule(said, deref, inside);
  const hasFields = Object.keys(propertiesOf(schema, deref)).length > 0;
  return said === true || (said === undefined && !hasFields) ? { title: "any value" } : undefined;
}

function keysBelow(all: readonly Keys[], name: string): Keys[] {
  return all.filter(([first]) => first === name).map(([, ...rest]) => rest);
}

/** The one type of a rule. Every integer is a number, too. */
function typeOfRule(types: readonly string[]): string | undefined {
  if (types.length > 1 && types.every((type) => type === "integer" || type === "number")) {
    return "number";
  }
  return types.length === 1 ? types[0] : undefined;
}

interface Range {
  readonly least?: number;
  readonly most?: number;
  readonly above?: number;
  readonly below?: number;
}

/** The bounds of a number, of the characters of a text, or of the values of a list. */
function rangeOf(type: string | undefined, said: (keyword: string) => unknown): Range {
  const number = (keyword: string): number | undefined => {
    const value = said(keyword);
    return typeof value === "number" ? value : undefined;
  };
  if (type === "string") {
    return definedOnly({ least: number("minLength"), most: number("maxLength") });
  }
  if (type === "array") {
    return definedOnly({ least: number("minItems"), most: number("maxItems") });
  }
  if (type !== "integer" && type !== "number") return {};
  const [minimum, maximum] = [number("minimum"), number("maximum")];
  // OpenAPI 3.0 says of the bound that it is excluded, 3.1 says an excluded bound.
  const above = said("exclusiveMinimum") === true ? minimum : number("exclusiveMinimum");
  const below = said("exclusiveMaximum") === true ? maximum : number("exclusiveMaximum");
  return definedOnly({ least: minimum, most: maximum, above, below });
}

function isSecret(said: (keyword: string) => unknown): boolean {
  return said("x-secret") === true || said("writeOnly") === true || said("format") === "password";
}

interface Described {
  readonly types: readonly string[];
  readonly type: string | undefined;
  readonly range: Range;
  readonly pattern: unknown;
  readonly known: readonly unknown[] | undefined;
  readonly open: boolean | undefined;
}

/** What fits, in words. */
function titleOf({ types, type, range, pattern, known, open }: Described): string {
  if (known) return known.join(" or ") + (open ? " or another value" : "");
  if (pattern !== undefined) return `a string that matches ${pattern}`;
  const bounds = boundsOf(range);
  if (type === "string") return `a string${bounds && ` of ${bounds} characters`}`;
  if (type === "array") return `a list${bounds && ` of ${bounds} values`}`;
  if (type === undefined) return types.map(nounOf).join(" or ") || "any value";
  return `${nounOf(type)}${bounds && `, ${bounds}`}`;
}

function nounOf(type: string): string {
  const nouns: Record<string, string> = {
    string: "a string",
    integer: "a whole number",
    array: "a list",
    object: "an object",
  };
  return nouns[type] ?? `a ${type}`;
}

function boundsOf({ least, most, above, below }: Range): string {
  if (above !== undefined || below !== undefined) {
    const low = above === undefined ? least !== undefined && `${least} or more` : `above ${above}`;
    const high = below === undefined ? most !== undefined && `up to ${most}` : `below ${below}`;
    return [low, high].filter(Boolean).join(", ");
  }
  if (most === undefined) return least === undefined ? "" : `${least} or more`;
  return least === undefined ? `up to ${most}` : `${least} to ${most}`;
}
