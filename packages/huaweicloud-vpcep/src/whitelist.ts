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
import { updateEndpointWhitelist as rule } from "./generated/operations.js";
import type { EndpointAccess } from "./types.js";

/** How the whitelist of an endpoint is edited. */
export interface WhitelistEditOptions extends EditOptions {
  /**
   * Whether the whitelist is to be in force after the edit. By default what was read is sent back,
   * because the service may switch it off when it is left out.
   */
  also?: EndpointAccess | undefined;
}

/**
 * Writes exactly these entries of the whitelist; all others go. Requests: read, write, verify;
 * just the read when nothing changes.
 *
 * @param id - the endpoint, of an interface service.
 * @param entries - IPv4 addresses and ranges (`10.0.0.0/8`), compared as text.
 * @throws UsageError before any request for an entry that is not allowed;
 * ConcurrentWriteError, WriteNotAppliedError, and what a call throws.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointWhite.html
 */
export function replaceWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return replaceEntries<string>({ client, rule, id, options }, entries);
}

/**
 * Lets further addresses use the endpoint and leaves all others as they are. Safe to repeat. Requests and errors as
 * for {@link replaceWhitelist}.
 */
export function addToWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return addEntries<string>({ client, rule, id, options }, entries);
}

/** Takes addresses off the whitelist. Safe to repeat; one that is not there is no error. */
export function removeFromWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return removeEntries<string>({ client, rule, id, options }, entries);
}

/** Makes some addresses be on the whitelist and others not, in one write. Safe to repeat. */
export function ensureWhitelist(
  client: VpcepClient,
  id: string,
  intent: EnsureIntent<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return ensureEntries<string>({ client, rule, id, options }, intent);
}

/**
 * Makes any change of the entries of the whitelist.
 *
 * @param change - gets a copy of the entries of the whitelist and returns the new ones; may be async and may run again, on a
 * list that holds its own result already; `undefined` means no change, a throw means no write.
 */
export function editWhitelist(
  client: VpcepClient,
  id: string,
  change: Change<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return editEntries<string>({ client, rule, id, options }, change);
}

/** Plans a change: what would be added, removed, changed and kept. One request, no write. */
export function planWhitelist(
  client: VpcepClient,
  id: string,
  intent: Intent<string> | Change<string>,
  options?: WhitelistEditOptions,
): Promise<Plan<string>> {
  return planEntries<string>({ client, rule, id, options }, intent);
}

/**
 * Carries out a plan of {@link planWhitelist}. Requests as for {@link replaceWhitelist}.
 *
 * @throws UsageError when the plan was altered, or is for another service, project or list.
 * @throws ConcurrentWriteError when the entries of the whitelist have moved since, or the plan was applied already.
 */
export function applyWhitelistPlan(
  client: VpcepClient,
  plan: Plan<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return applyEntriesPlan<string>({ client, rule, options }, plan);
}

/** Reads the entries of the whitelist and compares them with those given. One request. */
export function verifyWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<Verification<string>> {
  return verifyEntries<string>({ client, rule, id, options }, entries);
}
