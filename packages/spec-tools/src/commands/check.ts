import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { InputError } from "../base/input-error.js";
import { listApis } from "../documents/list-apis.js";
import { coverageFile, type Described } from "../emit/coverage-file.js";
import { generateFiles } from "../emit/generated-files.js";
import { checkUpstream } from "../import/check-upstream.js";
import { checkGenerated } from "./check-generated.js";

const usage = "check [API…]";

/**
 * `check`: proves, without the network and without writing, that upstream is the vendor's bytes, that
 * every overlay action still corrects something, that examples fit their schemas, and that the committed
 * files are what the specs make. All failures are listed; each says what mends it.
 *
 * @throws InputError with every failure of every API.
 */
export async function check(args: string[], output: Output): Promise<number> {
  const { words, root } = readArguments(args, [], usage);
  const failures: string[] = [];
  const passed: string[] = [];
  const described: Described[] = [];
  for (const api of await listApis(root, words)) {
    const lines = await checkApi(root, api, described);
    failures.push(...lines);
    if (lines.length === 0)
      passed.push(`specs/${api}: upstream, overlays, examples and generated files hold`);
  }
  if (words.length === 0 && failures.length === 0) {
    const path = "docs/coverage.md";
    failures.push(
      ...(await checkGenerated(root, [{ path, text: await coverageFile(root, described) }])),
    );
  }
  for (const line of passed) output.out(line);
  if (failures.length > 0) throw new InputError(...failures);
  return 0;
}

async function checkApi(root: string, api: string, described: Described[]): Promise<string[]> {
  const upstream = await collect(() => checkUpstream(root, api));
  const made = await collect(async () => {
    const { files, document } = await generateFiles(root, api);
    described.push({ api, document });
    const { checkExamples } = await import("./check-examples.js");
    const [bundle] = files;
    const examples =
      bundle === undefined ? [] : await checkExamples(root, bundle.path, bundle.text);
    return [...(await checkGenerated(root, files)), ...examples];
  });
  return [...upstream, ...made];
}

/** The lines, or those of the InputError that came instead, with what to run once it is corrected. */
async function collect(work: () => Promise<string[]>): Promise<string[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((problem) =>
      problem.includes("run: npx") ? problem : `${problem}; then run: npx --yes pnpm@10 generate`,
    );
  }
}
