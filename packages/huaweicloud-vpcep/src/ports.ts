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

/** How the port mappings of a service are edited. */
export interface PortEditOptions extends EditOptions {
  /**
   * Whether the owner approves connections after the edit. By default what was read is sent back, because
   * what leaving it out does is undocumented.
   */
  also?: Pick<EndpointServiceChange, "approval_enabled"> | undefined;
}

/**
 * Writes exactly these port mappings; all others go. Requests: read, write, verify;
 * just the read when nothing changes.
 *
 * @param id - the endpoint service.
 * @throws UsageError before any request for a mapping that is not allowed;
 * ConcurrentWriteError, WriteNotAppliedError, and what a call throws.
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
 * Adds port mappings and leaves all others as they are. Safe to repeat. Requests and errors as
 * for {@link replacePorts}.
 *
 * @throws UsageError when one is there with other fields: adding changes nothing that is there.
 */
export function addPorts(
  client: VpcepClient,
  id: string,
  ports: readonly PortMapping[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return addEntries<StoredPortMapping>({ client, rule, id, options }, ports);
}

/** Removes port mappings and leaves all others as they are. Safe to repeat; a missing one is no error. */
export function removePorts(
  client: VpcepClient,
  id: string,
  ports: readonly PortMappingKey[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return removeEntries<StoredPortMapping>({ client, rule, id, options }, ports);
}

/** Makes some mappings be there exactly as given, and others not, in one write. Safe to repeat. */
export function ensurePorts(
  client: VpcepClient,
  id: string,
  intent: EnsureIntent<PortMapping, PortMappingKey>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return ensureEntries<StoredPortMapping>({ client, rule, id, options }, intent);
}

/**
 * Makes any change of the port mappings.
 *
 * @param change - gets a copy of the port mappings and returns the new ones; may be async and may run again, on a
 * list that holds its own result already; `undefined` means no change, a throw means no write.
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

/** Plans a change: what would be added, removed, changed and kept. One request, no write. */
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
 * Carries out a plan of {@link planPorts}. Requests as for {@link replacePorts}.
 *
 * @throws UsageError when the plan was altered, or is for another service, project or list.
 * @throws ConcurrentWriteError when the port mappings have moved since, or the plan was applied already.
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
