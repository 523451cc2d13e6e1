import { getAt, isObject } from "./json.js";
import { fromPointer } from "./json-pointer.js";

/** Follows a `$ref` inside one document; anything else comes back as it is. */
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
