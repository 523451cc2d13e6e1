import type { Operation } from "../spec/operation.js";
import type { Fault } from "./fault.js";
import { faultsOf } from "./find-fault.js";

/**
 * What the service takes a body for, under the faults that make it store something else than was
 * sent; `undefined` when there are none, or when the body is no object.
 */
export function alterBody<State>(
  faults: readonly Fault<State>[],
  operation: Operation,
  body: unknown,
): Record<string, unknown> | undefined {
  const partial = faultsOf(faults, "storePartly");
  const resetting = faultsOf(faults, "resetOmitted");
  const altering = faultsOf(faults, "alterWrite");
  if (partial.length + resetting.length + altering.length === 0) return undefined;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  let altered: Record<string, unknown> = { ...body };
  const list = operation.replacedList?.list;
  const sent = list === undefined ? undefined : altered[list];
  if (list !== undefined && Array.isArray(sent)) {
    altered[list] = sent.slice(0, Math.min(...partial.map(({ entries }) => entries)));
  }
  for (const { values } of resetting) altered = { ...values, ...altered };
  for (const { change } of altering) altered = { ...change(structuredClone(altered)) };
  return altered;
}
