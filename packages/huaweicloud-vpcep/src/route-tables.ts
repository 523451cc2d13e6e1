import {
  addEntries,
  applyEntriesPlan,
  type Change,
  type EditOptions,
  type EditResult,
  type EnsureIntent,
  editEntries,
  ensureEntries,
  type Intent,
  type Plan,
  planEntries,
  removeEntries,
  replaceEntries,
  type Verification,
  verifyEntries,
} from "@cloud-clients/runtime/kit";
import type { VpcepClient } from "./create-vpcep-client.js";
import { updateEndpointRouteTables as rule } from "./generated/operations.js";

/**
 * Writes exactly these route tables; all others are unbound. Requests: read, write, verify; only the read if
 * nothing changes.
 *
 * The service may apply only part of the write. That is a WriteNotAppliedError: `failures` has the service's
 * reasons (`bind_failed`, `unbind_failed`), and `observed` the tables that are bound.
 *
 * @param id - the endpoint, of a gateway service.
 * @param tables - ids of route tables.
 * @throws UsageError before any request for an id that is not allowed; ConcurrentWriteError,
 * WriteNotAppliedError, and what a call throws.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointRoutetable.html
 */
export function replaceRouteTables(
  client: VpcepClient,
  id: string,
  tables: readonly string[],
  options?: EditOptions,
): Promise<EditResult<string>> {
  return replaceEntries<string>({ client, rule, id, options }, tables);
}

/**
 * Binds additional route tables and leaves all others as they are. Safe to repeat. Requests and errors as for
 * {@link replaceRouteTables}.
 */
export function addRouteTables(
  client: VpcepClient,
  id: string,
  tables: readonly string[],
  options?: EditOptions,
): Promise<EditResult<string>> {
  return addEntries<string>({ client, rule, id, options }, tables);
}

/** Unbinds route tables. Safe to repeat; one that is not bound is not an error. */
export function removeRouteTables(
  client: VpcepClient,
  id: string,
  tables: readonly string[],
  options?: EditOptions,
): Promise<EditResult<string>> {
  return removeEntries<string>({ client, rule, id, options }, tables);
}

/** Binds some route tables and unbinds others in one write. Safe to repeat. */
export function ensureRouteTables(
  client: VpcepClient,
  id: string,
  intent: EnsureIntent<string>,
  options?: EditOptions,
): Promise<EditResult<string>> {
  return ensureEntries<string>({ client, rule, id, options }, intent);
}

/**
 * Edits the route tables with a function.
 *
 * @param change - gets a copy of the route tables and returns the new ones; may be async, and may run again
 * on a list that already has its result. Returning `undefined` means no change; throwing means no write.
 */
export function editRouteTables(
  client: VpcepClient,
  id: string,
  change: Change<string>,
  options?: EditOptions,
): Promise<EditResult<string>> {
  return editEntries<string>({ client, rule, id, options }, change);
}

/** Plans an edit: what would be added, removed, changed and kept. One request, no write. */
export function planRouteTables(
  client: VpcepClient,
  id: string,
  intent: Intent<string> | Change<string>,
  options?: EditOptions,
): Promise<Plan<string>> {
  return planEntries<string>({ client, rule, id, options }, intent);
}

/**
 * Applies a plan from {@link planRouteTables}. Requests as for {@link replaceRouteTables}.
 *
 * @throws UsageError when the plan was altered, or is for another service, project or list.
 * @throws ConcurrentWriteError when the route tables have changed since, or the plan was already applied.
 */
export function applyRouteTablesPlan(
  client: VpcepClient,
  plan: Plan<string>,
  options?: EditOptions,
): Promise<EditResult<string>> {
  return applyEntriesPlan<string>({ client, rule, options }, plan);
}

/** Reads the route tables and compares them with those given. One request. */
export function verifyRouteTables(
  client: VpcepClient,
  id: string,
  tables: readonly string[],
  options?: EditOptions,
): Promise<Verification<string>> {
  return verifyEntries<string>({ client, rule, id, options }, tables);
}
