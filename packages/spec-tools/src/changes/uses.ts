import {
  type Deref,
  derefIn,
  type FoundOperation,
  fromPointer,
  isObject,
  type JsonObject,
  operationsOf,
} from "@cloud-clients/openapi-model";

/** The two directions of a call. */
export type Direction = "request" | "response";

/** Which operations send and receive what stands below a component. */
export class Uses {
  readonly #uses = new Map<string, Map<Direction, Set<string>>>();
  readonly #names = new Map<string, string>();
  readonly #deref: Deref;

  constructor(document: JsonObject) {
    this.#deref = derefIn(document);
    for (const found of operationsOf(document.paths)) {
      const { operation, pathItem } = found;
      const name = nameOf(found);
      this.#names.set(`${found.method} ${found.path}`, name);
      this.#walk(
        [operation.parameters, pathItem.parameters, operation.requestBody],
        "request",
        name,
      );
      this.#walk(operation.responses, "response", name);
    }
  }

  /** The directions in which what stands at a pointer travels: by its component, else by its place. */
  directionsOf(pointer: string): Set<Direction> {
    const keys = fromPointer(pointer);
    if (keys[0] === "components") return new Set(this.#uses.get(componentOf(keys))?.keys());
    if (keys.includes("responses")) return new Set(["response"]);
    if (keys.includes("parameters") || keys.includes("requestBody")) return new Set(["request"]);
    return new Set();
  }

  /** The operations that have to do with what stands at a pointer, in alphabetical order. */
  operationsAt(pointer: string): string[] {
    const keys = fromPointer(pointer);
    const [section, path = "", method = ""] = keys;
    if (section === "paths") {
      const own = this.#names.get(`${method} ${path}`);
      return own === undefined ? [] : [own];
    }
    const directions = this.#uses.get(componentOf(keys))?.values() ?? [];
    return [...new Set([...directions].flatMap((names) => [...names]))].sort();
  }

  #walk(start: unknown, direction: Direction, operation: string): void {
    const seen = new Set<unknown>();
    const open = [start];
    while (open.length > 0) {
      const node = open.pop();
      if (typeof node !== "object" || node === null || seen.has(node)) continue;
      seen.add(node);
      if (isObject(node) && typeof node.$ref === "string") {
        this.#note(node.$ref, direction, operation);
        open.push(this.#deref(node));
      } else {
        open.push(...Object.values(node));
      }
    }
  }

  #note(ref: string, direction: Direction, operation: string): void {
    const component = componentOf(fromPointer(ref));
    const directions = this.#uses.get(component) ?? new Map<Direction, Set<string>>();
    this.#uses.set(component, directions);
    directions.set(direction, (directions.get(direction) ?? new Set()).add(operation));
  }
}

/** What messages call an operation. */
export function nameOf({ operation, method, path }: FoundOperation): string {
  const { operationId } = operation;
  return typeof operationId === "string" ? operationId : `${method.toUpperCase()} ${path}`;
}

function componentOf(keys: readonly string[]): string {
  return keys.slice(0, 3).join("/");
}
