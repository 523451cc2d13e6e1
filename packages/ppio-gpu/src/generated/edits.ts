// Written by "npx --yes pnpm@10 generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
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
import type { Port, PortInput, PpioGpuClient } from "./types.js";

/**
 * Writes exactly these ports; all others are removed. Requests: read, write, verify; only the read
 * if nothing changes.
 *
 * @param id - Identifier of the instance.
 * @param ports - A port to expose. The address is assigned by the service and not sent.
 * @throws UsageError before any request for an entry that is not allowed; ConcurrentWriteError,
 * WriteNotAppliedError, and the errors of a call.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-update-ports.md
 */
export function replacePorts(
  client: PpioGpuClient,
  id: string,
  ports: readonly (Port | PortInput)[],
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return replaceEntries<Port>({ client, rule: rules.updateInstancePorts, id, options }, ports);
}

/**
 * Adds ports and leaves all others as they are. Safe to repeat. Requests and errors as for
 * `replacePorts`.
 *
 * @throws UsageError when one exists with other fields: adding does not change existing entries.
 */
export function addPorts(
  client: PpioGpuClient,
  id: string,
  ports: readonly PortInput[],
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return addEntries<Port>({ client, rule: rules.updateInstancePorts, id, options }, ports);
}

/**
 * Removes ports and leaves all others as they are. Safe to repeat; a missing one is not an error.
 */
export function removePorts(
  client: PpioGpuClient,
  id: string,
  ports: readonly PortInput[],
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return removeEntries<Port>({ client, rule: rules.updateInstancePorts, id, options }, ports);
}

/** Adds or changes some ports and removes others, in one write. Safe to repeat. */
export function ensurePorts(
  client: PpioGpuClient,
  id: string,
  intent: EnsureIntent<PortInput>,
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return ensureEntries<Port>({ client, rule: rules.updateInstancePorts, id, options }, intent);
}

/**
 * Edits the ports with a function.
 *
 * @param change - gets a copy of the ports and returns the new ones; may be async, and may run
 * again on a list that already has its result. Returning `undefined` means no change; throwing
 * means no write.
 */
export function editPorts(
  client: PpioGpuClient,
  id: string,
  change: Change<Port, Port | PortInput>,
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return editEntries<Port, Port | PortInput>(
    { client, rule: rules.updateInstancePorts, id, options },
    change,
  );
}

/** Plans an edit: what would be added, removed, changed and kept. One request, no write. */
export function planPorts(
  client: PpioGpuClient,
  id: string,
  intent: Intent<Port | PortInput, PortInput> | Change<Port, Port | PortInput>,
  options?: EditOptions,
): Promise<Plan<Port>> {
  return planEntries<Port, Port | PortInput>(
    { client, rule: rules.updateInstancePorts, id, options },
    intent,
  );
}

/**
 * Applies a plan from `planPorts`. Requests as for `replacePorts`.
 *
 * @throws UsageError when the plan was altered, or is for another service, project or list.
 * @throws ConcurrentWriteError when the ports have changed since, or the plan was already applied.
 */
export function applyPortsPlan(
  client: PpioGpuClient,
  plan: Plan<Port>,
  options?: EditOptions,
): Promise<EditResult<Port>> {
  return applyEntriesPlan<Port>({ client, rule: rules.updateInstancePorts, options }, plan);
}

/** Reads the ports and compares them with those given. One request. */
export function verifyPorts(
  client: PpioGpuClient,
  id: string,
  ports: readonly (Port | PortInput)[],
  options?: EditOptions,
): Promise<Verification<Port>> {
  return verifyEntries<Port>({ client, rule: rules.updateInstancePorts, id, options }, ports);
}
