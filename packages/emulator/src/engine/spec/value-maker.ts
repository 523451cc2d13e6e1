import { createHash } from "node:crypto";
import {
  type Deref,
  fromPointer,
  getAt,
  isObject,
  type JsonObject,
  type Keys,
  propertiesOf,
  schemaAt,
  strings,
} from "@cloud-clients/openapi-model";
import { generateSync } from "json-schema-faker";
import { createRandom } from "../random.js";
import { ProblemError } from "../refusal.js";
import { canonical, withValueAt } from "../value-at.js";
import { type JsonSchemas, referencesIn } from "./json-schemas.js";
import type { DeclaredResponse } from "./operations.js";
import type { Validator } from "./validator.js";

/** What a maker of values knows. */
export interface ValueMakerParts {
  readonly schemas: JsonSchemas;
  readonly validator: Validator;
  readonly deref: Deref;
  readonly seed: number;
}

/** Several values of one schema, which something tells apart. */
export interface Kind {
  readonly schema: unknown;
  /** What the values are for; another key makes other values. */
  readonly key: string;
  /** The fields that tell them apart; the whole value when there are none. */
  readonly identity: readonly Keys[];
}

/** Makes up values that fit the schemas of one document; the same seed and key make the same value. */
export class ValueMaker {
  readonly #parts: ValueMakerParts;
  readonly #prepared = new WeakMap<object, JsonObject>();

  constructor(parts: ValueMakerParts) {
    this.#parts = parts;
  }

  /**
   * A value of a response that fits its schema: with the examples that stand in the schema, as far as
   * they fit.
   *
   * @param key what the value is for; another one makes another value
   * @throws ProblemError `broken-response` naming the key when the schema allows no value, or none that was found
   */
  make(schema: unknown, key: string): unknown {
    if (!isObject(schema)) return {};
    let wrong = "";
    for (const [attempt, options] of attempts.entries()) {
      const made = this.#generate(schema, options, this.#seedOf(`${key} ${attempt}`));
      if ("value" in made) return made.value;
      wrong = made.wrong;
    }
    const detail = `no value could be made: ${wrong}; give its schema an example`;
    throw new ProblemError({ kind: "broken-response", operation: key, detail });
  }

  /** The body of a response: the example that is declared for it, if it fits, else a made one; undefined for none. */
  body({ schema, examples }: DeclaredResponse, key: string): unknown {
    if (schema === undefined) return undefined;
    const fitting = examples.find((each) => this.#violation(schema, each) === undefined);
    return fitting === undefined ? this.make(schema, key) : structuredClone(fitting);
  }

  /** So many values that differ; fewer when the schema has no more. */
  makeSeveral(count: number, kind: Kind): unknown[] {
    const { schema, key } = kind;
    const made = Array.from({ length: count }, (_, index) => this.make(schema, `${key} ${index}`));
    return this.tellApart(made, kind);
  }

  /** The values, with another identity where two had the same; those that cannot be told apart are left out. */
  tellApart(values: readonly unknown[], kind: Kind): unknown[] {
    const fields = kind.identity.length > 0 ? kind.identity : [[]];
    const seen = new Set<string>();
    return values.flatMap((value, index) => {
      for (const other of this.#variants(value, index + 1, { ...kind, identity: fields })) {
        const own = canonical(fields.map((keys) => getAt(other, keys)));
        if (seen.has(own) || this.#violation(kind.schema, other) !== undefined) continue;
        seen.add(own);
        return [other];
      }
      return [];
    });
  }

  /** The nth value as it is, then with other values in the fields that tell it apart. */
  *#variants(value: unknown, number: number, { schema, key, identity }: Kind): Generator<unknown> {
    yield value;
    const random = createRandom(this.#seedOf(`${key} identity ${number}`));
    for (const keys of identity) {
      const field = schemaAt(schema, keys, this.#parts.deref);
      const own = getAt(value, keys);
      for (const other of likeIt(own, number)) yield withValueAt(value, keys, other);
      if (field === undefined) continue;
      const most = Array.isArray(field.enum) ? field.enum.length * 4 : 20;
      for (let turn = 0; turn < most; turn += 1) {
        const made = this.#generate(field, whole, random.below(2 ** 31));
        if ("value" in made) yield withValueAt(value, keys, made.value);
      }
    }
  }

  /** One try: a value that fits, or what was wrong with it. */
  #generate(
    schema: JsonObject,
    options: Attempt,
    seed: number,
  ): { readonly value: unknown } | { readonly wrong: string } {
    try {
      const value = generateSync(this.#prepare(schema), { ...options, ...bounds, seed, formats });
      const wrong = this.#violation(schema, value);
      return wrong === undefined ? { value } : { wrong };
    } catch (error) {
      return { wrong: error instanceof Error ? error.message : String(error) };
    }
  }

  #violation(schema: unknown, value: unknown): string | undefined {
    const violation = this.#parts.validator.check("response", schema, value);
    return violation && `${violation.at || "/"} ${violation.message}`;
  }

  #prepare(schema: JsonObject): JsonObject {
    const known = this.#prepared.get(schema);
    if (known !== undefined) return known;
    const parts = this.#parts.schemas.withReferences("response", schema);
    const start = this.#parts.schemas.pointerTo(schema);
    const prepared = new Map([...parts].map(([pointer, part]) => [pointer, prepare(part)]));
    for (const [pointer, part] of prepared) dropWaysBack(part, pointer, prepared);
    const whole: JsonObject = {};
    for (const [pointer, part] of prepared) {
      if (pointer !== start) putAt(whole, fromPointer(pointer), part);
    }
    // Where something refers to the schema itself, it stands in its own place as well.
    const own = prepared.get(start) ?? {};
    if ([...prepared.values()].some((part) => referencesIn(part).includes(start))) {
      putAt(whole, fromPointer(start), structuredClone(own));
    }
    Object.assign(whole, own);
    this.#prepared.set(schema, whole);
    return whole;
  }

  #seedOf(key: string): number {
    return createHash("sha256").update(`${this.#parts.seed} ${key}`).digest().readUInt32BE();
  }
}

/** Texts and numbers like one, for the nth of its kind: they keep its form where it has one. */
function* likeIt(value: unknown, number: number): Generator<unknown> {
  if (typeof value === "number") yield* [value + number - 1, number];
  if (typeof value !== "string") return;
  const digits = String(number).padStart(3, "0");
  if (/^[0-9a-f]{6,}$/i.test(value)) yield value.slice(0, -digits.length) + digits;
  yield* [`${value}-${number}`, String(number)];
}

interface Attempt {
  readonly useExamplesValue: boolean;
  readonly alwaysFakeOptionals?: boolean;
  readonly optionalsProbability?: number;
}

const whole: Attempt = { useExamplesValue: false, alwaysFakeOptionals: true };
const least: Attempt = { useExamplesValue: false, optionalsProbability: 0 };

/** Ways to make a value, the best first. */
const attempts = [
  { useExamplesValue: true, alwaysFakeOptionals: true },
  whole,
  { useExamplesValue: true, optionalsProbability: 0 },
  least,
  ...Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? whole : least)),
] as const satisfies readonly Attempt[];

/** Deeper than documents go; what holds its own kind ends earlier. */
const bounds = { maxDepth: 20, refDepthMax: 4, maxDefaultItems: 2 };

const formats = { byte: () => "bWFkZSB1cA==" };

/** A schema of a response as the library needs it: without what a response never has. */
function prepare(schema: JsonObject): JsonObject {
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, prepareEach(value)]),
  );
  if (copy.int64 === true) Object.assign(copy, { type: "integer", minimum: 1, maximum: 2 ** 31 });
  keepProperties(copy, ([, part]) => getAt(part, ["writeOnly"]) !== true);
  return copy;
}

function prepareEach(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prepareEach);
  return isObject(value) ? prepare(value) : value;
}

/** Takes away the optional members by which a value would have to hold another of its own kind. */
function dropWaysBack(
  node: unknown,
  pointer: string,
  parts: ReadonlyMap<string, JsonObject>,
): void {
  if (typeof node !== "object" || node === null) return;
  if (isObject(node)) {
    const required = strings(node.required);
    keepProperties(
      node,
      ([name, part]) => required.includes(name) || !leadsTo(pointer, part, parts),
    );
  }
  for (const each of Object.values(node)) dropWaysBack(each, pointer, parts);
}

function leadsTo(pointer: string, from: unknown, parts: ReadonlyMap<string, JsonObject>): boolean {
  const open = referencesIn(from);
  const seen = new Set<string>();
  for (const ref of open) {
    if (ref === pointer) return true;
    if (seen.has(ref)) continue;
    seen.add(ref);
    open.push(...referencesIn(parts.get(ref)));
  }
  return false;
}

function keepProperties(schema: JsonObject, keep: (member: [string, unknown]) => boolean): void {
  if (!isObject(schema.properties)) return;
  schema.properties = Object.fromEntries(Object.entries(schema.properties).filter(keep));
}

function putAt(into: JsonObject, keys: readonly string[], value: unknown): void {
  let node = into;
  for (const key of keys.slice(0, -1)) {
    const next = node[key];
    const inner: JsonObject = isObject(next) ? next : {};
    node[key] = inner;
    node = inner;
  }
  const last = keys.at(-1);
  if (last !== undefined) node[last] = value;
}

/** What a field that tells the items of a list apart is usually called, the best name first. */
const identifying = [/^(?:uu|gu)?id$/i, /(?:_id|Id)$/, /^(?:key|name|slug)$/];

/** The field that probably tells the items of a list apart, if one does. */
export function likelyIdentity(item: unknown, deref: Deref): string[][] {
  const names = Object.keys(propertiesOf(item, deref));
  const name = identifying.flatMap((form) => names.filter((one) => form.test(one)))[0];
  return name === undefined ? [] : [[name]];
}
