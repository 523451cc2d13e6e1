import { isObject, type JsonObject, listOf } from "@cloud-clients/openapi-model";
import type { Location, Oas3Rule, UserContext } from "@redocly/openapi-core";

const single = ["items", "additionalProperties", "not"];
const several = ["allOf", "anyOf", "oneOf"];

/**
 * A string enum in a response says in `x-enum-open` whether further values may appear:
 * a vendor adds a status, and a closed type turns it into a bug at the user's.
 */
export const responseEnumOpen: Oas3Rule = () => {
  const seen = new Set<string>();
  return {
    Response(response, ctx: UserContext) {
      // Walked by hand: the linter enters a type below itself only once, so that nested schemas are missed.
      for (const part of ["content", "headers"] as const) {
        for (const [name, holder] of Object.entries(response[part] ?? {})) {
          if (isObject(holder))
            visit(holder.schema, ctx.location.child([part, name, "schema"]), ctx);
        }
      }
    },
  };

  function visit(node: unknown, at: Location, ctx: UserContext): void {
    const target =
      isObject(node) && typeof node.$ref === "string"
        ? ctx.resolve({ $ref: node.$ref })
        : undefined;
    const schema: unknown = target === undefined ? node : target.node;
    const location = target?.location ?? at;
    if (!isObject(schema) || seen.has(location.absolutePointer)) return;
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
};

function judge(schema: JsonObject, location: Location, ctx: UserContext): void {
  if (!listOf(schema.enum).some((value) => typeof value === "string")) return;
  if (typeof schema["x-enum-open"] === "boolean") return;
  ctx.report({
    message:
      "A string enum in a response needs x-enum-open: true (or false, if it will never change).",
    location: location.child("enum").key(),
  });
}
