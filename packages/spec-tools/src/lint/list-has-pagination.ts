import {
  type Deref,
  derefIn,
  type FoundOperation,
  follow,
  isObject,
  operationsOf,
  parametersOf,
  propertiesOf,
  requestSchema,
  successResponse,
  successSchema,
  typeOf,
} from "@cloud-clients/openapi-model";
import type { Oas3Rule, UserContext } from "@redocly/openapi-core";

const paging =
  /^(x-)?(limit|offset|skip|cursor|marker|next[_-]?token|starting[_-]?after|continuation([_-]?token)?|per[_-]?page|page([_-]?(size|no|num|number|index|token|limit|offset)|\[\w+\])?)$/i;
const pagingObject = /^(page|paging|pager|pagination)$/i;
const pagingHeader = /^(link|x-(next|total)(-\w+)*)$/i;

/**
 * A list declares how it is walked. A list is an operation whose success response is an array, or has one as
 * a property or as a property of a property, and which can be asked for a part or promises more: it takes
 * something named like limit, offset, cursor, marker or page (a query or header parameter, a body property,
 * or a property of a body's `page`), or its response has a header like Link or X-Total.
 */
export const listHasPagination: Oas3Rule = () => ({
  Root(document, ctx: UserContext) {
    const deref = derefIn(document);
    for (const found of operationsOf(document.paths)) {
      const { path, method, operation } = found;
      const sign = operation["x-pagination"] === undefined && signOfList(found, deref);
      if (!sign) continue;
      ctx.report({
        message: `${method.toUpperCase()} ${path} is a list (it ${sign}), so it needs x-pagination.`,
        location: ctx.location.child(["paths", path, method]).key(),
      });
    }
  },
});

/** What shows that an operation is a list that may have pages: "takes limit"; undefined for any other. */
export function signOfList(found: FoundOperation, deref: Deref): string | undefined {
  if (!returnsArray(found, deref)) return undefined;
  const taken = partsTaken(found, deref);
  if (taken.length > 0) return `takes ${taken.join(" and ")}`;
  const headers = promises(found, deref);
  return headers.length > 0 ? `responds with ${headers.join(" and ")}` : undefined;
}

/** What of a request chooses a part of the response. */
function partsTaken({ operation, pathItem }: FoundOperation, deref: Deref): string[] {
  const parameters = parametersOf(operation, pathItem, deref)
    .filter((parameter) => parameter.in === "query" || parameter.in === "header")
    .map((parameter) => String(parameter.name));
  const body = propertiesOf(requestSchema(operation, deref), deref);
  const nested = Object.entries(body).flatMap(([name, schema]) =>
    pagingObject.test(name)
      ? Object.keys(propertiesOf(schema, deref)).map((inner) => `/${name}/${inner}`)
      : [],
  );
  const plain = Object.keys(body).filter(
    (name) => !nested.some((one) => one.startsWith(`/${name}/`)),
  );
  return [...[...parameters, ...plain].filter((name) => paging.test(name)), ...nested];
}

/** The headers of a response that say that there may be more. */
function promises({ operation }: FoundOperation, deref: Deref): string[] {
  const headers = follow(successResponse(operation, deref), ["headers"], deref);
  return Object.keys(isObject(headers) ? headers : {}).filter((name) => pagingHeader.test(name));
}

function returnsArray({ operation }: FoundOperation, deref: Deref): boolean {
  const response = successSchema(operation, deref);
  const inner = Object.values(propertiesOf(response, deref));
  const innermost = inner.flatMap((schema) => Object.values(propertiesOf(schema, deref)));
  return [response, ...inner, ...innermost].some((schema) => typeOf(schema, deref) === "array");
}
