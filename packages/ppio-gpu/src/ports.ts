import {
  addEntries,
  applyListPlan,
  type Change,
  type EditOptions,
  type EditResult,
  type Ensure,
  editEntries,
  ensureEntries,
  type Plan,
  type PlanIntent,
  planList,
  removeEntries,
  replaceEntries,
  type Verification,
  verifyList,
} from "@cloud-clients/runtime";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { updateInstancePorts as rule } from "./generated/operations.js";
import type { Port, PortInput } from "./types.js";

/**
 * Writes exactly these ports; all others are closed. Requests: read, write, verify; just the read
 * when the instance has them already.
 *
 * @param id - the instance.
 * @throws UsageError before any request for a port that is not allowed; ConcurrentWriteError,
 * WriteNotAppliedError, and what a call throws.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-update-ports.md
 */
export function replacePorts(
  client: PpioGpuClient,
  id: string,
  ports: readonly (Port | PortInput)[],
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return replaceEntries<Port>({ client, rule, id, options }, ports);
}

/**
 * Opens ports and leaves all others as they are. Safe to repeat. Requests as for
 * {@link replacePorts}.
 */
export function addPorts(
  client: PpioGpuClient,
  id: string,
  ports: readonly PortInput[],
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return addEntries<Port>({ client, rule, id, options }, ports);
}

/** Closes ports and leaves all others as they are. Safe to repeat; a closed port is no error. */
export function removePorts(
  client: PpioGpuClient,
  id: string,
  ports: readonly PortInput[],
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return removeEntries<Port>({ client, rule, id, options }, ports);
}

/** Makes some ports be open and others closed in one write. Safe to repeat. */
export function ensurePorts(
  client: PpioGpuClient,
  id: string,
  wish: Ensure<PortInput>,
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return ensureEntries<Port>({ client, rule, id, options }, wish);
}

/**
 * Makes any change of the ports.
 *
 * @param change - gets a copy of the ports and gives the new ones; may be async and may run again;
 * `undefined` means no change, a throw means no write.
 */
export function editPorts(
  client: PpioGpuClient,
  id: string,
  change: Change<Port, Port | PortInput>,
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return editEntries<Port>({ client, rule, id, options }, change);
}

/** Plans a change: what would be added, removed, changed and kept. One request, no write. */
export function planPorts(
  client: PpioGpuClient,
  id: string,
  intent: PlanIntent<Port, Port | PortInput>,
  options?: EditOptions,
): Promise<Plan<Port>> {
  return planList<Port>({ client, rule, id, options }, intent);
}

/**
 * Carries out a plan of {@link planPorts}.
 *
 * @throws ConcurrentWriteError when the ports have moved since, or the plan was applied already.
 */
export function applyPlan(
  client: PpioGpuClient,
  plan: Plan<Port>,
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return applyListPlan<Port>({ client, rule, options }, plan);
}

/** Reads the ports and compares them with those given. One request. */
export function verifyPorts(
  client: PpioGpuClient,
  id: string,
  ports: readonly (Port | PortInput)[],
  options?: EditOptions,
): Promise<Verification<Port>> {
  return verifyList<Port>({ client, rule, id, options }, ports);
}
