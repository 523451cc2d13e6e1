import { getAt, isObject, type JsonObject, methods, toPointer } from "@cloud-clients/openapi-model";
import { visible } from "../base/input-error.js";
import {
  componentNameProblem,
  keyProblem,
  operationIdProblem,
  parameterNameProblem,
  pathProblem,
  quoted,
  textProblem,
  vendorIdProblem,
  vendorPathProblem,
} from "./names.js";
import { patternProblem } from "./patterns.js";
import { fileOf, type Layer, refProblem } from "./references.js";

/** Something wrong, and where in a document it stands. */
export interface Finding {
  keys: readonly (string | number)[];
  message: string;
  /** Set when the problem is that it is there at all. */
  about?: "key";
}

/** What only source and overlays may say, because our tools act on it. */
const ownExtensions: readonly string[] = [
  "x-client-name",
  "x-client-parameter",
  "x-completeness",
  "x-enum-open",
  "x-error-codes",
  "x-idempotent",
  "x-int64",
  "x-known-regions",
  "x-service-name",
  "x-pagination",
  "x-permanent-error",
  "x-rate-limit-error",
  "x-secret",
  "x-source",
  "x-write-semantics",
];

const maxDepth = 100;
const maxKeys = 2_000;
/** Of the tables that grow with an API: its paths, and its components of one kind. */
const maxRows = 20_000;
const maxValues = 5_000_000;
const maxRepeated = 500_000;
const maxCharacters = 60_000_000;
const maxFindings = 20;

/** What a walk through a document came to. */
export interface Judgement {
  /** At most 20. */
  findings: Finding[];
  /** The files it refers to, below specs/<api>, each with the place of the first reference. */
  files: ReadonlyMap<string, Finding["keys"]>;
  /** The places of integers beyond 2^53. */
  large: readonly Finding["keys"][];
}

/**
 * What makes a parsed document unfit to become code: names, references, extensions, patterns, and sizes.
 * Every command that reads documents asks here, and nowhere else.
 *
 * @param folder the folder the document stands in, below specs/<api>: its references start there.
 */
export function judgeDocument(document: unknown, layer: Layer, folder: string): Judgement {
  const walk = new Walk(layer, folder);
  try {
    walk.visit(document, []);
    if (layer !== "overlay") walk.names(document);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return { findings: walk.findings, files: walk.files, large: walk.large };
}

const tagRefused = "a YAML tag is refused; allowed is what JSON can say";

/** Thrown where going on would cost more than it could tell. */
class Enough extends Error {}

class Walk {
  readonly findings: Finding[] = [];
  readonly files = new Map<string, Finding["keys"]>();
  readonly large: Finding["keys"][] = [];
  readonly #plainKeys = new Set<string>();
  readonly #plainRefs = new Set<unknown>();
  readonly #layer: Layer;
  readonly #folder: string;
  readonly #seen = new Set<object>();
  /** Inside of what was seen before, which an alias repeats. */
  #repeating = false;
  #values = 0;
  #repeated = 0;
  #characters = 0;

  constructor(layer: Layer, folder: string) {
    this.#layer = layer;
    this.#folder = folder;
  }

  /**
   * Aliases are followed every time they are used, as whoever writes the document out would do. `keys` is
   * one list for the whole walk.
   */
  visit(value: unknown, keys: (string | number)[]): void {
    this.#values += 1;
    if (this.#values > maxValues) this.#stop([], `more than ${maxValues} values`);
    if (keys.length > maxDepth) this.#stop(keys, `nested deeper than ${maxDepth} levels`);
    if (typeof value === "string") this.#text(value, keys);
    else if (typeof value === "object" && value !== null) this.#collection(value, keys);
    else if (typeof value === "number") {
      if (!Number.isFinite(value)) this.#add(keys, `${value} is no number that JSON can hold`);
      else if (Number.isInteger(value) && !Number.isSafeInteger(value)) this.large.push([...keys]);
    } else if (value !== null && value !== undefined && typeof value !== "boolean") {
      this.#add(keys, tagRefused);
    }
    if (this.#repeating) {
      this.#repeated += 1;
      if (this.#repeated > maxRepeated) {
        this.#stop([], `more than ${maxRepeated} values, aliases written out`);
      }
    }
  }

  #collection(value: object, keys: (string | number)[]): void {
    const outside = !this.#repeating;
    if (this.#seen.has(value)) this.#repeating = true;
    else this.#seen.add(value);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        keys.push(index);
        this.visit(item, keys);
        keys.pop();
      }
    } else if (isPlain(value)) this.#mapping(value, keys);
    else this.#add(keys, tagRefused);
    if (outside) this.#repeating = false;
  }

  /** Names of operations, paths, parameters and components, wherever the document is OpenAPI. */
  names(document: unknown): void {
    if (!isObject(document)) return;
    for (const [path, item] of Object.entries(asObject(document.paths))) {
      const problem = this.#layer === "document" ? vendorPathProblem(path) : pathProblem(path);
      this.#say(["paths", path], problem, "key");
      this.#parameters(getAt(item, ["parameters"]), ["paths", path, "parameters"]);
      for (const method of methods) {
        const operation = getAt(item, [method]);
        if (isObject(operation)) this.#operation(operation, ["paths", path, method]);
      }
    }
    for (const [section, components] of Object.entries(asObject(document.components))) {
      for (const name of Object.keys(asObject(components))) {
        this.#say(["components", section, name], componentNameProblem(name), "key");
      }
    }
    const shared = asObject(getAt(document, ["components", "parameters"]));
    for (const [name, parameter] of Object.entries(shared)) {
      this.#parameter(parameter, ["components", "parameters", name]);
    }
    if (this.#layer === "source" && document.paths === undefined) this.#part(document);
  }

  /** A file of source/ may hold an operation or a parameter alone. */
  #part(document: JsonObject): void {
    if (document.operationId !== undefined || isObject(document.responses)) {
      this.#operation(document, []);
    } else if (typeof document.in === "string") this.#parameter(document, []);
  }

  #operation(operation: JsonObject, keys: (string | number)[]): void {
    const { operationId } = operation;
    // Fragments often lack it; an overlay gives it, and the bundle is held to it.
    if (operationId !== undefined) {
      const problem =
        this.#layer === "document" ? vendorIdProblem(operationId) : operationIdProblem(operationId);
      this.#say([...keys, "operationId"], problem);
    } else if (this.#layer === "bundle" && operation.$ref === undefined) {
      const [, path, method] = keys.map(String);
      const name = `${method?.toUpperCase()} ${path}`;
      this.#say(keys, `${name} ${operationIdProblem(undefined)}`, "key");
    }
    this.#parameters(operation.parameters, [...keys, "parameters"]);
  }

  #parameters(parameters: unknown, keys: (string | number)[]): void {
    if (!Array.isArray(parameters)) return;
    parameters.forEach((parameter: unknown, index) => {
      this.#parameter(parameter, [...keys, index]);
    });
  }

  #parameter(parameter: unknown, keys: (string | number)[]): void {
    if (!isObject(parameter) || parameter.$ref !== undefined) return;
    this.#say([...keys, "name"], parameterNameProblem(parameter.name, parameter.in));
  }

  #text(text: string, keys: (string | number)[]): void {
    this.#count(text.length);
    const asName = keys.at(-1) === "const" || keys.at(-2) === "enum";
    this.#say(keys, textProblem(text, asName));
  }

  #mapping(mapping: JsonObject, keys: (string | number)[]): void {
    const entries = Object.entries(mapping);
    const most = isTable(keys) ? maxRows : maxKeys;
    if (entries.length > most) this.#stop(keys, `a mapping of more than ${most} keys`);
    for (const [key, value] of entries) {
      const reference = this.#reference(key, value, keys);
      keys.push(key);
      this.#count(key.length);
      if (!this.#plainKeys.has(key)) this.#key(key, keys);
      this.#say(keys, reference);
      if (key === "pattern" && typeof value === "string") this.#pattern(value, keys);
      if (key === "patternProperties") {
        for (const pattern of Object.keys(asObject(value))) {
          this.#pattern(pattern, [...keys, pattern], "key");
        }
      }
      this.visit(value, keys);
      keys.pop();
    }
  }

  /** Those of a whole document count once they stand in the bundle: an overlay may replace them. */
  #pattern(pattern: string, keys: (string | number)[], about?: "key"): void {
    if (this.#layer !== "document") this.#say(keys, patternProblem(pattern), about);
  }

  /** Most keys of a document are the same few words. */
  #key(key: string, keys: (string | number)[]): void {
    const problems = [keyProblem(key), this.#extension(key)].filter((one) => one !== undefined);
    if (problems.length === 0) this.#plainKeys.add(key);
    for (const problem of problems) this.#say(keys, problem, "key");
  }

  #extension(key: string): string | undefined {
    const isVendors = this.#layer === "fragment" || this.#layer === "document";
    return isVendors && ownExtensions.includes(key)
      ? `${key} is refused in a vendor's document: our tools act on it; say it in source/ or in an overlay`
      : undefined;
  }

  /** Everything that some reader of OpenAPI resolves. */
  #reference(key: string, value: unknown, keys: readonly (string | number)[]): string | undefined {
    const parent = keys.at(-1);
    if (key === "$ref") return this.#leads(value, [...keys, key]);
    if (key === "externalValue" || key === "operationRef") {
      return typeof value === "string"
        ? `${key} ${quoted(value)} is refused; write out what it refers to`
        : undefined;
    }
    if (this.#layer === "overlay" && key === "extends" && keys.length === 0) {
      return "extends is refused: an overlay corrects the document of its own API";
    }
    const mapped = parent === "mapping" && keys.at(-2) === "discriminator";
    if (!mapped && !(key === "defaultMapping" && parent === "discriminator")) return undefined;
    // A bare name is a schema's, and leads nowhere else.
    return typeof value === "string" && componentNameProblem(value) === undefined
      ? undefined
      : this.#leads(value, [...keys, key]);
  }

  #leads(ref: unknown, keys: (string | number)[]): string | undefined {
    if (this.#plainRefs.has(ref)) return undefined;
    const problem = refProblem(ref, this.#layer, this.#folder);
    if (problem !== undefined) return problem;
    this.#plainRefs.add(ref);
    const file = fileOf(ref, this.#folder);
    if (file !== undefined && !this.files.has(file)) this.files.set(file, keys);
    return undefined;
  }

  #count(characters: number): void {
    this.#characters += characters;
    if (this.#characters > maxCharacters) {
      this.#stop([], `more than ${maxCharacters} characters, aliases written out`);
    }
  }

  #say(keys: (string | number)[], message: string | undefined, about?: "key"): void {
    if (message !== undefined) this.#add(keys, message, about);
  }

  #add(keys: (string | number)[], message: string, about?: "key"): void {
    this.findings.push({ keys: [...keys], message, ...(about === undefined ? {} : { about }) });
    if (this.findings.length >= maxFindings) throw new Enough();
  }

  #stop(keys: (string | number)[], message: string): never {
    // Looking for the line of it would cost as much again: the first steps of the way must do.
    const way =
      keys.length === 0 ? "" : ` (at ${visible(toPointer(keys.slice(0, 4)).slice(0, 200))})`;
    this.findings.push({ keys: [], message: `the document is refused: ${message}${way}` });
    throw new Enough();
  }
}

/** Whether a mapping of an OpenAPI document lists its paths, or its components of one kind. */
function isTable(keys: readonly (string | number)[]): boolean {
  return keys[0] === "components" ? keys.length === 2 : keys[0] === "paths" && keys.length === 1;
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function isPlain(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
