import { derefIn } from "./deref-in.js";
import { operationsOf } from "./operations-of.js";
import { paginationProblems } from "./pagination-problems.js";

/** @import { Mapping } from "./schema-facts.js" */

/** What `x-pagination` names exists, with the type that paging needs. */
export function paginationFits() {
  return {
    /**
     * @param {Mapping} paths
     * @param {import("@redocly/openapi-core").UserContext} ctx
     */
    Paths(paths, ctx) {
      for (const { path, method, operation, pathItem } of operationsOf(paths)) {
        for (const problem of paginationProblems(operation, pathItem, derefIn(ctx))) {
          const location = ctx.location.child([path, method, ...problem.path]);
          ctx.report({ message: problem.message, location });
        }
      }
    },
  };
}
