import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startPlaces } from "./races/locks.js";
import { type Kind, measure, type Outcome, type Racing } from "./races/measure.js";
import { inProcesses } from "./races/runners.js";
import { type Language, lockTable, table, withTable } from "./races/table.js";
import { type Way, ways } from "./races/ways.js";

/**
 * Lets writers race: 1000 times 2, 4 and 8 of them, in one process and in separate ones. With `--locks`, 2, 4, 8 and
 * 32 of them, in separate processes that share a lock, 25 times at a service next door and 10 times at one far away.
 * Prints what came of it as a table; `--write` puts it into docs/full-replace.md or docs/many-writers.md and its Chinese
 * twin, `--races 100` changes how often.
 */
const { values } = parseArgs({
  options: {
    races: { type: "string" },
    locks: { type: "boolean", default: false },
    write: { type: "boolean" },
  },
});
const { locks } = values;
const asked = values.races === undefined ? undefined : Number(values.races);
if (asked !== undefined && (!Number.isInteger(asked) || asked < 1)) {
  throw new Error(`--races must be a whole number above 0, not ${values.races}`);
}

const nextDoor = { latencyMs: 4, races: asked ?? 25 };
const farAway = { latencyMs: 40, races: asked ?? 10 };

const outcomes = await (locks ? raceWithLocks() : raceWays());
const tableIn = (language: Language) => (locks ? lockTable : table)(outcomes, language);
console.log(tableIn("English"));
if (values.write) {
  const name = locks ? "many-writers" : "full-replace";
  const pages = { English: `${name}.md`, Chinese: `${name}.zh-CN.md` } as const;
  for (const language of ["English", "Chinese"] as const) {
    const page = new URL(`../../docs/${pages[language]}`, import.meta.url);
    await writeFile(page, withTable(await readFile(page, "utf8"), tableIn(language)));
  }
}

async function raceWays(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const separate = inProcesses(8);
  try {
    for (const processes of ["one", "separate"] as const) {
      for (const writers of [2, 4, 8]) {
        for (const way of Object.keys(ways) as Way[]) {
          const kind = { way, writers, processes, latencyMs: nextDoor.latencyMs };
          outcomes.push(await race(kind, { races: asked ?? 1000, processes: separate }));
        }
      }
    }
  } finally {
    separate.close();
  }
  return outcomes;
}

async function raceWithLocks(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const { places, missing, close } = await startPlaces();
  for (const name of missing)
    console.error(`not raced: ${name}, because its server is not installed`);
  try {
    for (const writers of [2, 4, 8, 32]) {
      // Processes that wait for nothing would still take their part of the memory.
      const separate = inProcesses(writers);
      try {
        for (const { latencyMs, races } of [nextDoor, farAway]) {
          const racing = { races, processes: separate, oneByOne: true };
          const kind = { way: "addPorts", writers, latencyMs } as const;
          outcomes.push(await race({ ...kind, processes: "one" }, racing));
          for (const lock of places) {
            outcomes.push(await race({ ...kind, processes: "separate", lock }, racing));
          }
        }
      } finally {
        separate.close();
      }
    }
  } finally {
    await close();
  }
  return outcomes;
}

async function race(kind: Kind, racing: Racing): Promise<Outcome> {
  const outcome = await measure(kind, racing);
  const { writers, processes, way, latencyMs, lock } = kind;
  const latency = `up to ${latencyMs} ms each way`;
  const name = [`${writers} writers`, processes, way, latency, lock?.name ?? "no lock"].join(", ");
  const planned = `at most ${outcome.planMs.toFixed(0)} ms from a read to its write`;
  console.error(`${name}: ${(outcome.ms / 1000).toFixed(1)} s, ${planned}`);
  return outcome;
}
