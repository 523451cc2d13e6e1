import {
  addEntries,
  applyListPlan,
  type Change,
  type EditOptions,
  type EditResult,
  type EditTarget,
  editEntries,
  judgeFailures,
  type Plan,
  type PlanIntent,
  planList,
  removeEntries,
  replaceEntries,
} from "@cloud-clients/runtime";
import type { VpcepClient } from "./create-vpcep-client.js";
import { updateEndpointRouteTables as rule } from "./generated/operations.js";

/**
 * Binds exactly these route tables; all others are unbound. Requests: read, write, verify; just the
 * read when the endpoint has them already.
 *
 * The service may do only part of it. That is a WriteNotAppliedError, whose `failures` has its reasons
 * (`bind_failed`, `unbind_failed`) and whose `observed` has the tables that are bound.
 *
 * @param id - the endpoint, of a gateway service.
 * @param tables - ids of route tables.
 * @throws ConcurrentWriteError, WriteNotAppliedError, and what a call throws.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointRoutetable.html
 */
export function replaceRouteTables(
  client: VpcepClient,
  id: string,
  tables: readonly string[],
  options?: EditOptions,
): Promise<EditResult<string>> {
  return replaceEntries<string>(target(client, id, options), tables);
}

/**
 * Binds further route tables and leaves all others as they are. Safe to repeat. Requests and errors as
 * for {@link replaceRouteTables}.
 */
export function addRouteTables(
  client: VpcepClient,
  id: string,
  tables: readonly string[],
  options?: EditOptions,
): Promise<EditResult<string>> {
  return addEntries<string>(target(client, id, options), tables);
}

/** Unbinds route tables. Safe to repeat; one that is not bound is no error. */
export function removeRouteTables(
  client: VpcepClient,
  id: string,
  tables: readonly string[],
  options?: EditOptions,
): Promise<EditResult<string>> {
  return removeEntries<string>(target(client, id, options), tables);
}

/**
 * Makes any change of the route tables.
 *
 * @param change - gets a copy of the ids and gives the new ones; may be async and may run again;
 * `undefined` means no change, a throw means no write.
 */
export function editRouteTables(
  client: VpcepClient,
  id: string,
  change: Change<string>,
  options?: EditOptions,
): Promise<EditResult<string>> {
  return editEntries<string>(target(client, id, options), change);
}

/** Plans a change: what would be bound, unbound and kept. One request, no write. */
export function planRouteTables(
  client: VpcepClient,
  id: string,
  intent: PlanIntent<string>,
  options?: EditOptions,
): Promise<Plan<string>> {
  return planList<string>(target(client, id, options), intent);
}

/**
 * Carries out a plan of {@link planRouteTables}.
 *
 * @throws ConcurrentWriteError when the route tables have moved since, or the plan was applied already.
 */
export function applyRouteTablesPlan(
  client: VpcepClient,
  plan: Plan<string>,
  options?: EditOptions,
): Promise<EditResult<string>> {
  return applyListPlan<string>(target(client, plan?.id, options), plan);
}

function target(client: VpcepClient, id: string, options: EditOptions = {}): EditTarget {
  return { client, rule, id, options, judge: judgeFailures(rule, id) };
}
