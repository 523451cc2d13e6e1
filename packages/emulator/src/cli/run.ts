import { sampleRequest } from "../any-api/sample-request.js";
import { createEmulator, openByName, shippedBundle } from "../create-emulator.js";
import type { Listening } from "../engine/http/listen.js";
import { readSpecificationFile } from "../engine/spec/specification.js";
import { type Arguments, readArguments, UsageError } from "./read-arguments.js";
import { usage } from "./usage.js";

/** What `cloud-emulator` came to: lines for people, and the socket to close unless only help was asked for. */
export interface Outcome {
  text: string;
  listening: Listening | undefined;
}

/**
 * What the command does: starts the emulator that its arguments ask for.
 *
 * @throws UsageError in one line, when an argument is wrong, a document is refused or the port is taken.
 */
export async function run(words: string[]): Promise<Outcome> {
  const args = readArguments(words);
  if (args === "help") return { text: usage(), listening: undefined };
  const listening = await start(args);
  return { text: greet(args, listening), listening };
}

/** @throws UsageError when the port is taken */
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

/** Where it listens, and a request to try. */
function greet({ subject }: Arguments, { url }: Listening): string {
  const [name, specification] =
    typeof subject === "string"
      ? [subject, shippedBundle(subject)]
      : [subject.spec, readSpecificationFile(subject.spec)];
  const request = sampleRequest(specification, url);
  const hint = request === undefined ? "" : `try: curl ${request}\n`;
  return `${name} listens on ${url}\n${hint}`;
}
