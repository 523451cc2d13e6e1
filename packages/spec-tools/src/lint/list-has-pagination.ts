import {
  type Deref,
  derefIn,
  type FoundOperation,
  type JsonObject,
  operationsOf,
  parametersOf,
  propertiesOf,
  requestSchema,
  successSchema,
  typeOf,
} from "@cloud-clients/openapi-model";
import type { Oas3Rule, UserContext } from "@redocly/openapi-core";

const paging =
  /^(limit|offset|cursor|marker|next_?token|page([_-]?(size|no|num|number|index|token))?)$/i;

/**
 * A list declares how it is walked. A list is an operation that can be asked for a part (a query
 * parameter, or a top-level body property, named like limit, offset, cursor, marker or page) and whose
 * success answer is an array or has one as a top-level property.
 */
export const listHasPagination: Oas3Rule = () => ({
  Root(document, ctx: UserContext) {
    const deref = derefIn(document);
    for (const { path, method, operation, pathItem } of operationsOf(document.paths)) {
      if (operation["x-pagination"] !== undefined) continue;
      const asks = pagingNames({ path, method, operation, pathItem }, deref);
      if (asks.length === 0 || !answersWithArray(operation, deref)) continue;
      ctx.report({
        message: `${method.toUpperCase()} ${path} is a list (it takes ${asks.join(" and ")}), so it needs x-pagination.`,
        location: ctx.location.child(["paths", path, method]).key(),
      });
    }
  },
});

/** What an operation takes that asks for a part of a list. */
export function pagingNames({ operation, pathItem }: FoundOperation, deref: Deref): string[] {
  return [
    ...parametersOf(operation, pathItem, deref)
      .filter((parameter) => parameter.in === "query")
      .map((parameter) => String(parameter.name)),
    ...Object.keys(propertiesOf(requestSchema(operation, deref), deref)),
  ].filter((name) => paging.test(name));
}

/** Whether the success answer of an operation is an array, or has one as a top-level property. */
export function answersWithArray(operation: JsonObject, deref: Deref): boolean {
  const schema = successSchema(operation, deref);
  if (typeOf(schema, deref) === "array") return true;
  return Object.values(propertiesOf(schema, deref)).some((one) => typeOf(one, deref) === "array");
}
