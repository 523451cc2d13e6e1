import { annotated } from "../base/annotation.js";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import { writeFiles } from "../base/write-files.js";
import { foldersOf, listApis } from "../documents/specs.js";
import { coverageFile, coveragePath, type Described } from "../emit/coverage.js";
import { type GeneratedFile, generateFiles } from "../emit/files.js";

const usage = "generate [API…]";

/**
 * `generate`: makes bundles, types and rules from the specs. All files of all APIs are made before the
 * first is written, so that a mistake leaves everything as it was, and all are written or none.
 *
 * @throws InputError with every problem of every API.
 */
export async function generate(args: string[], output: Output): Promise<number> {
  const { words, root } = readArguments(args, [], usage);
  return annotated(root, async () => {
    const apis = await listApis(root, words);
    const isWhole = words.length === 0;
    const writes = [...foldersOf(apis), ...(isWhole ? [coveragePath] : [])];
    return whileHolding(root, { writes }, output, () => generateApis(root, apis, isWhole, output));
  });
}

async function generateApis(
  root: string,
  apis: readonly string[],
  isWhole: boolean,
  output: Output,
): Promise<number> {
  const files: GeneratedFile[] = [];
  const problems: string[] = [];
  const described: Described[] = [];
  for (const api of apis) {
    try {
      const { files: made, document } = await generateFiles(root, api);
      files.push(...made);
      described.push({ api, document });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(...problems);
  if (isWhole) {
    const since = performance.now();
    const text = await coverageFile(root, described);
    files.push({ path: coveragePath, text, ms: performance.now() - since });
  }
  const results = await writeFiles(root, files);
  const wide = Math.max(...files.map((file) => file.path.length));
  files.forEach((file, index) => {
    const took = `${Math.round(file.ms)} ms`.padStart(7);
    output.out(`${file.path.padEnd(wide)}  ${results[index]?.padEnd(9)}  ${took}`);
  });
  return 0;
}
