import { getAt, isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { isReserved, isTaken } from "../documents/taken-names.js";

/** A type of types.ts that has no name in the document. */
export interface DeclaredType {
  name: string;
  /** What it is, as TypeScript. */
  type: string;
  /** Whether it may be an interface, whose name editors show in place of its members. */
  open: boolean;
  text: string;
}

/**
 * The names of a package's types: one for each schema of the document, and one for each inline body,
 * query and response that a function needs.
 */
export class TypeNames {
  /** The types of schemas, by the schemas' names in the document. */
  readonly schemas: ReadonlyMap<string, string>;
  /** In the order in which they were asked for. */
  readonly declared: DeclaredType[] = [];
  readonly #byType = new Map<string, string>();
  readonly #used: Set<string>;

  /** @param taken - names that none of these types may have. */
  constructor(document: JsonObject, taken: readonly string[]) {
    this.#used = new Set(taken);
    const schemas = getAt(document, ["components", "schemas"]);
    const keys = isObject(schemas) ? Object.keys(schemas) : [];
    this.schemas = new Map(keys.map((key) => [key, this.#take(pascalCase(key))]));
  }

  /** The type of what a `$ref` leads to; undefined for anything else. */
  referred(node: unknown): string | undefined {
    const ref = getAt(node, ["$ref"]);
    const key = typeof ref === "string" ? /^#\/components\/schemas\/([^/]+)$/.exec(ref)?.[1] : "";
    return this.schemas.get(key ?? "");
  }

  /** Declares a type, once; the name it gets is not that of another. */
  declare(type: DeclaredType): string {
    const same = this.#byType.get(type.type);
    if (same !== undefined) return same;
    const name = this.#take(type.name);
    this.#byType.set(type.type, name);
    this.declared.push({ ...type, name });
    return name;
  }

  /** The name, or one that goes on with a word where the name means something else already. */
  #take(name: string): string {
    let free = name;
    while (isReserved(free) || isTaken(free) || this.#used.has(free)) free += "Type";
    this.#used.add(free);
    return free;
  }
}

/** `instance_status` as `InstanceStatus`. */
export function pascalCase(name: string): string {
  const words = name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const joined = words.join("");
  return /^[A-Za-z]/.test(joined) ? joined : `Type${joined}`;
}

/** `instance_id` as `instanceId`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** `RouteTables` as `route tables`. */
export function wordsOf(pascal: string): string {
  return pascal.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
}

/** Whether a noun means several: those that end in "s", but "access" and its like. */
export function isPlural(noun: string): boolean {
  return /[^s]s$/i.test(noun);
}

/** `RouteTables` as `RouteTable`; a noun that means one thing stays as it is. */
export function singularOf(noun: string): string {
  if (!isPlural(noun)) return noun;
  if (/ies$/i.test(noun)) return `${noun.slice(0, -3)}y`;
  return /(?:ss|x|ch|sh)es$/i.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}
