import { isMapping } from "./schema-facts.js";

/** @import { Mapping } from "./schema-facts.js" */

/** The keys of a path item that are operations. */
export const methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

/**
 * Whether an operation may be sent twice when it does not say so in `x-idempotent`: the methods that
 * HTTP (RFC 9110) calls idempotent.
 * @param {string} method in lower case
 */
export function mayBeRepeated(method) {
  return method !== "post" && method !== "patch";
}

/**
 * Every operation of a document, in its order.
 * @param {unknown} paths the document's `paths`
 * @returns {{ path: string, method: string, operation: Mapping, pathItem: Mapping }[]}
 */
export function operationsOf(paths) {
  if (!isMapping(paths)) return [];
  return Object.entries(paths).flatMap(([path, pathItem]) => {
    if (!isMapping(pathItem)) return [];
    return Object.keys(pathItem).flatMap((method) => {
      const operation = methods.includes(method) ? pathItem[method] : undefined;
      return isMapping(operation) ? [{ path, method, operation, pathItem }] : [];
    });
  });
}
