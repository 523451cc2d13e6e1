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

/** Options of an edit of an endpoint's whitelist. */
export interface WhitelistEditOptions extends EditOptions {
  /**
   * Whether the whitelist is enforced after the edit. By default the value read is sent back, because the
   * service may switch it off when it is left out.
   */
  also?: EndpointAccess | undefined;
}

/**
 * Writes exactly these whitelist entries; all others are removed. Requests: read, write, verify; only the
 * read if nothing changes.
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
  return replaceEntries<string>({ client, rule, id, options }, entries);
}

/**
 * Adds addresses to the whitelist and leaves all others as they are. Safe to repeat. Requests and errors as
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

/** Removes addresses from the whitelist. Safe to repeat; a missing one is not an error. */
export function removeFromWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return removeEntries<string>({ client, rule, id, options }, entries);
}

/** Adds some addresses to the whitelist and removes others in one write. Safe to repeat. */
export function ensureWhitelist(
  client: VpcepClient,
  id: string,
  intent: EnsureIntent<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return ensureEntries<string>({ client, rule, id, options }, intent);
}

/**
 * Edits the whitelist with a function.
 *
 * @param change - gets a copy of the entries of the whitelist and returns the new ones; may be async, and may
 * run again on a list that already has its result. Returning `undefined` means no change; throwing means no
 * write.
 */
export function editWhitelist(
  client: VpcepClient,
  id: string,
  change: Change<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return editEntries<string>({ client, rule, id, options }, change);
}

/** Plans an edit: what would be added, removed, changed and kept. One request, no write. */
export function planWhitelist(
  client: VpcepClient,
  id: string,
  intent: Intent<string> | Change<string>,
  options?: WhitelistEditOptions,
): Promise<Plan<string>> {
  return planEntries<string>({ client, rule, id, options }, intent);
}

/**
 * Applies a plan from {@link planWhitelist}. Requests as for {@link replaceWhitelist}.
 *
 * @throws UsageError when the plan was altered, or is for another service, project or list.
 * @throws ConcurrentWriteError when the entries of the whitelist have changed since, or the plan was already
 * applied.
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
