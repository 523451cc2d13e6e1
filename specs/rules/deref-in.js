/** @import { Deref } from "./schema-facts.js" */

/**
 * How rules follow a `$ref`: as the linter does, undefined where it leads nowhere.
 * @param {import("@redocly/openapi-core").UserContext} ctx
 * @returns {Deref}
 */
export function derefIn(ctx) {
  return (node) => {
    if (typeof node !== "object" || node === null || !("$ref" in node)) return node;
    return typeof node.$ref === "string" ? ctx.resolve({ $ref: node.$ref }).node : undefined;
  };
}
