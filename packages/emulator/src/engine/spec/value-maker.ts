import { createHash } from "node:crypto";
import {
  type Deref,
  getAt,
  isObject,
  type JsonObject,
  propertiesOf,
  schemaAt,
} from "@cloud-clients/openapi-model";
import { generateSync } from "json-schema-faker";
import { createRandom, type Random } from "../random.js";
import { canonical, withValueAt } from "../value-at.js";
import type { JsonSchemas } from "./json-schemas.js";
import type { DeclaredResponse } from "./operations.js";
import type { Validator } from "./validator.js";

/** Makes up values that fit the schemas of one document; the same seed and key make the same value. */
export class ValueMaker {
  readonly #schemas: JsonSchemas;
  readonly #validator: Validator;
  readonly #deref: Deref;
  readonly #seed: number;
  readonly #prepared = new WeakMap<object, JsonObject>();

  constructor(schemas: JsonSchemas, validator: Validator, deref: Deref, seed: number) {
    this.#schemas = schemas;
    this.#validator = validator;
    this.#deref = deref;
    this.#seed = seed;
  }

  /**
   * A value of an answer that fits its schema: with the examples that stand in the schema, as far as
   * they fit.
   *
   * @param key what the value is for; another one makes another value
   * @throws Error naming the key when the schema allows no value, or none that was found
   */
  make(schema: unknown, key: string): unknown {
    if (!isObject(schema)) return {};
    let wrong = "";
    for (const [attempt, options] of attempts.entries()) {
      const value = this.#generate(schema, options, this.#seedOf(`${key} ${attempt}`));
      const violation = this.#validator.check("response", schema, value);
      if (violation === undefined) return value;
      wrong = `${violation.at || "/"} ${violation.message}`;
    }
    throw new Error(`no value could be made for ${key}: ${wrong}; give its schema an example`);
  }

  /** The body of an answer: the example that is declared for it, if it fits, else a made one; undefined for none. */
  answer({ schema, examples }: DeclaredResponse, key: string): unknown {
    if (schema === undefined) return undefined;
    const fitting = examples.find((each) => !this.#validator.check("response", schema, each));
    return fitting === undefined ? this.make(schema, key) : structuredClone(fitting);
  }

  /**
   * Values that differ in the fields that tell them apart, as many as the schema has; fewer when there
   * are no more that differ.
   *
   * @param identity those fields; the whole value when there are none
   */
  makeSeveral(
    schema: unknown,
    key: string,
    count: number,
    identity: readonly (readonly string[])[],
  ): unknown[] {
    const made = Array.from({ length: count }, (_, index) => this.make(schema, `${key} ${index}`));
    return this.tellApart(made, schema, key, identity);
  }

  /** The values with other identities where two had the same; those that cannot be told apart are left out. */
  tellApart(
    values: readonly unknown[],
    schema: unknown,
    key: string,
    identity: readonly (readonly string[])[],
  ): unknown[] {
    const fields = identity.length > 0 ? identity : [[]];
    const seen = new Set<string>();
    return values.flatMap((value, index) => {
      const random = createRandom(this.#seedOf(`${key} identity ${index}`));
      for (const other of this.#variants(value, schema, fields, index + 1, random)) {
        const own = canonical(fields.map((keys) => getAt(other, keys)));
        if (seen.has(own) || this.#validator.check("response", schema, other)) continue;
        seen.add(own);
        return [other];
      }
      return [];
    });
  }

  /** The value as it is, then with other values in the fields that tell it apart. */
  *#variants(
    value: unknown,
    schema: unknown,
    fields: readonly (readonly string[])[],
    number: number,
    random: Random,
  ): Generator<unknown> {
    yield value;
    for (const keys of fields) {
      const field = schemaAt(schema, keys, this.#deref);
      for (const other of this.#others(getAt(value, keys), field, number, random)) {
        yield withValueAt(value, keys, other);
      }
    }
  }

  /** Values like one, the nth of their kind first. */
  *#others(
    value: unknown,
    schema: JsonObject | undefined,
    number: number,
    random: Random,
  ): Generator<unknown> {
    if (typeof value === "number") yield* [value + number - 1, number];
    if (typeof value === "string" && schema?.format === "uuid") yield random.uuid();
    else if (typeof value === "string" && schema?.format === undefined) {
      const digits = String(number).padStart(3, "0");
      if (/^[0-9a-f]{6,}$/i.test(value)) yield value.slice(0, -digits.length) + digits;
      yield `${value}-${number}`;
      yield String(number);
    }
    if (schema === undefined) return;
    const most = Array.isArray(schema.enum) ? schema.enum.length * 4 : 20;
    for (let turn = 0; turn < most; turn += 1) {
      yield this.#generate(schema, attempts[1], random.below(2 ** 31));
    }
  }

  #generate(schema: JsonObject, options: Attempt, seed: number): unknown {
    return generateSync(this.#prepare(schema), { ...options, seed, maxDefaultItems: 2, formats });
  }

  #prepare(schema: JsonObject): JsonObject {
    const known = this.#prepared.get(schema);
    if (known !== undefined) return known;
    const prepared = forMaking(this.#schemas.alone("response", schema));
    this.#prepared.set(schema, prepared);
    return prepared;
  }

  #seedOf(key: string): number {
    return createHash("sha256").update(`${this.#seed} ${key}`).digest().readUInt32BE();
  }
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

const formats = { byte: () => "bWFkZSB1cA==" };

/** A schema of an answer as the maker of values needs it: without what an answer never has. */
function forMaking(schema: JsonObject): JsonObject {
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, eachForMaking(value)]),
  );
  if (copy.int64 === true) Object.assign(copy, { type: "integer", minimum: 1, maximum: 2 ** 31 });
  if (isObject(copy.properties)) {
    copy.properties = Object.fromEntries(
      Object.entries(copy.properties).filter(([, part]) => getAt(part, ["writeOnly"]) !== true),
    );
  }
  return copy;
}

function eachForMaking(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(eachForMaking);
  return isObject(value) ? forMaking(value) : value;
}

/** What a field that tells the items of a list apart is usually called, the best name first. */
const identifying = [/^(?:uu|gu)?id$/i, /(?:_id|Id)$/, /^(?:key|name|slug)$/];

/** The field that probably tells the items of a list apart, if one does. */
export function likelyIdentity(item: unknown, deref: Deref): string[][] {
  const names = Object.keys(propertiesOf(item, deref));
  const name = identifying.flatMap((form) => names.filter((one) => form.test(one)))[0];
  return name === undefined ? [] : [[name]];
}
