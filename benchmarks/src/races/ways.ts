import { addPorts, type Lock, type PpioGpuClient, unwrap } from "@cloud-clients/ppio-gpu";

/** How a writer adds a port to an instance. */
export type Way = "by hand" | "addPorts" | "addPorts, settled and reapplied";

/** Another writer's read and write, and 250 ms between them, must fit into it. */
export const settleMs = 1_000;

type Edit = (
  client: PpioGpuClient,
  id: string,
  port: number,
  options?: { lock: Lock },
) => Promise<unknown>;

/** What is compared: read-modify-write as people write it on a typed client, and ours. */
export const ways: Record<Way, Edit> = {
  "by hand": async (client, id, port) => {
    const params = { path: { instance_id: id } };
    const { ports = [] } = await unwrap(client.GET("/gpus/v2/instances/{instance_id}", { params }));
    const kept = ports.map(({ port: number, protocol }) => ({
      port: number,
      protocol: protocol === "http" ? ("http" as const) : ("tcp" as const),
    }));
    const body = { ports: [...kept, { port, protocol: "tcp" as const }] };
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/ports", { params, body }));
  },
  addPorts: (client, id, port, options) =>
    addPorts(client, id, [{ port, protocol: "tcp" }], options),
  "addPorts, settled and reapplied": (client, id, port) =>
    addPorts(client, id, [{ port, protocol: "tcp" }], { settleMs, onConflict: "reapply" }),
};
