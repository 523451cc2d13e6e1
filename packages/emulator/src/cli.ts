#!/usr/bin/env node
import { type Arguments, readArguments, UsageError } from "./cli/read-arguments.js";
import { usage } from "./cli/usage.js";
import { createEmulator } from "./create-emulator.js";
import type { Listening } from "./engine/http/listen.js";

try {
  const args = readArguments(process.argv.slice(2));
  if (args === "help") {
    process.stdout.write(usage);
  } else {
    const listening = await start(args);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void listening.close());
    }
    process.stdout.write(greet(args, listening));
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`cloud-emulator: ${error.message}\n`);
  process.exitCode = 1;
}

/** Starts the emulator that the arguments ask for. @throws UsageError when the port is taken */
async function start(args: Arguments): Promise<Listening> {
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
function greet({ api }: Arguments, { url }: Listening): string {
  const request =
    api === "ppio-gpu"
      ? `-H 'Authorization: Bearer any-key' '${url}/gpus/v2/instances?limit=2'`
      : `-H 'X-Auth-Token: any-token' '${url}/v1/my-project/vpc-endpoint-services?limit=2'`;
  return `${api} listens on ${url}\ntry: curl ${request}\n`;
}
