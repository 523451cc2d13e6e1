import { join } from "node:path";
import { pointerKeys } from "@cloud-clients/openapi-model";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { annotated } from "../base/annotation.js";
import { readArguments } from "../base/arguments.js";
import { checkGenerated } from "../base/check-generated.js";
import type { Output } from "../base/command.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { bundleApi } from "../bundle/bundle-api.js";
import { unsaidBreaks } from "../changes/unsaid-breaks.js";
import { foldersOf, listApis, readSpecs } from "../documents/specs.js";
import type { CoveredApi } from "../emit/coverage.js";
import { generateFiles } from "../emit/files.js";
import { makePages, pagesOfAll } from "../emit/pages.js";
import { checkUpstream } from "../import/provenance.js";

const usage = "check [API…]";

/**
 * `check`: proves, without the network and without writing, that upstream is the vendor's bytes, that
 * every overlay action still corrects something, that examples fit their schemas, and that the committed
 * files are what the specs make. Of all APIs together it also proves that a changeset tells what breaks since the
 * last release; for some of them, `changes --check` does. All failures are listed; each says what mends it.
 *
 * @throws InputError with every failure of every API.
 */
export async function check(args: string[], output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  return annotated(repository.root, async () => {
    const apis = await listApis(repository, words);
    const isWhole = words.length === 0;
    const reads = [...foldersOf(apis), ...(isWhole ? pagesOfAll(repository) : [])];
    return whileHolding(repository.root, { reads }, output, () =>
      checkApis(repository, apis, isWhole, output),
    );
  });
}

async function checkApis(
  repository: Repository,
  apis: readonly Api[],
  isWhole: boolean,
  output: Output,
): Promise<number> {
  const failures: string[] = [];
  const passed: string[] = [];
  const covered: CoveredApi[] = [];
  for (const api of apis) {
    const lines = await checkApi(api, covered);
    failures.push(...lines);
    if (lines.length === 0)
      passed.push(`${api.specs}: upstream, overlays, examples and generated files hold`);
  }
  if (isWhole && failures.length === 0) {
    failures.push(...(await checkGenerated(repository, await makePages(repository, covered))));
  }
  if (isWhole) failures.push(...(await unsaidBreaks(apis)));
  for (const line of passed) output.out(line);
  if (failures.length > 0) throw new InputError(...failures);
  return 0;
}

async function checkApi(api: Api, covered: CoveredApi[]): Promise<string[]> {
  const { repository } = api;
  const upstream = await collect(repository, () => checkUpstream(api));
  const made = await collect(repository, async () => {
    const { files, coverage } = await generateFiles(api);
    covered.push({ api, coverage });
    const [bundle] = files;
    const examples = bundle === undefined ? [] : await checkExamples(api, bundle);
    return [...(await checkGenerated(repository, files)), ...examples];
  });
  return [...upstream, ...made];
}

/** The lines, or those of the InputError that came instead, with what to run once it is corrected. */
async function collect(repository: Repository, work: () => Promise<string[]>): Promise<string[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((problem) =>
      problem.includes(" run: ")
        ? problem
        : `${problem}; then run: ${repository.command("generate")}`,
    );
  }
}

const rules = {
  "no-invalid-media-type-examples": { severity: "error", allowAdditionalProperties: false },
  "no-invalid-parameter-examples": "error",
  "no-invalid-schema-examples": "error",
} as const;

/** A line for each example in a bundle that its schema does not allow, at the place that wrote it. */
async function checkExamples(api: Api, bundle: PlannedFile): Promise<string[]> {
  const { repository } = api;
  const config = await createConfig({ rules });
  const absoluteRef = join(repository.root, bundle.path);
  const problems = await lintFromString({ source: bundle.text, absoluteRef, config });
  if (problems.length === 0) return [];
  const { trace } = bundleApi(await readSpecs(api));
  return problems.map(({ message, location: [first] }) => {
    const said = message.trim().replace(/\s*\n\s*/g, " ");
    return `${trace.show(pointerKeys(first?.pointer ?? ""), "value", said)} Correct the example, then run: ${repository.command("generate")}`;
  });
}
