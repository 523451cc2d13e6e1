import { join } from "node:path";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { exists } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import { listApis, readBundle, readSpecs } from "../documents/specs.js";
import { lintOverlays, type RedoclyRun, runRedocly } from "../lint/redocly.js";

const usage = "lint";
const maxProblems = 1_000;

/**
 * `lint`: Redocly's CLI over the bundles (redocly.yaml: recommended-strict and the house rules), and what the
 * Overlay specification demands of the overlays. Sources are held to the same rules where they stand in a bundle; a vendor's words are not, since
 * nobody can mend them but an overlay. A warning fails as an error does. On GitHub the problems are annotations.
 *
 * @throws InputError when a document is refused or a bundle is missing, or when problems are hidden in an
 * ignore file.
 */
export async function lint(args: string[], output: Output): Promise<number> {
  const { root } = readArguments(args, [], usage);
  const apis = await listApis(root);
  const bundles = apis.map((api) => `specs/${api}/openapi.yaml`);
  for (const file of [".redocly.lint-ignore.yaml", "specs/.redocly.lint-ignore.yaml"]) {
    if (await exists(join(root, file))) {
      throw new InputError(
        `${file}: delete it; an exception stands in redocly.yaml with its reason`,
      );
    }
  }
  // Redocly follows every reference that it meets, an address too.
  const overlays: string[] = [];
  for (const api of apis) overlays.push(...(await judgedOverlays(root, api)));
  const format = process.env.GITHUB_ACTIONS ? "github-actions" : "stylish";
  const options = [
    "--format",
    format,
    "--lint-config",
    "error",
    "--max-problems",
    `${maxProblems}`,
  ];
  const [run, lines] = await Promise.all([
    runRedocly(root, ["lint", ...bundles, ...options]),
    lintOverlays(root, overlays),
  ]);
  for (const line of lines) output.out(line);
  if (!isClean(run)) {
    if (run.problems !== "") output.out(run.problems);
    if (run.problems === "" || run.remarks.includes("more problems hidden"))
      output.err(run.remarks);
    return run.code === 0 ? 1 : run.code;
  }
  if (lines.length > 0) return 1;
  output.out(`${bundles.length} bundles and ${overlays.length} overlays: no error, no warning`);
  return 0;
}

/** Redocly ends with 0 on warnings, and only remarks on a rule that redocly.yaml misspells. */
function isClean({ code, problems, remarks }: RedoclyRun): boolean {
  return code === 0 && problems === "" && !remarks.includes("[WARNING]");
}

/**
 * An API's overlays, once they and the bundle are fit to be read. Whole documents of upstream are not read:
 * nothing that Redocly is given leads to them.
 */
async function judgedOverlays(root: string, api: string): Promise<string[]> {
  const { documents } = await readSpecs(root, api, { whole: false });
  await readBundle(root, api);
  return [...documents.keys()].filter((file) => file.startsWith(`specs/${api}/overlays/`));
}
