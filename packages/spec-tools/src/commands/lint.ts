import { join } from "node:path";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { exists } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import { listApis, readBundle, readSpecs } from "../documents/specs.js";
import { type RedoclyRun, runRedocly } from "../lint/redocly.js";

const usage = "lint";
const maxProblems = 1_000;

/**
 * `lint`: Redocly's CLI over the bundles (redocly.yaml: recommended-strict and the house rules) and over
 * the sources and overlays (specs/redocly-sources.yaml: what the specifications themselves demand).
 * A warning fails as an error does. On GitHub the problems are annotations.
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
  const sources = (await Promise.all(apis.map((api) => judgedSources(root, api)))).flat();
  const format = process.env.GITHUB_ACTIONS ? "github-actions" : "stylish";
  const options = [
    "--format",
    format,
    "--lint-config",
    "error",
    "--max-problems",
    `${maxProblems}`,
  ];
  const runs = await Promise.all([
    runRedocly(root, ["lint", ...bundles, ...options]),
    runRedocly(root, ["lint", ...sources, ...options, "--config", "specs/redocly-sources.yaml"]),
  ]);
  const failed = runs.filter((run) => !isClean(run));
  for (const run of failed) {
    if (run.problems !== "") output.out(run.problems);
    if (run.problems === "" || run.remarks.includes("more problems hidden"))
      output.err(run.remarks);
  }
  if (failed.length > 0) return failed.find((run) => run.code !== 0)?.code ?? 1;
  output.out(`${bundles.length} bundles and ${sources.length} sources: no error, no warning`);
  return 0;
}

/** Redocly ends with 0 on warnings, and only remarks on a rule that redocly.yaml misspells. */
function isClean({ code, problems, remarks }: RedoclyRun): boolean {
  return code === 0 && problems === "" && !remarks.includes("[WARNING]");
}

/** An API's table of paths and its overlays, once they and the bundle are fit to be read. */
async function judgedSources(root: string, api: string): Promise<string[]> {
  const { documents } = await readSpecs(root, api);
  await readBundle(root, api);
  const overlays = [...documents.keys()].filter((file) =>
    file.startsWith(`specs/${api}/overlays/`),
  );
  return [`specs/${api}/source/openapi.yaml`, ...overlays];
}
