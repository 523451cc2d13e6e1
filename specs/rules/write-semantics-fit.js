import { derefIn } from "./deref-in.js";
import { operationsOf } from "./operations-of.js";
import { writeProblems } from "./write-problems.js";

/** @import { Mapping } from "./schema-facts.js" */

/** What `x-write-semantics` names exists, in the body and in the answer of the operation that reads. */
export function writeSemanticsFit() {
  return {
    /**
     * @param {Mapping} paths
     * @param {import("@redocly/openapi-core").UserContext} ctx
     */
    Paths(paths, ctx) {
      const operations = operationsOf(paths);
      const read = (/** @type {string} */ id) =>
        operations.find((one) => one.method === "get" && one.operation.operationId === id)
          ?.operation;
      for (const { path, method, operation } of operations) {
        for (const problem of writeProblems(operation, read, derefIn(ctx))) {
          const location = ctx.location.child([path, method, ...problem.path]);
          ctx.report({ message: problem.message, location });
        }
      }
    },
  };
}
