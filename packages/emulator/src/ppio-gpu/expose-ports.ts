import type { PpioGpuState } from "./state.js";
import type { StoredInstance, StoredPort } from "./stored-instance.js";

/** A port as a request asks for it. */
export type WantedPort = Pick<StoredPort, "port" | "protocol">;

/**
 * The wanted ports with their addresses. A port that is exposed already keeps its address; any
 * other tcp port gets a public port that was never used before.
 */
export function exposePorts(
  state: PpioGpuState,
  instance: Pick<StoredInstance, "id" | "region" | "ports">,
  wanted: readonly WantedPort[],
): StoredPort[] {
  return wanted.map(({ port, protocol }) => {
    const kept = instance.ports.find((each) => each.port === port && each.protocol === protocol);
    return { port, protocol, endpoint: kept?.endpoint ?? assign(state, instance, port, protocol) };
  });
}

function assign(
  state: PpioGpuState,
  { id, region }: Pick<StoredInstance, "id" | "region">,
  port: number,
  protocol: StoredPort["protocol"],
): string {
  if (protocol === "http") return `https://${id}-${port}.${region}.gpu.example.com`;
  const publicPort = state.nextPublicPort;
  state.nextPublicPort += 1;
  return `proxy.${region}.gpu.example.com:${publicPort}`;
}
