import { join } from "node:path";
import { createConfig, getLineColLocation, lintFromString } from "@redocly/openapi-core";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { linkProblem, readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import { showPlace } from "../base/place.js";
import type { Api, Repository } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { breaksUnsaid } from "../changes/breaks-unsaid.js";
import { History } from "../changes/history.js";
import { listApis } from "../documents/specs.js";
import { coverageFile, type Described } from "../emit/coverage.js";
import { generateFiles } from "../emit/files.js";
import { checkUpstream } from "../import/provenance.js";

const usage = "check [API…]";

/**
 * `check`: proves, without the network and without writing, that upstream is the vendor's bytes, that
 * every overlay action still corrects something, that examples fit their schemas, that the committed
 * files are what the specs make, and that a changeset tells what breaks since the last release. All failures are listed; each says what mends it.
 *
 * @throws InputError with every failure of every API.
 */
export async function check(args: string[], output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  const failures: string[] = [];
  const passed: string[] = [];
  const described: Described[] = [];
  const history = await History.of(repository.root);
  for (const api of await listApis(repository, words)) {
    const lines = await checkApi(api, described);
    if (history !== undefined) {
      lines.push(...(await collect(repository, () => breaksUnsaid(history, api))));
    }
    failures.push(...lines);
    if (lines.length === 0)
      passed.push(`${api.specs}: upstream, overlays, examples and generated files hold`);
  }
  if (words.length === 0 && failures.length === 0) {
    failures.push(...(await checkGenerated(repository, await coverageFile(repository, described))));
  }
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
    const examples =
      bundle === undefined ? [] : await checkExamples(repository, bundle.path, bundle.text);
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

/** A line for each example in a bundle's text that its schema does not allow, at its place in the bundle. */
async function checkExamples(
  repository: Repository,
  path: string,
  text: string,
): Promise<string[]> {
  const config = await createConfig({ rules });
  const problems = await lintFromString({
    source: text,
    absoluteRef: join(repository.root, path),
    config,
  });
  return problems.map(({ message, location }) => {
    const first = location[0];
    const start = first === undefined ? {} : getLineColLocation(first).start;
    const said = message.replace(/\s*\n\s*/g, " ");
    return (
      `${showPlace({ file: path, ...start })}: ${said} ` +
      `Correct the example in ${path.replace(/openapi\.yaml$/, "source or overlays")}, then run: ${repository.command("generate")}`
    );
  });
}
