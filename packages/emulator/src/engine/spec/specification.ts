import { existsSync, readFileSync } from "node:fs";
import {
  type Deref,
  derefIn,
  fromPointer,
  getAt,
  isObject,
  type JsonObject,
  listOf,
} from "@cloud-clients/openapi-model";
import { parse } from "yaml";
import { JsonSchemas } from "./json-schemas.js";
import { type Operation, readOperations } from "./operations.js";
import { Validator } from "./validator.js";
import { ValueMaker } from "./value-maker.js";

/** What an OpenAPI document says, ready for use. */
export interface Specification {
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
  readonly validator: Validator;
  readonly deref: Deref;
  /** Ways to prove who calls, by the names that operations call them by. */
  readonly securitySchemes: Readonly<Record<string, JsonObject>>;
  /** Paths that the document's servers put before its own: `/v2`. */
  readonly prefixes: readonly string[];
  /** What makes up values that fit the document's schemas, from a seed. */
  createMaker(seed: number): ValueMaker;
}

/** Reads an OpenAPI document, 3.0 or 3.1. @throws Error of one line when it makes no sense */
export function readSpecification(document: unknown): Specification {
  if (!isObject(document)) throw new Error("no OpenAPI document: it must be a mapping");
  refuseOtherKinds(document);
  refuseLostReferences(document);
  const operations = readOperations(document);
  if (operations.length === 0) throw new Error("no operation: paths is missing or empty");
  const schemas = new JsonSchemas(document);
  const validator = new Validator(schemas);
  const deref = derefIn(document);
  return {
    document,
    operations,
    validator,
    deref,
    securitySchemes: readSecuritySchemes(document, deref),
    prefixes: readPrefixes(document),
    createMaker: (seed) => new ValueMaker({ schemas, validator, deref, seed }),
  };
}

function readSecuritySchemes(document: JsonObject, deref: Deref): Record<string, JsonObject> {
  const schemes = deref(getAt(document, ["components", "securitySchemes"]));
  return Object.fromEntries(
    Object.entries(isObject(schemes) ? schemes : {}).map(([name, scheme]) => {
      const resolved = deref(scheme);
      return [name, isObject(resolved) ? resolved : {}];
    }),
  );
}

/** A variable of an address stands for its default. */
function readPrefixes({ servers }: JsonObject): string[] {
  const paths = listOf(servers).flatMap((server) => {
    const url = getAt(server, ["url"]);
    if (typeof url !== "string") return [];
    const filled = url.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) =>
      String(getAt(server, ["variables", name, "default"]) ?? name),
    );
    if (!URL.canParse(filled, "http://localhost")) return [];
    return new URL(filled, "http://localhost").pathname.replace(/\/+$/, "");
  });
  return [...new Set(paths)].filter((path) => path !== "");
}

function refuseOtherKinds({ openapi, swagger }: JsonObject): void {
  if (typeof openapi === "string" && /^3\.[01]\./.test(openapi)) return;
  if (swagger !== undefined) {
    throw new Error(
      `a Swagger ${String(swagger)} document; convert it to OpenAPI 3.0 or 3.1 first`,
    );
  }
  if (openapi === undefined) throw new Error("no OpenAPI document: openapi is missing");
  throw new Error(`openapi is ${String(openapi)}; only 3.0 and 3.1 can be read`);
}

/** Keywords whose value is data, which refers to nothing. */
const data = new Set(["example", "examples", "default", "enum", "const"]);

function refuseLostReferences(document: JsonObject): void {
  const seen = new Set<object>();
  const above = new Set<object>();
  const look = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    // By an alias of YAML: everything that walks the document would never end.
    if (above.has(node)) throw new Error("part of it contains itself");
    if (seen.has(node)) return;
    seen.add(node);
    above.add(node);
    refuseLost(getAt(node, ["$ref"]), document);
    for (const [key, each] of Object.entries(node)) if (!data.has(key)) look(each);
    above.delete(node);
  };
  look(document);
}

function refuseLost(ref: unknown, document: JsonObject): void {
  if (typeof ref !== "string") return;
  if (!ref.startsWith("#")) {
    throw new Error(
      `the reference ${ref} leads to another file or address; bundle the document into one file first`,
    );
  }
  if (getAt(document, fromPointer(ref)) === undefined) {
    throw new Error(`the reference ${ref} does not resolve`);
  }
}

/** Reads a document from a file, YAML or JSON. @throws Error of one line that names the file */
export function readSpecificationFile(file: string): Specification {
  try {
    return readSpecification(parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const [line = ""] = cause instanceof Error ? cause.message.split(/:?\n/) : [];
    throw new Error(`${file}: ${line}`, { cause });
  }
}

const shipped = new Map<string, Specification>();

/**
 * Reads a document of this package from its file. Emulators share it within a process: reading it and
 * compiling its schemas takes longer than most tests.
 *
 * @throws Error when the package was not built
 */
export function loadShipped(file: string): Specification {
  const known = shipped.get(file);
  if (known !== undefined) return known;
  if (!existsSync(file)) {
    throw new Error(`${file} is missing from @cloud-clients/emulator; build it first`);
  }
  const specification = readSpecificationFile(file);
  shipped.set(file, specification);
  return specification;
}
