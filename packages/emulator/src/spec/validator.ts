import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { OpenApiDocument } from "./openapi-types.js";
import type { Parameter } from "./operation.js";
import { type Direction, toJsonSchema } from "./to-json-schema.js";

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
  readonly #document: OpenApiDocument;
  readonly #ajv = new Map<Direction, Ajv>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  /** Checks one value against the schema that a JSON pointer of the document names. */
  check(direction: Direction, pointer: string, value: unknown): Violation | undefined {
    const validate = this.#compile(direction, pointer, () => ({ $ref: reference(pointer) }));
    return validate(value) ? undefined : describe(validate.errors?.[0]);
  }

  /** Checks an operation's parameters of one place (path or query), given as one object. */
  checkParameters(
    key: string,
    parameters: readonly Parameter[],
    values: Readonly<Record<string, unknown>>,
  ): Violation | undefined {
    const validate = this.#compile("request", key, () => ({
      type: "object",
      properties: Object.fromEntries(
        parameters.map(({ name, pointer }) => [name, { $ref: reference(pointer) }]),
      ),
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
    }));
    return validate(values) ? undefined : describe(validate.errors?.[0]);
  }

  #compile(direction: Direction, key: string, schema: () => object): ValidateFunction {
    const id = `${direction} ${key}`;
    const known = this.#compiled.get(id);
    if (known !== undefined) return known;
    const compiled = this.#ajvFor(direction).compile(schema());
    this.#compiled.set(id, compiled);
    return compiled;
  }

  #ajvFor(direction: Direction): Ajv {
    const known = this.#ajv.get(direction);
    if (known !== undefined) return known;
    const ajv = new Ajv({ strict: false, logger: false });
    addFormats.default(ajv);
    ajv.addKeyword({ keyword: "int64", validate: isInt64, error: { message: "must be int64" } });
    ajv.addSchema(toJsonSchema(this.#document, direction) as object, "bundle");
    this.#ajv.set(direction, ajv);
    return ajv;
  }
}

function isInt64(_schema: unknown, value: unknown): boolean {
  if (typeof value === "bigint") return BigInt.asIntN(64, value) === value;
  return Number.isSafeInteger(value);
}

function reference(pointer: string): string {
  return `bundle#${pointer.split("/").map(encodeURIComponent).join("/")}`;
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
