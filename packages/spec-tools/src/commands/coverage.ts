import { isObject } from "@cloud-clients/openapi-model";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import { configName, type Repository } from "../base/repository.js";
import { type PlannedFile, writeFiles } from "../base/write-files.js";
import { foldersOf, listApis, readBundle } from "../documents/specs.js";
import { coverageFile, type Described } from "../emit/coverage.js";
import { checkGenerated } from "./check.js";

const usage = "coverage [--check]";

/**
 * `coverage`: writes the page about how well each operation is documented, from the committed bundles of all APIs.
 * `generate` and `check` of all APIs include it; this is for those who run them for one API at a time.
 *
 * With `--check` it writes nothing.
 *
 * @throws InputError when the repository wants no such page, when a bundle is missing or refused, or when with
 * `--check` the page differs from what it would write.
 */
export async function coverage(args: string[], output: Output): Promise<number> {
  const checking = args.includes("--check");
  const { words, repository } = readArguments(
    args.filter((one) => one !== "--check"),
    [],
    usage,
  );
  if (words.length > 0) throw new InputError(`coverage is of all APIs. Usage: ${usage}`);
  const path = repository.settings.coverage;
  if (path === undefined) {
    throw new InputError(`${configName}: coverage: missing; must be the path of the page to write`);
  }
  const reads = foldersOf(await listApis(repository));
  const work = () => (checking ? checkPage(repository, output) : writePage(repository, output));
  return whileHolding(repository.root, { reads, writes: [path] }, output, work);
}

async function checkPage(repository: Repository, output: Output): Promise<number> {
  const pages = await pagesOf(repository);
  const problems = await checkGenerated(repository, pages);
  if (problems.length > 0) throw new InputError(...problems);
  for (const { path } of pages) output.out(`${path}: as the bundles say`);
  return 0;
}

async function writePage(repository: Repository, output: Output): Promise<number> {
  const pages = await pagesOf(repository);
  const results = await writeFiles(repository.root, pages);
  for (const [index, { path }] of pages.entries()) output.out(`${path}  ${results[index]}`);
  return 0;
}

async function pagesOf(repository: Repository): Promise<PlannedFile[]> {
  const described: Described[] = [];
  for (const api of await listApis(repository)) {
    const { parsed } = await readBundle(api);
    if (isObject(parsed)) described.push({ api, document: parsed });
  }
  return coverageFile(repository, described);
}
