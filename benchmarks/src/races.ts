import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { measure, type Outcome } from "./races/measure.js";
import { inProcesses } from "./races/runners.js";
import { table, withTable } from "./races/table.js";
import { type Way, ways } from "./races/ways.js";

/**
 * Lets writers race: 1000 times 2, 4 and 8 of them, in one process and in separate ones. Prints what
 * came of it as a table; `--write` puts it into docs/full-replace.md, `--races 100` makes it short.
 */
const { values } = parseArgs({
  options: { races: { type: "string", default: "1000" }, write: { type: "boolean" } },
});
const races = Number(values.races);
if (!Number.isInteger(races) || races < 1) {
  throw new Error(`--races must be a whole number above 0, not ${values.races}`);
}

const outcomes: Outcome[] = [];
const separate = inProcesses(8);
try {
  for (const processes of ["one", "separate"] as const) {
    for (const writers of [2, 4, 8]) {
      for (const way of Object.keys(ways) as Way[]) {
        const started = performance.now();
        const outcome = await measure({ way, writers, processes }, races, separate);
        outcomes.push(outcome);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        const planned = `at most ${outcome.planMs.toFixed(0)} ms from a read to its write`;
        console.error(`${writers} writers, ${processes}, ${way}: ${seconds} s, ${planned}`);
      }
    }
  }
} finally {
  separate.close();
}
const text = table(outcomes);
console.log(text);
if (values.write) {
  const page = new URL("../../docs/full-replace.md", import.meta.url);
  await writeFile(page, withTable(await readFile(page, "utf8"), text));
}
