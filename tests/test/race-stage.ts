import { createEmulator, type StopPoint, type WaitingRequest } from "@cloud-clients/emulator";
import {
  createPpioGpuClient,
  type EditOptions,
  type Fetch,
  type PortInput,
  type PpioGpuClient,
  unwrap,
} from "@cloud-clients/ppio-gpu";

/** One instance on an emulator, and writers who edit its ports at the same time. */
export function createStage() {
  const emulator = createEmulator("ppio-gpu", { instances: 1 });
  const [id = ""] = emulator.state.instances.keys();
  const params = { path: { instance_id: id } };

  /** A client whose requests can be told from others'. */
  const writer = (name: string): PpioGpuClient => {
    const fetch: Fetch = (request) => {
      request.headers.set("x-writer", name);
      return emulator.fetch(request);
    };
    return createPpioGpuClient({ apiKey: "any", fetch });
  };

  /** The first half of what people write by hand: read. The second, adding a port: write. */
  const readByHand = async (client: PpioGpuClient) => {
    const path = "/gpus/v2/instances/{instance_id}";
    const { ports = [] } = await unwrap(client.GET(path, { params }));
    return async (port: number): Promise<void> => {
      const kept = ports.map(({ port: number, protocol }) => ({ port: number, protocol }));
      const body = { ports: [...kept, { port, protocol: "tcp" as const }] as PortInput[] };
      await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/ports", { params, body }));
    };
  };

  return {
    emulator,
    id,
    params,
    writer,
    readByHand,
    /** A whole read-modify-write by hand. */
    editByHand: async (client: PpioGpuClient, port: number) => (await readByHand(client))(port),
    /** The numbers of the open ports. */
    ports: () => (emulator.state.instances.get(id)?.ports ?? []).map(({ port }) => port),
    /** The ports that a writer sent last. */
    lastSent: (name: string): PortInput[] => {
      const sent = emulator.requests.filter(
        ({ method, headers }) => method === "PUT" && headers["x-writer"] === name,
      );
      const body = sent.at(-1)?.body as { ports: PortInput[] } | undefined;
      return body?.ports ?? [];
    },
    /** Stops one request of a writer: the next with this method, or the nth. */
    stop(name: string, method: "GET" | "PUT", { nth = 1, at = "received" as StopPoint } = {}) {
      const fits = ({ headers }: WaitingRequest["request"]): boolean =>
        headers["x-writer"] === name;
      emulator.scheduler.hold({ method, at, where: fits, nth, times: 1 });
      const find = (waiting: readonly WaitingRequest[]): WaitingRequest | undefined =>
        waiting.find(({ request }) => fits(request) && request.method === method);
      return {
        /** Resolves when the request waits. */
        async reached(): Promise<void> {
          let waiting = emulator.scheduler.waiting();
          while (!find(waiting)) waiting = await emulator.scheduler.whenWaiting(waiting.length + 1);
        },
        /** Lets it go on, and resolves when its response is there. */
        async go(): Promise<void> {
          await emulator.scheduler.step(find(emulator.scheduler.waiting())?.id);
        },
      };
    },
  };
}

/** Each writer as if it were a process of its own: without the lock that they would share. */
export const apart: EditOptions = {
  lock: (_, task) => task(),
  verify: { timeoutMs: 1_000, intervalMs: 5 },
};
