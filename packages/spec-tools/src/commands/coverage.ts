import { isObject } from "@cloud-clients/openapi-model";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { InputError } from "../base/input-error.js";
import { writeFiles } from "../base/write-files.js";
import { listApis, readBundle } from "../documents/specs.js";
import { coverageFile, type Described } from "../emit/coverage.js";
import { checkGenerated } from "./check.js";

const usage = "coverage [--check]";

/**
 * `coverage`: writes docs/coverage.md from the committed bundles of all APIs. `generate` and `check` of every API
 * include it; this is for those who run them for one API at a time.
 *
 * With `--check` it writes nothing.
 *
 * @throws InputError when a bundle is missing or refused, or when with `--check` the page differs from what it would
 * write.
 */
export async function coverage(args: string[], output: Output): Promise<number> {
  const checking = args.includes("--check");
  const { words, root } = readArguments(
    args.filter((one) => one !== "--check"),
    [],
    usage,
  );
  if (words.length > 0) throw new InputError(`coverage is of all APIs. Usage: ${usage}`);
  const described: Described[] = [];
  for (const api of await listApis(root)) {
    const { parsed } = await readBundle(root, api);
    if (isObject(parsed)) described.push({ api, document: parsed });
  }
  const page = { path: "docs/coverage.md", text: await coverageFile(root, described) };
  if (checking) {
    const problems = await checkGenerated(root, [page]);
    if (problems.length > 0) throw new InputError(...problems);
    output.out(`${page.path}: as the bundles say`);
    return 0;
  }
  const [result] = await writeFiles(root, [page]);
  output.out(`${page.path}  ${result}`);
  return 0;
}
