import { getAt, isObject } from "./json.js";
import { fromPointer } from "./json-pointer.js";

/** Follows a `$ref`; anything else comes back as it is, and what leads nowhere as undefined. */
export type Deref = (node: unknown) => unknown;

const maxHops = 100;

/** How to follow the references of a bundle, which all stay inside it. A circle leads nowhere. */
export function derefIn(document: unknown): Deref {
  return (node) => {
    let current = node;
    for (let hop = 0; hop < maxHops; hop++) {
      if (!isObject(current) || typeof current.$ref !== "string") return current;
      current = getAt(document, fromPointer(current.$ref));
    }
    return undefined;
  };
}

/** What stands at `keys` below `node`, with every `$ref` on the way followed; undefined where the way ends. */
export function follow(node: unknown, keys: readonly string[], deref: Deref): unknown {
  return keys.reduce<unknown>((current, key) => deref(getAt(current, [key])), deref(node));
}
