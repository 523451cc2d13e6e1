import { parseArgs } from "node:util";
import { accepted, problems, readCommitted, withFirst, writeCommitted } from "./committed.js";
import { parts } from "./parts.js";
import { report } from "./report.js";

/**
 * Measures the parts named on the command line, or all, and exits with 1 when a figure is worse than
 * committed in figures.json by more than noise. `--accept <why>` commits what is measured instead;
 * `--first <why>` commits only what has no figure yet, as of a new API.
 * `--full` takes long walks in place of several short ones.
 */
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: "boolean", default: false },
    accept: { type: "string" },
    first: { type: "string" },
  },
});
const { full, accept, first } = values;
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`unknown part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
  process.exitCode = 1;
} else if (accept !== undefined && first !== undefined) {
  console.error("--accept and --first do not go together; --accept commits all that differ");
  process.exitCode = 1;
} else if (accept?.trim() === "" || first?.trim() === "") {
  console.error("the reason is empty; say why the figures may change");
  process.exitCode = 1;
} else {
  const committed = await readCommitted();
  const worse: string[] = [];
  for (const [name, { measure, noise }] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const figures = await measure({ full });
    const before = committed[name] ?? {};
    report(name, figures, before);
    if (accept !== undefined) committed[name] = accepted(noise, figures, before, accept);
    if (first !== undefined) committed[name] = withFirst(figures, before, first);
    if (accept !== undefined || first !== undefined) await writeCommitted(committed);
    if (accept === undefined) worse.push(...problems(name, noise, figures, committed[name] ?? {}));
  }
  if (worse.length > 0) console.error(`\n${worse.join("\n")}`);
  process.exitCode = worse.length > 0 ? 1 : 0;
}
