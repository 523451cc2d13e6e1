import type { Call } from "./service.js";

/**
 * The answer of a list that is paged by offset: a slice, and the number of all matches.
 *
 * @param sorted every match, in the order of the list
 * @param defaultLimit items in a page when neither the request nor the specification says
 */
export function offsetPage(
  call: Call<unknown>,
  sorted: readonly unknown[],
  defaultLimit: number,
): Record<string, unknown> {
  const { pagination, id } = call.operation;
  if (pagination?.style !== "offset") throw new Error(`${id} has no x-pagination of style offset`);
  const input = { ...((pagination.in === "query" ? call.query : call.body) as object) };
  const limit = Number(Reflect.get(input, pagination.request.limit) ?? defaultLimit);
  const offset = Number(Reflect.get(input, pagination.request.offset) ?? 0);
  return {
    [pagination.response.items]: sorted.slice(offset, offset + limit),
    [pagination.response.total]: sorted.length,
  };
}
