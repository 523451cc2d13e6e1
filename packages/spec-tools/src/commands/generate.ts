import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { InputError } from "../base/input-error.js";
import { writeFiles } from "../base/write-files.js";
import { listApis } from "../documents/specs.js";
import { coverageFile, type Described } from "../emit/coverage.js";
import { type GeneratedFile, generateFiles } from "../emit/files.js";

const usage = "generate [API…]";

/**
 * `generate`: makes bundles, types and rules from the specs. All files of all APIs are made before the
 * first is written, so that a mistake leaves everything as it was.
 *
 * @throws InputError with every problem of every API.
 */
export async function generate(args: string[], output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  const files: GeneratedFile[] = [];
  const problems: string[] = [];
  const described: Described[] = [];
  for (const api of await listApis(repository, words)) {
    try {
      const { files: made, document } = await generateFiles(api);
      files.push(...made);
      described.push({ api, document });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(...problems);
  if (words.length === 0) {
    const since = performance.now();
    const [page] = await coverageFile(repository, described);
    if (page !== undefined) files.push({ ...page, ms: performance.now() - since });
  }
  const results = await writeFiles(repository.root, files);
  const wide = Math.max(...files.map((file) => file.path.length));
  files.forEach((file, index) => {
    const took = `${Math.round(file.ms)} ms`.padStart(7);
    output.out(`${file.path.padEnd(wide)}  ${results[index]?.padEnd(9)}  ${took}`);
  });
  return 0;
}
