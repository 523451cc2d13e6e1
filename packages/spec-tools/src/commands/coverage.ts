import { readArguments } from "../base/arguments.js";
import { checkGenerated } from "../base/check-generated.js";
import type { Output } from "../base/command.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import { configName, type Repository } from "../base/repository.js";
import { type PlannedFile, writeFiles } from "../base/write-files.js";
import { foldersOf, listApis } from "../documents/specs.js";
import { type CoveredApi, readCoverage } from "../emit/coverage.js";
import { makePages, pagesOfAll } from "../emit/pages.js";

const usage = "coverage [--check]";

/**
 * `coverage`: writes the pages about all APIs, from what `generate` of each API left in its coverage.json: how well each
 * operation is documented, and the tables of APIs. `generate` and `check` of all APIs include it; this is for those who
 * run them for one API at a time.
 *
 * With `--check` it writes nothing.
 *
 * @throws InputError when the repository wants no such page, when a coverage.json is missing or refused, or when with
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
  const pages = pagesOfAll(repository);
  if (pages.length === 0) {
    throw new InputError(`${configName}: names no page about all APIs; set coverage or apiTables`);
  }
  const reads = foldersOf(await listApis(repository));
  return checking
    ? whileHolding(repository.root, { reads: [...reads, ...pages] }, output, () =>
        checkPages(repository, output),
      )
    : whileHolding(repository.root, { reads, writes: pages }, output, () =>
        writePages(repository, output),
      );
}

async function checkPages(repository: Repository, output: Output): Promise<number> {
  const pages = await pagesOf(repository);
  const problems = await checkGenerated(repository, pages);
  if (problems.length > 0) throw new InputError(...problems);
  for (const { path } of pages) output.out(`${path}: up to date`);
  return 0;
}

async function writePages(repository: Repository, output: Output): Promise<number> {
  const pages = await pagesOf(repository);
  const results = await writeFiles(repository.root, pages);
  for (const [index, { path }] of pages.entries()) output.out(`${path}  ${results[index]}`);
  return 0;
}

async function pagesOf(repository: Repository): Promise<PlannedFile[]> {
  const covered: CoveredApi[] = [];
  for (const api of await listApis(repository)) {
    covered.push({ api, coverage: await readCoverage(api) });
  }
  return makePages(repository, covered);
}
