import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { OpenApiDocument } from "./openapi.js";
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

/**
 * Rewrites an OpenAPI 3.0 document so that Ajv can read the schemas in it. Pointers stay valid,
 * because no node moves.
 */
function toJsonSchema(node: unknown, direction: Direction): unknown {
  if (Array.isArray(node)) return node.map((each) => toJsonSchema(each, direction));
  if (!isRecord(node)) return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = toJsonSchema(value, direction);
  rewriteInt64(copy);
  rewriteBounds(copy);
  if (direction === "response" && copy["x-enum-open"] === true) delete copy.enum;
  if (copy.nullable === true) allowNull(copy);
  if (Array.isArray(copy.required) && isRecord(node.properties)) {
    const skipped = direction === "request" ? "readOnly" : "writeOnly";
    copy.required = withoutSkipped(copy.required, node.properties, skipped);
  }
  return copy;
}

function rewriteInt64(schema: Record<string, unknown>): void {
  if (schema["x-int64"] === undefined) return;
  for (const keyword of ["type", "format", "minimum", "maximum"]) delete schema[keyword];
  schema.int64 = true;
}

function rewriteBounds(schema: Record<string, unknown>): void {
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

function allowNull(schema: Record<string, unknown>): void {
  if (typeof schema.type === "string") schema.type = [schema.type, "null"];
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) {
    schema.enum = [...schema.enum, null];
  }
}

function withoutSkipped(
  required: readonly unknown[],
  properties: Record<string, unknown>,
  flag: "readOnly" | "writeOnly",
): unknown[] {
  return required.filter((name) => {
    const property = typeof name === "string" ? properties[name] : undefined;
    return !(isRecord(property) && property[flag] === true);
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
