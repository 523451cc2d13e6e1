import {
  addEntries,
  applyListPlan,
  type Change,
  type EditOptions,
  type EditResult,
  type EditTarget,
  editEntries,
  keepFields,
  type Plan,
  type PlanIntent,
  planList,
  removeEntries,
  replaceEntries,
} from "@cloud-clients/runtime";
import type { VpcepClient } from "./create-vpcep-client.js";
import { updateEndpointWhitelist as rule } from "./generated/operations.js";
import type { EndpointAccess } from "./types.js";

/** How the whitelist of an endpoint is edited. */
export interface WhitelistEditOptions extends EditOptions {
  /**
   * Whether the whitelist is to be in force after the edit. By default what was read is sent back,
   * because the service may switch it off when it is left out. Only sent with a list that changes.
   */
  also?: EndpointAccess;
}

/**
 * Writes exactly these addresses; all others go. Requests: read, write, verify; just the read when the
 * endpoint has them already.
 *
 * @param id - the endpoint, of an interface service.
 * @param entries - IPv4 addresses and ranges (`10.0.0.0/8`), compared as text.
 * @throws UsageError before any request for an entry that is not allowed; ConcurrentWriteError,
 * WriteNotAppliedError, and what a call throws.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointWhite.html
 */
export function replaceWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return replaceEntries<string>(target(client, id, options), entries);
}

/**
 * Lets further addresses use the endpoint and leaves all others as they are. Safe to repeat. Requests
 * as for {@link replaceWhitelist}.
 */
export function addToWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return addEntries<string>(target(client, id, options), entries);
}

/** Takes addresses off the whitelist. Safe to repeat; one that is not there is no error. */
export function removeFromWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return removeEntries<string>(target(client, id, options), entries);
}

/**
 * Makes any change of the whitelist.
 *
 * @param change - gets a copy of the entries and gives the new ones; may be async and may run again;
 * `undefined` means no change, a throw means no write.
 */
export function editWhitelist(
  client: VpcepClient,
  id: string,
  change: Change<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return editEntries<string>(target(client, id, options), change);
}

/** Plans a change: what would be added, removed and kept. One request, no write. */
export function planWhitelist(
  client: VpcepClient,
  id: string,
  intent: PlanIntent<string>,
  options?: WhitelistEditOptions,
): Promise<Plan<string>> {
  return planList<string>(target(client, id, options), intent);
}

/**
 * Carries out a plan of {@link planWhitelist}.
 *
 * @throws ConcurrentWriteError when the whitelist has moved since, or the plan was applied already.
 */
export function applyWhitelistPlan(
  client: VpcepClient,
  plan: Plan<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return applyListPlan<string>(target(client, plan?.id, options), plan);
}

function target(client: VpcepClient, id: string, options: WhitelistEditOptions = {}): EditTarget {
  const also: EditTarget["also"] = (read) => ({ ...keepFields(rule, read), ...options.also });
  return { client, rule, id, options, also };
}
