import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { accepted, problems, readCommitted, withFirst, writeCommitted } from "./committed.js";
import type { Comparison } from "./comparison.js";
import { parts, partsNamed, peerParts } from "./parts.js";
import { chartOf } from "./peers/chart.js";
import { pageOf, thisRun } from "./peers/page.js";
import { report } from "./report.js";

/**
 * Measures the parts named on the command line, or all, and exits with 1 when a figure is worse than
 * committed in figures.json by more than noise. `--accept <why>` commits what is measured instead;
 * `--first <why>` commits only what has no figure yet, as of a new API.
 * `--full` takes long walks in place of several short ones.
 * `peers` names all parts that compare ours with other clients; `--write` writes those into docs/benchmarks.md.
 */
async function bench(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      full: { type: "boolean", default: false },
      accept: { type: "string" },
      first: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  const { full, accept, first, write } = values;
  const wanted = partsNamed(positionals);
  if (accept !== undefined && first !== undefined) {
    throw new Error("--accept and --first do not go together; --accept commits all that differ");
  }
  if (accept?.trim() === "" || first?.trim() === "") {
    throw new Error("the reason is empty; say why the figures may change");
  }
  if (write && !peerParts.every((name) => wanted.includes(name))) {
    throw new Error("--write takes all comparisons from one run: bench peers --write");
  }
  const committed = await readCommitted();
  const comparisons: Comparison[] = [];
  const worse: string[] = [];
  for (const name of wanted) {
    const part = parts[name];
    if (!part) continue;
    const { figures, comparisons: some } = await part.measure({ full });
    comparisons.push(...some);
    const before = committed[name] ?? {};
    report(name, figures, before);
    if (accept !== undefined) committed[name] = accepted(part.noise, figures, before, accept);
    if (first !== undefined) committed[name] = withFirst(figures, before, first);
    if (accept !== undefined || first !== undefined) await writeCommitted(committed);
    if (accept === undefined) {
      worse.push(...problems(name, part.noise, figures, committed[name] ?? {}));
    }
  }
  if (write) {
    const docs = new URL("../../docs/", import.meta.url);
    await writeFile(new URL("benchmarks.md", docs), pageOf(comparisons, await thisRun()));
    await writeFile(new URL("benchmarks.svg", docs), chartOf(comparisons));
  }
  if (worse.length > 0) throw new Error(worse.join("\n"));
}

try {
  await bench(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
