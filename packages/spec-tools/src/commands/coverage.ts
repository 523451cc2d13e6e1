import { isObject } from "@cloud-clients/openapi-model";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { InputError } from "../base/input-error.js";
import { configName } from "../base/repository.js";
import { writeFiles } from "../base/write-files.js";
import { listApis, readBundle } from "../documents/specs.js";
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
  const described: Described[] = [];
  for (const api of await listApis(repository)) {
    const { parsed } = await readBundle(api);
    if (isObject(parsed)) described.push({ api, document: parsed });
  }
  const [page] = await coverageFile(repository, described);
  if (page === undefined) {
    throw new InputError(`${configName}: coverage: missing; must be the path of the page to write`);
  }
  if (checking) {
    const problems = await checkGenerated(repository, [page]);
    if (problems.length > 0) throw new InputError(...problems);
    output.out(`${page.path}: as the bundles say`);
    return 0;
  }
  const [result] = await writeFiles(repository.root, [page]);
  output.out(`${page.path}  ${result}`);
  return 0;
}
