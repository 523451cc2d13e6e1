import { isMapping, listOf } from "./schema-facts.js";

/** @import { Location, UserContext } from "@redocly/openapi-core" */

const single = ["items", "additionalProperties", "not"];
const several = ["allOf", "anyOf", "oneOf"];

/**
 * A string enum that the service answers with says in `x-enum-open` whether further values may appear:
 * a vendor adds a status, and a closed type turns it into a bug at the user's.
 */
export function responseEnumOpen() {
  /** @type {Set<string>} */
  const seen = new Set();
  return {
    /**
     * @param {{ content?: unknown, headers?: unknown }} response
     * @param {UserContext} ctx
     */
    Response(response, ctx) {
      // Walked by hand: the linter enters a type below itself only once, so that nested schemas are missed.
      for (const part of ["content", "headers"]) {
        const holders = part === "content" ? response.content : response.headers;
        for (const [name, holder] of Object.entries(holders ?? {})) {
          if (isMapping(holder))
            visit(holder.schema, ctx.location.child([part, name, "schema"]), ctx);
        }
      }
    },
  };

  /**
   * @param {unknown} node
   * @param {Location} at
   * @param {UserContext} ctx
   */
  function visit(node, at, ctx) {
    const target =
      isMapping(node) && typeof node.$ref === "string"
        ? ctx.resolve({ $ref: node.$ref })
        : undefined;
    const schema = target === undefined ? node : target.node;
    const location = target?.location ?? at;
    if (!isMapping(schema) || seen.has(location.absolutePointer)) return;
    seen.add(location.absolutePointer);
    judge(schema, location, ctx);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      visit(property, location.child(["properties", name]), ctx);
    }
    for (const key of single) visit(schema[key], location.child(key), ctx);
    for (const key of several) {
      for (const [index, part] of listOf(schema[key]).entries()) {
        visit(part, location.child([key, index]), ctx);
      }
    }
  }
}

/**
 * @param {import("./schema-facts.js").Mapping} schema
 * @param {Location} location
 * @param {UserContext} ctx
 */
function judge(schema, location, ctx) {
  if (!listOf(schema.enum).some((value) => typeof value === "string")) return;
  if (typeof schema["x-enum-open"] === "boolean") return;
  ctx.report({
    message:
      "A string enum in a response needs x-enum-open: true (or false, when it is closed for good).",
    location: location.child("enum").key(),
  });
}
