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
  const total = { entries: 0, lost: 0, unnoticed: 0, requests: 0 };

  const race = (id: string, seed: number, way: Way): Promise<WriterEnd[]> =>
    Promise.all(
      Array.from({ length: kind.writers }, (_, writer) => {
        const port = firstPort + writer;
        return runner.run(writer, { way, id, port, seed: seed * 64 + writer, baseUrl });
      }),
    );
  const judge = (id: string, ends: readonly WriterEnd[]): void => {
    const open = new Set(emulator.state.instances.get(id)?.ports.map(({ port }) => port));
    for (const [writer, { succeeded, requests }] of ends.entries()) {
      total.entries++;
      total.requests += requests;
      if (open.has(firstPort + writer)) continue;
      total.lost++;
      if (succeeded) total.unnoticed++;
    }
  };

  try {
    // So that no writer is late because it still loads its code.
    for (let round = 0; round < 20; round++) await race(spare, round, "by hand");
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < ids.length) {
        const seed = next++;
        const id = ids[seed] ?? "";
        judge(id, await race(id, seed, kind.way));
      }
    };
    await Promise.all(Array.from({ length: lanesOf(kind) }, lane));
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
  const pausing = way === "addPorts, settled and reapplied" ? settleMs / 20 : 1;
  const locked = processes === "one" && way !== "by hand";
  return Math.ceil((12 * pausing) / (locked ? 1 : writers));
}
