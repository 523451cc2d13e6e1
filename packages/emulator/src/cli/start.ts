import { createEmulator } from "../create-emulator.js";
import type { Listening } from "../http/listen.js";
import type { Arguments } from "./read-arguments.js";
import { UsageError } from "./usage-error.js";

/** Starts the emulator that the arguments ask for. @throws UsageError when the port is taken */
export async function start(args: Arguments): Promise<Listening> {
  const { api, count, seed, port, host, allowedHosts, latency, speed, cors, accessKeys } = args;
  const common = { seed, clock: "wall", speed, cors } as const;
  const emulator =
    api === "ppio-gpu"
      ? createEmulator(api, { ...common, instances: count })
      : createEmulator(api, { ...common, services: count, accessKeys });
  if (latency > 0) {
    emulator.faults.add({
      times: Number.POSITIVE_INFINITY,
      fault: { kind: "latency", ms: latency },
    });
  }
  try {
    return await emulator.listen({ port, host, allowedHosts });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot listen on port ${port} of ${host}: ${reason}`);
  }
}

/** Two lines for people: where it listens, and a request to try. */
export function greet({ api }: Arguments, { url }: Listening): string {
  const request =
    api === "ppio-gpu"
      ? `-H 'Authorization: Bearer any-key' '${url}/gpus/v2/instances?limit=2'`
      : `-H 'X-Auth-Token: any-token' '${url}/v1/my-project/vpc-endpoint-services?limit=2'`;
  return `${api} listens on ${url}\ntry: curl ${request}\n`;
}
