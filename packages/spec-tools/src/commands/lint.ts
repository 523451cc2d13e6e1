import { join } from "node:path";
import { getAt, pointerKeys } from "@cloud-clients/openapi-model";
import { annotated } from "../base/annotation.js";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { exists } from "../base/files.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import { bundleApi } from "../bundle/bundle-api.js";
import { readOverlayActions } from "../bundle/overlays.js";
import { foldersOf, listApis, readBundle, readSpecs } from "../documents/specs.js";
import { exceptionsName, readExceptions, withoutExcepted } from "../lint/exceptions.js";
import { type LintProblem, LintRules } from "../lint/lint-bundle.js";

const usage = "lint [API…]";

/**
 * `lint`: holds bundles to the rules of the repository's configuration of Redocly, or to those that come with
 * spec-tools where it has none, but for the exceptions in specs/<api>/lint-exceptions.yaml. Overlays are held to what
 * the Overlay specification demands. A warning fails as an error does. Each problem is shown where one mends it: in
 * the source or the overlay that wrote what is wrong; where that is the vendor's, it says that an overlay corrects it.
 *
 * @throws InputError with every problem of every API; when a document is refused or a bundle is missing; and when an
 * exception is of no use, or problems are hidden in an ignore file.
 */
export async function lint(args: string[], output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  const { root } = repository;
  return annotated(root, async () => {
    const apis = await listApis(repository, words);
    const reads = foldersOf(apis);
    return whileHolding(root, { reads }, output, () => lintApis(repository, apis, output));
  });
}

async function lintApis(
  repository: Repository,
  apis: readonly Api[],
  output: Output,
): Promise<number> {
  const { specs } = repository.settings;
  for (const file of [".redocly.lint-ignore.yaml", `${specs}/.redocly.lint-ignore.yaml`]) {
    if (await exists(join(repository.root, file))) {
      throw new InputError(
        `${file}: delete it; declare exceptions in ${specs}/<api>/${exceptionsName}, each with its reason`,
      );
    }
  }
  // Redocly follows every reference that it meets, an address too.
  let overlays = 0;
  for (const api of apis) overlays += await judgeSpecs(api);
  const rules = await LintRules.load(repository);
  const lines: string[] = [];
  for (const api of apis) lines.push(...(await lintApi(api, rules)));
  if (lines.length > 0) throw new InputError(...lines);
  const counts = `${counted(apis.length, "bundle")} and ${counted(overlays, "overlay")}`;
  output.out(`${counts}: no error, no warning`);
  return 0;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

async function lintApi(api: Api, rules: LintRules): Promise<string[]> {
  const all = await rules.problemsOf(api.bundle);
  const exceptions = await readExceptions(api);
  const problems = withoutExcepted(all, exceptions, (rule) => rules.knows(rule));
  return problems.length === 0 ? [] : showProblems(api, problems);
}

/** Most bundles have no problem, so that where they come from is not asked before. */
async function showProblems(api: Api, problems: readonly LintProblem[]): Promise<string[]> {
  const { document, trace } = bundleApi(await readSpecs(api, { willShow: true }));
  return problems.map(({ rule, message, pointer, isAboutKey }) => {
    const keys = pointerKeys(pointer);
    const value = getAt(document, keys);
    // Of a whole object nobody wrote the value; and what is missing is missed by what it should stand in.
    const isText = value !== undefined && typeof value !== "object";
    return trace.show(keys, isText && !isAboutKey ? "value" : "key", `${message} (${rule})`);
  });
}

/**
 * Proves that an API's specs and its bundle are fit to be read. Whole documents of upstream are not read: nothing
 * that Redocly is given leads to them.
 *
 * @returns how many overlays the API has.
 */
async function judgeSpecs(api: Api): Promise<number> {
  const specs = await readSpecs(api, { whole: false });
  await readBundle(api);
  return new Set(readOverlayActions(specs).map(({ file }) => file)).size;
}
