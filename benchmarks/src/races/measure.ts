import { setTimeout as sleep } from "node:timers/promises";
import { createEmulator } from "@cloud-clients/emulator";
import type { WriterEnd } from "./run-writer.js";
import { inOneProcess, type Runner } from "./runners.js";
import { settleMs, type Way } from "./ways.js";

/** What is raced. */
export interface Kind {
  readonly way: Way;
  readonly writers: number;
  readonly processes: "one" | "separate";
}

/** What came of all races of one kind. */
export interface Outcome extends Kind {
  readonly entries: number;
  /** Entries that are missing after the race. */
  readonly lost: number;
  /** Those of them whose writer was told that all is well. */
  readonly unnoticed: number;
  readonly requests: number;
  /** Longest time from a read to the end of the write that was planned on it, in milliseconds. */
  readonly planMs: number;
}

const firstPort = 7000;

/**
 * Runs many races of one kind, several at the same time, each on an instance of its own.
 *
 * @param processes - what runs the writers when each is to have a process of its own.
 */
export async function measure(kind: Kind, races: number, processes: Runner): Promise<Outcome> {
  const emulator = createEmulator("ppio-gpu", { instances: races + 1, strict: false });
  const listening = kind.processes === "separate" ? await emulator.listen() : undefined;
  const runner = listening ? processes : inOneProcess(emulator.fetch);
  const baseUrl = listening?.url ?? "https://api.ppio.com";
  const [spare = "", ...ids] = emulator.state.instances.keys();
  const total = { entries: 0, lost: 0, unnoticed: 0, requests: 0, planMs: 0 };

  const lanes = lanesOf(kind);

  const race = (id: string, seed: number, way: Way, from = firstPort): Promise<WriterEnd[]> =>
    Promise.all(
      Array.from({ length: kind.writers }, (_, writer) => {
        const port = from + writer;
        return runner.run(writer, { way, id, port, seed: seed * 64 + writer, baseUrl });
      }),
    );
  const judge = (id: string, ends: readonly WriterEnd[]): void => {
    const open = new Set(emulator.state.instances.get(id)?.ports.map(({ port }) => port));
    for (const [writer, { succeeded, requests, planMs }] of ends.entries()) {
      total.entries++;
      total.planMs = Math.max(total.planMs, planMs);
      total.requests += requests;
      if (open.has(firstPort + writer)) continue;
      total.lost++;
      if (succeeded) total.unnoticed++;
    }
  };

  try {
    // So that no writer is late because it still loads its code, nor because all begin at once.
    for (let round = 1; round <= 40; round++) {
      await race(spare, round, "addPorts", firstPort + 8 * round);
    }
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
  } finally {
    await listening?.close();
  }
  return { ...kind, ...total };
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
