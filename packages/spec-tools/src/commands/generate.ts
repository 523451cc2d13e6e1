import { annotated } from "../base/annotation.js";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import { writeFiles } from "../base/write-files.js";
import { foldersOf, listApis } from "../documents/specs.js";
import type { CoveredApi } from "../emit/coverage.js";
import { type GeneratedFile, generateFiles } from "../emit/files.js";
import { makePages, pagesOfAll } from "../emit/pages.js";

const usage = "generate [API…]";

/**
 * `generate`: makes bundles, types and rules from the specs. All files of all APIs are made before the
 * first is written, so that a mistake leaves everything as it was, and all are written or none.
 *
 * @throws InputError with every problem of every API.
 */
export async function generate(args: string[], output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  return annotated(repository.root, async () => {
    const apis = await listApis(repository, words);
    const isWhole = words.length === 0;
    const writes = [...foldersOf(apis), ...(isWhole ? pagesOfAll(repository) : [])];
    return whileHolding(repository.root, { writes }, output, () =>
      generateApis(repository, apis, isWhole, output),
    );
  });
}

async function generateApis(
  repository: Repository,
  apis: readonly Api[],
  isWhole: boolean,
  output: Output,
): Promise<number> {
  const files: GeneratedFile[] = [];
  const problems: string[] = [];
  const covered: CoveredApi[] = [];
  for (const api of apis) {
    try {
      const { files: made, coverage } = await generateFiles(api);
      files.push(...made);
      covered.push({ api, coverage });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(...problems);
  if (isWhole) {
    const since = performance.now();
    const pages = await makePages(repository, covered);
    const ms = (performance.now() - since) / pages.length;
    files.push(...pages.map((page) => ({ ...page, ms })));
  }
  const results = await writeFiles(repository.root, files);
  const wide = Math.max(...files.map((file) => file.path.length));
  files.forEach((file, index) => {
    const took = `${Math.round(file.ms)} ms`.padStart(7);
    output.out(`${file.path.padEnd(wide)}  ${results[index]?.padEnd(9)}  ${took}`);
  });
  return 0;
}
