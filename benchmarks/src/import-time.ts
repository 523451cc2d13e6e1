import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inTurns, median, middleHalf, type Samples } from "./compare.js";
import type { Comparison, Measured } from "./comparison.js";
import { packages } from "./every-api.js";
import { ours, withEach } from "./peers/clients.js";
import { huawei, signing } from "./peers/signing.js";
import { type Figure, step } from "./report.js";

const run = promisify(execFile);
const empty = "data:text/javascript,export{}";
const library = "openapi-fetch";

/** What programs import of the generated clients: no package, so its compiled files. */
const generated: Readonly<Record<string, string>> = {
  Redocly: "#redocly/client.js",
  "hey-api": "#hey-api/index.js",
};

/**
 * Time of an import in a fresh process, of what is built: each package beside openapi-fetch, beside other clients
 * and beside a module with nothing in it.
 */
export async function importTime(): Promise<Measured> {
  const { results, absent } = await withEach(async ({ installs = empty }, name) => {
    const imported = generated[name] ?? installs;
    await importOnce(imported);
    return imported;
  });
  const sdk = signing[huawei].installs;
  const modules = [...new Set([empty, library, ...packages, ...Object.values(results), sdk])];
  const times = await step("import in a fresh process", () =>
    inTurns(modules, { rounds: 21, warmUps: 1 }, importOnce),
  );
  const of = (imported: Readonly<Record<string, string>>): Samples =>
    Object.fromEntries(
      Object.entries(imported).map(([name, module]) => [name, times[module] ?? []]),
    );
  const { "hand-written fetch": _, ...imported } = results;
  const byHand = { "hand-written fetch": "imports nothing" };
  const about =
    "In a Node that has done nothing else, as Node itself sees it. Generated clients are compiled and imported file by file.";
  const work = "import in a fresh process";
  return {
    comparisons: [
      comparisonOf(work, about, of(imported), { ...byHand, ...absent }),
      comparisonOf(
        `${work}, clients that sign`,
        "As above.",
        of({ [ours]: signing[ours].installs, [huawei]: sdk }),
        {},
      ),
    ],
    figures: packages.map((name) => aboveLibrary(name, times)),
  };
}

function comparisonOf(
  work: string,
  about: string,
  samples: Samples,
  absent: Comparison["absent"],
): Comparison {
  return { work, about, ours, measures: [{ name: "time", unit: "ms", samples }], absent };
}

function aboveLibrary(name: string, times: Samples): Figure {
  const own = times[name] ?? [];
  const others = times[library] ?? [];
  const above = own.map((ms, round) => ms - (others[round] ?? Number.NaN));
  const [ms, libraryMs, emptyMs] = [own, others, times[empty] ?? []].map((all) =>
    median(all).toFixed(1),
  );
  return {
    what: `import of ${name} in a fresh process, above that of openapi-fetch`,
    measured: median(above),
    unit: "ms",
    beside: `${middleHalf(above, 1)}; ms: ours ${ms}, openapi-fetch ${libraryMs}, an empty module ${emptyMs}`,
  };
}

/** Milliseconds that a fresh Node takes for an import, as it sees them itself. */
async function importOnce(name: string): Promise<number> {
  const code = `const began = performance.now();
    await import(${JSON.stringify(name)});
    console.log(performance.now() - began);`;
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code], { cwd });
  return Number(stdout);
}
