import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { median, middleHalf } from "./compare.js";
import { packages } from "./every-api.js";
import type { Figure } from "./report.js";

const run = promisify(execFile);
const rounds = 31;

/**
 * Time of an import in a fresh process, of what is built: each package beside openapi-fetch and beside a
 * module with nothing in it. All take turns within a round, so that a busy machine hits all of them alike.
 */
export async function importTime(): Promise<Figure[]> {
  const modules = ["data:text/javascript,export{}", "openapi-fetch", ...packages];
  const times = new Map<string, number[]>(modules.map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (let turn = 0; turn < modules.length; turn++) {
      const name = modules[(turn + round + 2) % modules.length] as string;
      const ms = await importOnce(name);
      if (round >= 0) times.get(name)?.push(ms);
    }
  }
  const [empty = [], library = [], ...ours] = modules.map((name) => times.get(name) ?? []);
  return packages.map((name, index) => {
    const own = ours[index] ?? [];
    const above = own.map((ms, round) => ms - (library[round] ?? Number.NaN));
    return {
      what: `import of ${name} in a fresh process, above that of openapi-fetch`,
      measured: median(above),
      unit: "ms",
      beside: `${middleHalf(above, 1)}; ms: ours ${median(own).toFixed(1)}, openapi-fetch ${median(library).toFixed(1)}, an empty module ${median(empty).toFixed(1)}`,
    };
  });
}

/** Milliseconds that a fresh Node takes for an import, as it sees them itself. */
async function importOnce(name: string): Promise<number> {
  const code = `const began = performance.now();
    await import(${JSON.stringify(name)});
    console.log(performance.now() - began);`;
  const cwd = new URL("..", import.meta.url);
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code], { cwd });
  return Number(stdout);
}
