import { getAt, isObject } from "./json.js";
import { fromPointer } from "./json-pointer.js";

/** Follows a `$ref`. Anything else is returned as it is; a reference that does not resolve, as undefined. */
export type Deref = (node: unknown) => unknown;

const maxHops = 100;

/** Follows the references of a bundle, all of which are internal. A circular reference does not resolve. */
export function derefIn(document: unknown): Deref {
  // Most references of a document lead to the same few places.
  const ways = new Map<string, readonly string[]>();
  const wayOf = (ref: string) => {
    const way = ways.get(ref) ?? fromPointer(ref);
    ways.set(ref, way);
    return way;
  };
  return (node) => {
    let current = node;
    for (let hop = 0; hop < maxHops; hop++) {
      if (!isObject(current) || typeof current.$ref !== "string") return current;
      current = getAt(document, wayOf(current.$ref));
    }
    return undefined;
  };
}

/** The value at `keys` below `node`, following every `$ref` on the way; undefined if there is none. */
export function follow(node: unknown, keys: readonly string[], deref: Deref): unknown {
  return keys.reduce<unknown>((current, key) => deref(getAt(current, [key])), deref(node));
}
