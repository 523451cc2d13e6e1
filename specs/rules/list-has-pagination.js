import { derefIn } from "./deref-in.js";
import { operationsOf } from "./operations-of.js";
import {
  parametersOf,
  propertiesOf,
  requestSchema,
  successSchema,
  typeOf,
} from "./schema-facts.js";

/** @import { Deref, Mapping } from "./schema-facts.js" */

const paging =
  /^(limit|offset|cursor|marker|next_?token|page([_-]?(size|no|num|number|index|token))?)$/i;

/**
 * A list declares how it is walked. A list is an operation that can be asked for a part (a query
 * parameter, or a top-level body property, named like limit, offset, cursor, marker or page) and whose
 * success answer is an array or has one as a top-level property.
 */
export function listHasPagination() {
  return {
    /**
     * @param {Mapping} paths
     * @param {import("@redocly/openapi-core").UserContext} ctx
     */
    Paths(paths, ctx) {
      const deref = derefIn(ctx);
      for (const { path, method, operation, pathItem } of operationsOf(paths)) {
        if (operation["x-pagination"] !== undefined) continue;
        const asks = [
          ...parametersOf(operation, pathItem, deref)
            .filter((parameter) => parameter.in === "query")
            .map((parameter) => String(parameter.name)),
          ...Object.keys(propertiesOf(requestSchema(operation, deref), deref)),
        ].filter((name) => paging.test(name));
        if (asks.length === 0 || !answersWithArray(operation, deref)) continue;
        ctx.report({
          message: `${method.toUpperCase()} ${path} is a list (it takes ${asks.join(" and ")}), so it needs x-pagination.`,
          location: ctx.location.child([path, method]).key(),
        });
      }
    },
  };
}

/**
 * @param {Mapping} operation
 * @param {Deref} deref
 */
function answersWithArray(operation, deref) {
  const schema = successSchema(operation, deref);
  if (typeOf(schema, deref) === "array") return true;
  return Object.values(propertiesOf(schema, deref)).some((one) => typeOf(one, deref) === "array");
}
