// Written by "npx --yes pnpm@10 generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.
import {
  addEntries,
  applyEntriesPlan,
  type Change,
  editEntries,
  type EditOptions,
  type EditResult,
  ensureEntries,
  type EnsureIntent,
  type Intent,
  type Plan,
  planEntries,
  removeEntries,
  replaceEntries,
  type Verification,
  verifyEntries,
} from "@cloud-clients/runtime/kit";
import * as rules from "./operations.js";
import type {
  PortEditOptions,
  PortMapping,
  PortMappingKey,
  StoredPortMapping,
  VpcepClient,
  WhitelistEditOptions,
} from "./types.js";

/**
 * Writes exactly these port mappings; all others are removed. Requests: read, write, verify; only
 * the read if nothing changes.
 *
 * @param id - Id of the endpoint service.
 * @param ports - A port mapping to be written: the endpoint offers `client_port` and passes what
 * arrives there on to `server_port` of the backend.
 * @throws UsageError before any request for an entry that is not allowed; ConcurrentWriteError,
 * WriteNotAppliedError, and the errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointService.html
 */
export function replacePorts(
  client: VpcepClient,
  id: string,
  ports: readonly (StoredPortMapping | PortMapping)[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return replaceEntries<StoredPortMapping>(
    { client, rule: rules.updateEndpointService, id, options },
    ports,
  );
}

/**
 * Adds port mappings and leaves all others as they are. Safe to repeat. Requests and errors as for
 * `replacePorts`.
 *
 * @throws UsageError when one exists with other fields: adding does not change existing entries.
 */
export function addPorts(
  client: VpcepClient,
  id: string,
  ports: readonly PortMapping[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return addEntries<StoredPortMapping>(
    { client, rule: rules.updateEndpointService, id, options },
    ports,
  );
}

/**
 * Removes port mappings and leaves all others as they are. Safe to repeat; a missing one is not an
 * error.
 */
export function removePorts(
  client: VpcepClient,
  id: string,
  ports: readonly PortMappingKey[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return removeEntries<StoredPortMapping>(
    { client, rule: rules.updateEndpointService, id, options },
    ports,
  );
}

/** Adds or changes some port mappings and removes others, in one write. Safe to repeat. */
export function ensurePorts(
  client: VpcepClient,
  id: string,
  intent: EnsureIntent<PortMapping, PortMappingKey>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return ensureEntries<StoredPortMapping>(
    { client, rule: rules.updateEndpointService, id, options },
    intent,
  );
}

/**
 * Edits the port mappings with a function.
 *
 * @param change - gets a copy of the port mappings and returns the new ones; may be async, and may
 * run again on a list that already has its result. Returning `undefined` means no change; throwing
 * means no write.
 */
export function editPorts(
  client: VpcepClient,
  id: string,
  change: Change<StoredPortMapping, StoredPortMapping | PortMapping>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return editEntries<StoredPortMapping, StoredPortMapping | PortMapping>(
    { client, rule: rules.updateEndpointService, id, options },
    change,
  );
}

/** Plans an edit: what would be added, removed, changed and kept. One request, no write. */
export function planPorts(
  client: VpcepClient,
  id: string,
  intent: Intent<StoredPortMapping | PortMapping, PortMappingKey> | Change<StoredPortMapping, StoredPortMapping | PortMapping>,
  options?: PortEditOptions,
): Promise<Plan<StoredPortMapping>> {
  return planEntries<StoredPortMapping, StoredPortMapping | PortMapping>(
    { client, rule: rules.updateEndpointService, id, options },
    intent,
  );
}

/**
 * Applies a plan from `planPorts`. Requests as for `replacePorts`.
 *
 * @throws UsageError when the plan was altered, or is for another service, project or list.
 * @throws ConcurrentWriteError when the port mappings have changed since, or the plan was already
 * applied.
 */
export function applyPortsPlan(
  client: VpcepClient,
  plan: Plan<StoredPortMapping>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return applyEntriesPlan<StoredPortMapping>(
    { client, rule: rules.updateEndpointService, options },
    plan,
  );
}

/** Reads the port mappings and compares them with those given. One request. */
export function verifyPorts(
  client: VpcepClient,
  id: string,
  ports: readonly (StoredPortMapping | PortMapping)[],
  options?: PortEditOptions,
): Promise<Verification<StoredPortMapping>> {
  return verifyEntries<StoredPortMapping>(
    { client, rule: rules.updateEndpointService, id, options },
    ports,
  );
}

/**
 * Writes exactly these entries of the whitelist; all others are removed. Requests: read, write,
 * verify; only the read if nothing changes.
 *
 * @param id - Id of the endpoint.
 * @param entries - An IPv4 address, or a range of them (CIDR), as in `10.0.0.0/8`. Entries are
 * compared as text.
 * @throws UsageError before any request for an entry that is not allowed; ConcurrentWriteError,
 * WriteNotAppliedError, and the errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointWhite.html
 */
export function replaceWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return replaceEntries<string>(
    { client, rule: rules.updateEndpointWhitelist, id, options },
    entries,
  );
}

/**
 * Adds entries of the whitelist and leaves all others as they are. Safe to repeat. Requests and
 * errors as for `replaceWhitelist`.
 */
export function addToWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return addEntries<string>({ client, rule: rules.updateEndpointWhitelist, id, options }, entries);
}

/**
 * Removes entries of the whitelist and leaves all others as they are. Safe to repeat; a missing one
 * is not an error.
 */
export function removeFromWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return removeEntries<string>(
    { client, rule: rules.updateEndpointWhitelist, id, options },
    entries,
  );
}

/**
 * Adds or changes some entries of the whitelist and removes others, in one write. Safe to repeat.
 */
export function ensureWhitelist(
  client: VpcepClient,
  id: string,
  intent: EnsureIntent<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return ensureEntries<string>(
    { client, rule: rules.updateEndpointWhitelist, id, options },
    intent,
  );
}

/**
 * Edits the entries of the whitelist with a function.
 *
 * @param change - gets a copy of the entries of the whitelist and returns the new ones; may be
 * async, and may run again on a list that already has its result. Returning `undefined` means no
 * change; throwing means no write.
 */
export function editWhitelist(
  client: VpcepClient,
  id: string,
  change: Change<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return editEntries<string>({ client, rule: rules.updateEndpointWhitelist, id, options }, change);
}

/** Plans an edit: what would be added, removed, changed and kept. One request, no write. */
export function planWhitelist(
  client: VpcepClient,
  id: string,
  intent: Intent<string> | Change<string>,
  options?: WhitelistEditOptions,
): Promise<Plan<string>> {
  return planEntries<string>({ client, rule: rules.updateEndpointWhitelist, id, options }, intent);
}

/**
 * Applies a plan from `planWhitelist`. Requests as for `replaceWhitelist`.
 *
 * @throws UsageError when the plan was altered, or is for another service, project or list.
 * @throws ConcurrentWriteError when the entries of the whitelist have changed since, or the plan
 * was already applied.
 */
export function applyWhitelistPlan(
  client: VpcepClient,
  plan: Plan<string>,
  options?: WhitelistEditOptions,
): Promise<EditResult<string>> {
  return applyEntriesPlan<string>({ client, rule: rules.updateEndpointWhitelist, options }, plan);
}

/** Reads the entries of the whitelist and compares them with those given. One request. */
export function verifyWhitelist(
  client: VpcepClient,
  id: string,
  entries: readonly string[],
  options?: WhitelistEditOptions,
): Promise<Verification<string>> {
  return verifyEntries<string>(
    { client, rule: rules.updateEndpointWhitelist, id, options },
    entries,
  );
}

/**
 * Writes exactly these route tables; all others are removed. Requests: read, write, verify; only
 * the read if nothing changes.
 *
 * If the service applies only part of it, the edit rejects with a WriteNotAppliedError: `failures`
 * holds the service's reasons, and `observed` the list as it is now.
 *
 * @param id - Id of the endpoint.
 * @throws UsageError before any request for an entry that is not allowed; ConcurrentWriteError,
 * WriteNotAppliedError, and the errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointRoutetable.html
 */
export function replaceRouteTables(
  client: VpcepClient,
  id: string,
  routeTables: readonly string[],
  options?: EditOptions,
): Promise<EditResult<string>> {
  return replaceEntries<string>(
    { client, rule: rules.updateEndpointRouteTables, id, options },
    routeTables,
  );
}

/**
 * Adds route tables and leaves all others as they are. Safe to repeat. Requests and errors as for
 * `replaceRouteTables`.
 */
export function addRouteTables(
  client: VpcepClient,
  id: string,
  routeTables: readonly string[],
  options?: EditOptions,
): Promise<EditResult<string>> {
  return addEntries<string>(
    { client, rule: rules.updateEndpointRouteTables, id, options },
    routeTables,
  );
}

/**
 * Removes route tables and leaves all others as they are. Safe to repeat; a missing one is not an
 * error.
 */
export function removeRouteTables(
  client: VpcepClient,
  id: string,
  routeTables: readonly string[],
  options?: EditOptions,
): Promise<EditResult<string>> {
  return removeEntries<string>(
    { client, rule: rules.updateEndpointRouteTables, id, options },
    routeTables,
  );
}

/** Adds or changes some route tables and removes others, in one write. Safe to repeat. */
export function ensureRouteTables(
  client: VpcepClient,
  id: string,
  intent: EnsureIntent<string>,
  options?: EditOptions,
): Promise<EditResult<string>> {
  return ensureEntries<string>(
    { client, rule: rules.updateEndpointRouteTables, id, options },
    intent,
  );
}

/**
 * Edits the route tables with a function.
 *
 * @param change - gets a copy of the route tables and returns the new ones; may be async, and may
 * run again on a list that already has its result. Returning `undefined` means no change; throwing
 * means no write.
 */
export function editRouteTables(
  client: VpcepClient,
  id: string,
  change: Change<string>,
  options?: EditOptions,
): Promise<EditResult<string>> {
  return editEntries<string>(
    { client, rule: rules.updateEndpointRouteTables, id, options },
    change,
  );
}

/** Plans an edit: what would be added, removed, changed and kept. One request, no write. */
export function planRouteTables(
  client: VpcepClient,
  id: string,
  intent: Intent<string> | Change<string>,
  options?: EditOptions,
): Promise<Plan<string>> {
  return planEntries<string>(
    { client, rule: rules.updateEndpointRouteTables, id, options },
    intent,
  );
}

/**
 * Applies a plan from `planRouteTables`. Requests as for `replaceRouteTables`.
 *
 * @throws UsageError when the plan was altered, or is for another service, project or list.
 * @throws ConcurrentWriteError when the route tables have changed since, or the plan was already
 * applied.
 */
export function applyRouteTablesPlan(
  client: VpcepClient,
  plan: Plan<string>,
  options?: EditOptions,
): Promise<EditResult<string>> {
  return applyEntriesPlan<string>({ client, rule: rules.updateEndpointRouteTables, options }, plan);
}

/** Reads the route tables and compares them with those given. One request. */
export function verifyRouteTables(
  client: VpcepClient,
  id: string,
  routeTables: readonly string[],
  options?: EditOptions,
): Promise<Verification<string>> {
  return verifyEntries<string>(
    { client, rule: rules.updateEndpointRouteTables, id, options },
    routeTables,
  );
}
