import { isObject } from "@cloud-clients/openapi-model";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import { configName, type Repository } from "../base/repository.js";
import { type PlannedFile, writeFiles } from "../base/write-files.js";
import { foldersOf, listApis, readBundle } from "../documents/specs.js";
import type { Described } from "../emit/api-tables.js";
import { coverageFile } from "../emit/coverage.js";
import { checkGenerated } from "./check.js";

const usage = "coverage [--check]";

/**
 * `coverage`: writes the pages about all APIs, from their committed bundles: how well each operation is documented, and
 * the tables of APIs. `generate` and `check` of all APIs include it; this is for those who run them for one API at a time.
 *
 * With `--check` it writes nothing.
 *
 * @throws InputError when the repository wants no such page, when a bundle is missing or refused, or when with
 * `--check` a page differs from what it would write.
 */
export async function coverage(args: string[], output: Output): Promise<number> {
  const checking = args.includes("--check");
  const { words, repository } = readArguments(
    args.filter((one) => one !== "--check"),
    [],
    usage,
  );
  if (words.length > 0) throw new InputError(`coverage is of all APIs. Usage: ${usage}`);
  const { coverage: page, apiTables } = repository.settings;
  const writes = [...(page === undefined ? [] : [page]), ...apiTables];
  if (writes.length === 0) {
    throw new InputError(`${configName}: names no page about all APIs; set coverage or apiTables`);
  }
  const reads = foldersOf(await listApis(repository));
  const work = () => (checking ? checkPage(repository, output) : writePage(repository, output));
  return whileHolding(repository.root, { reads, writes }, output, work);
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
