import {
  addEntries,
  applyListPlan,
  type Change,
  type EditOptions,
  type EditResult,
  type EditTarget,
  type Ensure,
  editEntries,
  ensureEntries,
  keepFields,
  type Plan,
  type PlanIntent,
  planList,
  removeEntries,
  replaceEntries,
  type Verification,
  verifyList,
} from "@cloud-clients/runtime";
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
   * Further fields to change in the same write. By default only `ports` is sent, and
   * `approval_enabled` as it was read, because what leaving that out does is undocumented.
   */
  also?: EndpointServiceChange;
}

/**
 * Writes exactly these port mappings; all others go. Requests: read, write, verify; just the read
 * when the service has them already.
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
  return replaceEntries<StoredPortMapping>(target(client, id, options), ports);
}

/**
 * Adds port mappings and leaves all others as they are. Safe to repeat. Requests as for
 * {@link replacePorts}.
 *
 * @throws UsageError when a client port is mapped to another server port already.
 */
export function addPorts(
  client: VpcepClient,
  id: string,
  ports: readonly PortMapping[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return addEntries<StoredPortMapping>(target(client, id, options), ports);
}

/** Removes port mappings and leaves all others as they are. Safe to repeat; a missing one is no error. */
export function removePorts(
  client: VpcepClient,
  id: string,
  ports: readonly PortMappingKey[],
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return removeEntries<StoredPortMapping>(target(client, id, options), ports);
}

/** Makes some mappings be there exactly as given, and others not, in one write. Safe to repeat. */
export function ensurePorts(
  client: VpcepClient,
  id: string,
  wish: Ensure<PortMapping, PortMappingKey>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return ensureEntries<StoredPortMapping>(target(client, id, options), wish);
}

/**
 * Makes any change of the port mappings.
 *
 * @param change - gets a copy of the mappings and gives the new ones; may be async and may run again;
 * `undefined` means no change, a throw means no write.
 */
export function editPorts(
  client: VpcepClient,
  id: string,
  change: Change<StoredPortMapping, StoredPortMapping | PortMapping>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return editEntries<StoredPortMapping>(target(client, id, options), change);
}

/** Plans a change: what would be added, removed, changed and kept. One request, no write. */
export function planPorts(
  client: VpcepClient,
  id: string,
  intent: PlanIntent<StoredPortMapping, StoredPortMapping | PortMapping, PortMappingKey>,
  options?: PortEditOptions,
): Promise<Plan<StoredPortMapping>> {
  return planList<StoredPortMapping>(target(client, id, options), intent);
}

/**
 * Carries out a plan of {@link planPorts}.
 *
 * @throws ConcurrentWriteError when the mappings have moved since, or the plan was applied already.
 */
export function applyPlan(
  client: VpcepClient,
  plan: Plan<StoredPortMapping>,
  options?: PortEditOptions,
): Promise<EditResult<StoredPortMapping>> {
  return applyListPlan<StoredPortMapping>(target(client, plan?.id, options), plan);
}

/** Reads the port mappings and compares them with those given. One request. */
export function verifyPorts(
  client: VpcepClient,
  id: string,
  ports: readonly (StoredPortMapping | PortMapping)[],
  options?: PortEditOptions,
): Promise<Verification<StoredPortMapping>> {
  return verifyList<StoredPortMapping>(target(client, id, options), ports);
}

function target(client: VpcepClient, id: string, options: PortEditOptions = {}): EditTarget {
  const also: EditTarget["also"] = (read) => ({ ...keepFields(rule, read), ...options.also });
  return { client, rule, id, options, also };
}
