import {
  derefIn,
  errorCodeProblems,
  operationsOf,
  readPagination,
  writeSemantics,
} from "@cloud-clients/openapi-model";
import type { Oas3Rule, UserContext } from "@redocly/openapi-core";

// What each rule may say is judged in openapi-model, for `generate` too; here it gets its place.

/** `x-error-codes` is whole, and has every code that other extensions name. */
export const errorCodesFit: Oas3Rule = () => ({
  Root(document, ctx: UserContext) {
    for (const { message, path } of errorCodeProblems({ ...document })) {
      ctx.report({ message, location: ctx.location.child(path) });
    }
  },
});

/** What `x-pagination` names exists, with the type that paging needs. */
export const paginationFits: Oas3Rule = () => ({
  Root(document, ctx: UserContext) {
    const deref = derefIn(document);
    for (const found of operationsOf(document.paths)) {
      for (const problem of readPagination(found, deref).problems) {
        const location = ctx.location.child(["paths", found.path, found.method, ...problem.path]);
        ctx.report({ message: problem.message, location });
      }
    }
  },
});

/** What `x-write-semantics` says is so, in the body and in the response of the operation that reads. */
export const writeSemanticsFit: Oas3Rule = () => ({
  Root(document, ctx: UserContext) {
    const deref = derefIn(document);
    const operations = operationsOf(document.paths);
    for (const found of operations) {
      for (const problem of writeSemantics(found, operations, deref).problems) {
        const location = ctx.location.child(["paths", found.path, found.method, ...problem.path]);
        ctx.report({ message: problem.message, location });
      }
    }
  },
});
