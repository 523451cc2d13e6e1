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
import { updateEndpointService as rule } from "./generated/operations.js";
import type {
  EndpointServiceChange,
  PortMapping,
  PortMappingKey,
  StoredPortMapping,
} from "./types.js";

/** Options of an edit of a service's port mappings. */
export interface PortEditOptions extends EditOptions {
  /**
   * Whether connections need the owner's approval after the edit. By default the value read is sent back,
   * because the effect of leaving it out is undocumented.
   */
  also?: Pick<EndpointServiceChange, "approval_enabled"> | undefined;
}

/**
 * Writes exactly these port mappings; all others are removed. Requests: read, write, verify; only the read if
 * nothing changes.
 *
 * @param id - the endpoint service.
 * @throws UsageError before any request for a mapping that is not allowed; ConcurrentWriteError,
 * WriteNotAppliedError, and what a call throws.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointService.html
 */
export function replacePorts(
  client: VpcepClient,
  id: string,
  ports: readonly (StoredPortMapping | PortMapping)[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return replaceEntries<StoredPortMapping>({ client, rule, id, options }, ports);
}

/**
 * Adds port mappings and leaves all others as they are. Safe to repeat. Requests and errors as for {@link
 * replacePorts}.
 *
 * @throws UsageError when one exists with other fields: adding does not change existing entries.
 */
export function addPorts(
  client: VpcepClient,
  id: string,
  ports: readonly PortMapping[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return addEntries<StoredPortMapping>({ client, rule, id, options }, ports);
}

/** Removes port mappings and leaves all others as they are. Safe to repeat; a missing one is not an error. */
export function removePorts(
  client: VpcepClient,
  id: string,
  ports: readonly PortMappingKey[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return removeEntries<StoredPortMapping>({ client, rule, id, options }, ports);
}

/** Makes some mappings present exactly as given, and others absent, in one write. Safe to repeat. */
export function ensurePorts(
  client: VpcepClient,
  id: string,
  intent: EnsureIntent<PortMapping, PortMappingKey>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return ensureEntries<StoredPortMapping>({ client, rule, id, options }, intent);
}

/**
 * Edits the port mappings with a function.
 *
 * @param change - gets a copy of the port mappings and returns the new ones; may be async, and may run again
 * on a list that already has its result. Returning `undefined` means no change; throwing means no write.
 */
export function editPorts(
  client: VpcepClient,
  id: string,
  change: Change<StoredPortMapping, StoredPortMapping | PortMapping>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return editEntries<StoredPortMapping, StoredPortMapping | PortMapping>(
    { client, rule, id, options },
    change,
  );
}

/** Plans an edit: what would be added, removed, changed and kept. One request, no write. */
export function planPorts(
  client: VpcepClient,
  id: string,
  intent:
    | Intent<StoredPortMapping | PortMapping, PortMappingKey>
    | Change<StoredPortMapping, StoredPortMapping | PortMapping>,
  options?: PortEditOptions,
): Promise<Plan<StoredPortMapping>> {
  return planEntries<StoredPortMapping, StoredPortMapping | PortMapping>(
    { client, rule, id, options },
    intent,
  );
}

/**
 * Applies a plan from {@link planPorts}. Requests as for {@link replacePorts}.
 *
 * @throws UsageError when the plan was altered, or is for another service, project or list.
 * @throws ConcurrentWriteError when the port mappings have changed since, or the plan was already applied.
 */
export function applyPortsPlan(
  client: VpcepClient,
  plan: Plan<StoredPortMapping>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return applyEntriesPlan<StoredPortMapping>({ client, rule, options }, plan);
}

/** Reads the port mappings and compares them with those given. One request. */
export function verifyPorts(
  client: VpcepClient,
  id: string,
  ports: readonly (StoredPortMapping | PortMapping)[],
  options?: PortEditOptions,
): Promise<Verification<StoredPortMapping>> {
  return verifyEntries<StoredPortMapping>({ client, rule, id, options }, ports);
}
