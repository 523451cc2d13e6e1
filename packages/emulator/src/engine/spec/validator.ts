import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Violation } from "../refusal.js";
import type { Direction, JsonSchemas } from "./json-schemas.js";
import type { Parameter } from "./operations.js";

/** Checks values against the schemas of one document; schemas are compiled when first used. */
export class Validator {
  readonly #schemas: JsonSchemas;
  readonly #ajv = new Map<Direction, Ajv2020>();
  readonly #compiled = {
    request: new WeakMap<object, ValidateFunction>(),
    response: new WeakMap<object, ValidateFunction>(),
  };

  constructor(schemas: JsonSchemas) {
    this.#schemas = schemas;
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
    const [fragment = "", ...parts] = this.#schemas.pointerTo(schema).split("/");
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
    ajv.addSchema(this.#schemas.all(direction), "bundle");
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
