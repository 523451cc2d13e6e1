import { join } from "node:path";
import { getAt, pointerKeys } from "@cloud-clients/openapi-model";
import { annotated } from "../base/annotation.js";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { exists } from "../base/files.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import { type Bundle, bundleApi } from "../bundle/bundle-api.js";
import { describeBundle } from "../bundle/describe-bundle.js";
import { readOverlayActions } from "../bundle/overlays.js";
import { requireFit } from "../bundle/require-sound.js";
import { foldersOf, listApis, readSpecs } from "../documents/specs.js";
import { exceptionsName, readExceptions, withoutExcepted } from "../lint/exceptions.js";
import { LintRules } from "../lint/lint-bundle.js";

const usage = "lint [API…]";

/**
 * `lint`: holds bundles, as `generate` would write them, to the rules of the repository's configuration of Redocly, or
 * to those that come with spec-tools where it has none, but for the exceptions in specs/<api>/lint-exceptions.yaml.
 * Overlays are held to what the Overlay specification demands. A warning fails as an error does. Each problem is shown
 * where one mends it: in the source or the overlay that wrote what is wrong; where that is the vendor's, it says that an
 * overlay corrects it.
 *
 * @throws InputError with every problem of every API: what the rules say, a document that is refused, an exception
 * that is of no use; and when problems are hidden in an ignore file.
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
  let rules: LintRules | undefined;
  const lines = new Set<string>();
  let overlays = 0;
  for (const api of apis) {
    try {
      const bundle = await readFitBundle(api);
      overlays += bundle.overlays;
      // Plugins take long to load, and what cannot be read needs none.
      rules ??= await LintRules.load(repository);
      for (const line of await lintBundle(bundle, rules)) lines.add(line);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const line of error.problems) lines.add(line);
    }
  }
  if (lines.size > 0) throw new InputError(...lines);
  const counts = `${counted(apis.length, "bundle")} and ${counted(overlays, "overlay")}`;
  output.out(`${counts}: no error, no warning`);
  return 0;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/**
 * What an API's specs come to, and how many overlays they have. Redocly follows every reference that it meets, an
 * address too, so that it is given nothing else.
 */
async function readFitBundle(api: Api): Promise<Bundle & { overlays: number }> {
  const specs = await readSpecs(api);
  const bundle = bundleApi(specs);
  requireFit(bundle);
  return { ...bundle, overlays: new Set(readOverlayActions(specs).map(({ file }) => file)).size };
}

async function lintBundle({ api, document, trace }: Bundle, rules: LintRules): Promise<string[]> {
  const described = describeBundle(document);
  const all = await rules.problemsOf(api.bundle, described);
  const exceptions = await readExceptions(api);
  const problems = withoutExcepted(all, exceptions, (rule) => rules.knows(rule));
  return problems.map(({ rule, message, pointer, isAboutKey }) => {
    const keys = pointerKeys(pointer);
    const value = getAt(described, keys);
    // Of a whole object nobody wrote the value; and what is missing is missed by what it should stand in.
    const isText = value !== undefined && typeof value !== "object";
    return trace.show(keys, isText && !isAboutKey ? "value" : "key", `${message} (${rule})`);
  });
}
