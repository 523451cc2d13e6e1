import { join } from "node:path";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { exists } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import { ownFile } from "../base/own-file.js";
import type { Api } from "../base/repository.js";
import { readOverlayActions } from "../bundle/overlays.js";
import { listApis, readBundle, readSpecs } from "../documents/specs.js";
import { type RedoclyRun, runRedocly } from "../lint/redocly.js";

const usage = "lint [API…]";
const maxProblems = 1_000;

/**
 * `lint`: Redocly's CLI over the bundles, with the repository's configuration, or with the rules that come with
 * spec-tools where it has none. Overlays are held to what the Overlay specification demands. Sources are held to the same rules where they stand in a bundle; a vendor's words are not, since
 * nobody can mend them but an overlay. A warning fails as an error does. On GitHub the problems are annotations.
 *
 * @throws InputError when a document is refused or a bundle is missing, or when problems are hidden in an
 * ignore file.
 */
export async function lint(args: string[], output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  const { root, settings } = repository;
  const apis = await listApis(repository, words);
  const bundles = apis.map((api) => api.bundle);
  for (const file of [".redocly.lint-ignore.yaml", `${settings.specs}/.redocly.lint-ignore.yaml`]) {
    if (await exists(join(root, file))) {
      throw new InputError(
        `${file}: delete it; declare exceptions in ${settings.redocly}, each with its reason`,
      );
    }
  }
  // Redocly follows every reference that it meets, an address too.
  let overlays = 0;
  for (const api of apis) overlays += await judgeSpecs(api);
  const format = process.env.GITHUB_ACTIONS ? "github-actions" : "stylish";
  const isConfigured = await exists(join(root, settings.redocly));
  const options = [
    "--config",
    isConfigured ? settings.redocly : await ownFile("redocly.yaml"),
    "--format",
    format,
    "--lint-config",
    "error",
    "--max-problems",
    `${maxProblems}`,
  ];
  const run = await runRedocly(root, ["lint", ...bundles, ...options]);
  if (!isClean(run)) {
    if (run.problems !== "") output.out(run.problems);
    if (run.problems === "" || run.remarks.includes("more problems hidden"))
      output.err(run.remarks);
    return run.code === 0 ? 1 : run.code;
  }
  output.out(`${bundles.length} bundles and ${overlays} overlays: no error, no warning`);
  return 0;
}

/** Redocly ends with 0 on warnings, and only remarks on a rule that redocly.yaml misspells. */
function isClean({ code, problems, remarks }: RedoclyRun): boolean {
  return code === 0 && problems === "" && !remarks.includes("[WARNING]");
}

/**
 * Proves that an API's overlays are such and that its bundle is fit to be read; the number of overlays. Whole
 * documents of upstream are not read: nothing that Redocly is given leads to them.
 */
async function judgeSpecs(api: Api): Promise<number> {
  const specs = await readSpecs(api, { whole: false });
  await readBundle(api);
  return new Set(readOverlayActions(specs).map(({ file }) => file)).size;
}
