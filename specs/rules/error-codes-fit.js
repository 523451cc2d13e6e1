import { errorCodeProblems } from "./error-code-problems.js";

/** `x-error-codes` is whole, and has every code that other extensions name. */
export function errorCodesFit() {
  return {
    /**
     * @param {object} document
     * @param {import("@redocly/openapi-core").UserContext} ctx
     */
    Root(document, ctx) {
      for (const { message, path } of errorCodeProblems({ ...document })) {
        ctx.report({ message, location: ctx.location.child(path) });
      }
    },
  };
}
