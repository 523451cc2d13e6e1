#!/usr/bin/env node
import { sampleRequest } from "./any-api/sample-request.js";
import { type Arguments, readArguments, UsageError } from "./cli/read-arguments.js";
import { usage } from "./cli/usage.js";
import { createEmulator, openByName, shippedBundle } from "./create-emulator.js";
import type { Listening } from "./engine/http/listen.js";
import { readSpecificationFile } from "./engine/spec/specification.js";

try {
  const args = readArguments(process.argv.slice(2));
  if (args === "help") {
    process.stdout.write(usage());
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
  const { port, host, allowedHosts, latency } = args;
  const emulator = create(args);
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

function create({ subject, own, seed, speed, cors }: Arguments) {
  const options = { ...own, seed, clock: "wall", speed, cors } as const;
  if (typeof subject === "string") return openByName(subject, options);
  try {
    return createEmulator({ ...options, spec: subject.spec });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Lines for people: where it listens, and a request to try. */
function greet({ subject }: Arguments, { url }: Listening): string {
  const [name, specification] =
    typeof subject === "string"
      ? [subject, shippedBundle(subject)]
      : [subject.spec, readSpecificationFile(subject.spec)];
  const request = sampleRequest(specification, url);
  const hint = request === undefined ? "" : `try: curl ${request}\n`;
  return `${name} listens on ${url}\n${hint}`;
}
