import { isObject, type JsonObject, toPointer } from "@cloud-clients/openapi-model";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Parameter } from "./operations.js";

/** Which way a value travels: it decides what `readOnly`, `writeOnly` and `x-enum-open` mean. */
export type Direction = "request" | "response";

/** The first place where a value does not fit its schema. */
export interface Violation {
  /** JSON pointer into the value; empty for the value itself. */
  readonly at: string;
  /** JSON Schema keyword that failed, as in `maxItems`. */
  readonly keyword: string;
  /** One line that says what is allowed. */
  readonly message: string;
  /** Name of the member that is missing there, if that is what is wrong. */
  readonly missing?: string;
}

/** Checks values against the schemas of one bundle; schemas are compiled when first used. */
export class Validator {
  readonly #document: JsonObject;
  /** Where each mapping of the document stands. */
  readonly #pointers = new WeakMap<object, string>();
  readonly #ajv = new Map<Direction, Ajv2020>();
  readonly #compiled = {
    request: new WeakMap<object, ValidateFunction>(),
    response: new WeakMap<object, ValidateFunction>(),
  };

  constructor(document: JsonObject) {
    this.#document = document;
    notePointers(document, [], this.#pointers);
  }

  /** Checks one value against a schema of the document: the very object that stands there. */
  check(direction: Direction, schema: unknown, value: unknown): Violation | undefined {
    if (!isObject(schema)) return undefined;
    const validate = this.#compile(direction, schema, () => this.#referTo(schema));
    return validate(value) ? undefined : describe(validate.errors?.[0]);
  }

  /**
   * Checks an operation's parameters of one place (path or query), given as one object.
   *
   * @param parameters the same list each time, so that it is compiled once
   */
  checkParameters(
    parameters: readonly Parameter[],
    values: Readonly<Record<string, unknown>>,
  ): Violation | undefined {
    const validate = this.#compile("request", parameters, () => ({
      type: "object",
      properties: Object.fromEntries(
        parameters.map(({ name, schema }) => [name, this.#referTo(schema)]),
      ),
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
    }));
    return validate(values) ? undefined : describe(validate.errors?.[0]);
  }

  #referTo(schema: JsonObject): JsonObject {
    const [fragment = "", ...parts] = (this.#pointers.get(schema) ?? "#").split("/");
    return { $ref: `bundle${[fragment, ...parts.map(encodeURIComponent)].join("/")}` };
  }

  #compile(direction: Direction, key: object, schema: () => JsonObject): ValidateFunction {
    const known = this.#compiled[direction].get(key);
    if (known !== undefined) return known;
    const compiled = this.#ajvFor(direction).compile(schema());
    this.#compiled[direction].set(key, compiled);
    return compiled;
  }

  #ajvFor(direction: Direction): Ajv2020 {
    const known = this.#ajv.get(direction);
    if (known !== undefined) return known;
    const ajv = new Ajv2020({ strict: false, logger: false });
    addFormats.default(ajv);
    ajv.addKeyword({ keyword: "int64", validate: isInt64, error: { message: "must be int64" } });
    ajv.addSchema(toJsonSchema(this.#document, direction), "bundle");
    this.#ajv.set(direction, ajv);
    return ajv;
  }
}
function isInt64(_schema: unknown, value: unknown): boolean {
  if (typeof value === "bigint") return BigInt.asIntN(64, value) === value;
  return Number.isSafeInteger(value);
}

function describe(error: ErrorObject | undefined): Violation {
  if (error === undefined) return { at: "", keyword: "", message: "does not fit the schema" };
  const allowed: unknown = error.params.allowedValues;
  const values = Array.isArray(allowed)
    ? `: ${allowed.map((v) => JSON.stringify(v)).join(", ")}`
    : "";
  const missing: unknown = error.keyword === "required" ? error.params.missingProperty : undefined;
  return {
    at: error.instancePath,
    keyword: error.keyword,
    message: `${error.message ?? "does not fit the schema"}${values}`,
    ...(typeof missing === "string" && { missing }),
  };
}

/** Notes under each mapping below `node` the pointer that leads to it. */
function notePointers(
  node: unknown,
  keys: readonly string[],
  pointers: WeakMap<object, string>,
): void {
  if (typeof node !== "object" || node === null || pointers.has(node)) return;
  pointers.set(node, toPointer(keys));
  for (const [key, value] of Object.entries(node)) notePointers(value, [...keys, key], pointers);
}

/** Keywords whose value has parts by names that are made up: no key in it is a keyword. */
const naming = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
  ...["paths", "responses", "content", "schemas", "parameters", "requestBodies", "headers"],
]);

/** Keywords whose value is data: nothing in it is a keyword. */
const data = new Set(["enum", "const", "default"]);

/** Keywords that no validation needs, and whose data may look like a schema with an id of its own. */
const unneeded = new Set(["example", "examples"]);

/**
 * Rewrites an OpenAPI document, 3.0 or 3.1, so that Ajv can read the schemas in it. Pointers stay
 * valid, because no node moves.
 */
function toJsonSchema(node: JsonObject, direction: Direction): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    if (unneeded.has(key)) continue;
    if (data.has(key)) copy[key] = value;
    else if (naming.has(key) && isObject(value)) copy[key] = mapValues(value, direction);
    else copy[key] = valueToJsonSchema(value, direction);
  }
  rewriteInt64(copy);
  rewriteBounds(copy);
  if (direction === "response" && copy["x-enum-open"] === true) delete copy.enum;
  if (copy.nullable === true) allowNull(copy);
  if (Array.isArray(copy.required) && isObject(node.properties)) {
    const skipped = direction === "request" ? "readOnly" : "writeOnly";
    copy.required = withoutSkipped(copy.required, node.properties, skipped);
  }
  return copy;
}

function mapValues(parts: JsonObject, direction: Direction): JsonObject {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, valueToJsonSchema(part, direction)]),
  );
}

function valueToJsonSchema(value: unknown, direction: Direction): unknown {
  if (Array.isArray(value)) return value.map((each) => valueToJsonSchema(each, direction));
  return isObject(value) ? toJsonSchema(value, direction) : value;
}

function rewriteInt64(schema: JsonObject): void {
  if (schema["x-int64"] === undefined) return;
  for (const keyword of ["type", "format", "minimum", "maximum"]) delete schema[keyword];
  schema.int64 = true;
}

function rewriteBounds(schema: JsonObject): void {
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof schema[flag] !== "boolean") continue;
    if (schema[flag]) {
      schema[flag] = schema[bound];
      delete schema[bound];
    } else {
      delete schema[flag];
    }
  }
}

function allowNull(schema: JsonObject): void {
  if (typeof schema.type === "string") schema.type = [schema.type, "null"];
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) {
    schema.enum = [...schema.enum, null];
  }
}

function withoutSkipped(
  required: readonly unknown[],
  properties: JsonObject,
  flag: "readOnly" | "writeOnly",
): unknown[] {
  return required.filter((name) => {
    const property = typeof name === "string" ? properties[name] : undefined;
    return !(isObject(property) && property[flag] === true);
  });
}
