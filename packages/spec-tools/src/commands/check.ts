import { join } from "node:path";
import { pointerKeys } from "@cloud-clients/openapi-model";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { annotated } from "../base/annotation.js";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { linkProblem, readText } from "../base/files.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { bundleApi } from "../bundle/bundle-api.js";
import { unsaidBreaks } from "../changes/unsaid-breaks.js";
import { foldersOf, listApis, readSpecs } from "../documents/specs.js";
import type { Described } from "../emit/api-tables.js";
import { coverageFile } from "../emit/coverage.js";
import { generateFiles } from "../emit/files.js";
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
    const { coverage } = repository.settings;
    const reads = [...foldersOf(apis), ...(isWhole && coverage !== undefined ? [coverage] : [])];
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
  const described: Described[] = [];
  for (const api of apis) {
    const lines = await checkApi(api, described);
    failures.push(...lines);
    if (lines.length === 0)
      passed.push(`${api.specs}: upstream, overlays, examples and generated files hold`);
  }
  if (isWhole && failures.length === 0) {
    failures.push(...(await checkGenerated(repository, await coverageFile(repository, described))));
  }
  if (isWhole) failures.push(...(await unsaidBreaks(apis)));
  for (const line of passed) output.out(line);
  if (failures.length > 0) throw new InputError(...failures);
  return 0;
}

async function checkApi(api: Api, described: Described[]): Promise<string[]> {
  const { repository } = api;
  const upstream = await collect(repository, () => checkUpstream(api));
  const made = await collect(repository, async () => {
    const { files, document } = await generateFiles(api);
    described.push({ api, document });
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

/** A line for each file that is not, byte for byte, what the specs come to now. */
export async function checkGenerated(
  repository: Repository,
  files: readonly PlannedFile[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const { path, text } of files) {
    const link = await linkProblem(repository.root, path);
    if (link !== undefined) {
      lines.push(link);
      continue;
    }
    const there = await readText(join(repository.root, path)).catch(() => "");
    if (there === text) continue;
    const what =
      there === undefined
        ? ": missing"
        : `:${firstDifference(there, text)}: differs from what the specs generate`;
    lines.push(`${path}${what}; run: ${repository.command("generate")}`);
  }
  return lines;
}

function firstDifference(one: string, other: string): number {
  const a = one.split("\n");
  const b = other.split("\n");
  return a.findIndex((line, index) => line !== b[index]) + 1 || a.length;
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
