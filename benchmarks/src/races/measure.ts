import { setTimeout as sleep } from "node:timers/promises";
import { createEmulator } from "@cloud-clients/emulator";
import type { LockPlace } from "./locks.js";
import type { WriterEnd } from "./run-writer.js";
import { inOneProcess, type Runner } from "./runners.js";
import { settleMs, type Way } from "./ways.js";

/** What is raced. */
export interface Kind {
  readonly way: Way;
  readonly writers: number;
  readonly processes: "one" | "separate";
  /** Longest latency of a request on its way there, and again on its way back, in milliseconds. */
  readonly latencyMs: number;
  /** The lock that the writers share, if it is not that of their process. */
  readonly lock?: LockPlace;
}

/** How a kind is raced. */
export interface Racing {
  readonly races: number;
  /** Runs the writers when each is to have a process of its own. */
  readonly processes: Runner;
  /** One race after the other, all over a socket, so that their times compare. */
  readonly oneByOne?: boolean;
}

/** What came of all races of one kind. */
export interface Outcome extends Kind {
  readonly entries: number;
  /** Entries that are missing after the race. */
  readonly lost: number;
  /** Those of them whose writer was told that all is well. */
  readonly unnoticed: number;
  /** Edits that ended with an error. */
  readonly errors: number;
  readonly requests: number;
  /** Longest time from a read to the end of the write that was planned on it, in milliseconds. */
  readonly planMs: number;
  /** How long the races took, in milliseconds. */
  readonly ms: number;
}

const firstPort = 7000;

/** Runs many races of one kind, usually several at the same time, each on an instance of its own. */
export async function measure(
  kind: Kind,
  { races, processes, oneByOne = false }: Racing,
): Promise<Outcome> {
  const emulator = createEmulator("ppio-gpu", { instances: races + 1, strict: false });
  const separate = kind.processes === "separate";
  const listening = separate || oneByOne ? await emulator.listen() : undefined;
  const runner = separate ? processes : inOneProcess(listening ? fetch : emulator.fetch);
  const baseUrl = listening?.url ?? "https://api.ppio.com";
  const [spare = "", ...ids] = emulator.state.instances.keys();
  const total = { entries: 0, lost: 0, unnoticed: 0, errors: 0, requests: 0, planMs: 0 };

  const lanes = oneByOne ? 1 : lanesOf(kind);

  const race = (id: string, seed: number, way: Way, from = firstPort): Promise<WriterEnd[]> =>
    Promise.all(
      Array.from({ length: kind.writers }, (_, writer) => {
        const port = from + writer;
        const { latencyMs, lock } = kind;
        const order = { way, id, port, seed: seed * 64 + writer, baseUrl, latencyMs, lock };
        return runner.run(writer, order);
      }),
    );
  const judge = (id: string, ends: readonly WriterEnd[]): void => {
    const open = new Set(emulator.state.instances.get(id)?.ports.map(({ port }) => port));
    for (const [writer, { succeeded, requests, planMs }] of ends.entries()) {
      total.entries++;
      total.planMs = Math.max(total.planMs, planMs);
      total.requests += requests;
      if (!succeeded) total.errors++;
      if (open.has(firstPort + writer)) continue;
      total.lost++;
      if (succeeded) total.unnoticed++;
    }
  };

  try {
    // So that no writer is late because it still loads its code, nor because all begin at once.
    for (let round = 1; round <= (oneByOne ? 5 : 40); round++) {
      await race(spare, round, "addPorts", firstPort + kind.writers * round);
    }
    const started = performance.now();
    let next = 0;
    const lane = async (_: unknown, index: number): Promise<void> => {
      await sleep((settleMs * index) / lanes);
      while (next < ids.length) {
        const seed = next++;
        const id = ids[seed] ?? "";
        judge(id, await race(id, seed, kind.way));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return { ...kind, ...total, ms: performance.now() - started };
  } finally {
    await listening?.close();
  }
}

/**
 * How many races run at the same time: as many as two cores serve without making anybody wait for
 * them. Writers that mostly pause leave room for others; so does a lock that lets one at a time.
 */
function lanesOf({ way, writers, processes }: Kind): number {
  const atOnce = way === "addPorts, settled and reapplied" ? 250 : 32;
  const locked = processes === "one" && way !== "by hand";
  return Math.ceil(locked ? 2 * atOnce : atOnce / writers);
}
