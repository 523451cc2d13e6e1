import { isAbsolute, join, resolve } from "node:path";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { readText } from "../base/files.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import { repoPath } from "../base/place.js";
import { writeFiles } from "../base/write-files.js";
import { foldersOf } from "../documents/specs.js";

const usage = "ship-spec TARGET=API…, TARGET relative to the working directory";

/**
 * `ship-spec`: copies bundles into the package that is being built. A copy that is the same is left alone.
 *
 * @throws InputError when an argument is not TARGET=API or the API has no bundle.
 */
export async function shipSpec(args: string[], output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  const { root } = repository;
  if (words.length === 0) throw new InputError(`nothing to ship. Usage: ${usage}`);
  const copies = words.map((word) => {
    const [target, name, ...rest] = word.split("=");
    if (!target || !name || rest.length > 0) throw new InputError(`${word}: Usage: ${usage}`);
    const path = repoPath(root, resolve(target));
    if (isAbsolute(path) || path.startsWith("..")) {
      throw new InputError(`${target}: must be inside ${root}`);
    }
    return { path, api: repository.api(name) };
  });
  const apis = copies.map(({ api }) => api);
  const uses = { reads: foldersOf(apis), writes: copies.map(({ path }) => path) };
  return whileHolding(root, uses, output, async () => {
    const files = await Promise.all(
      copies.map(async ({ path, api }) => {
        const text = await readText(join(root, api.bundle));
        if (text === undefined) {
          throw new InputError(`${api.bundle}: missing; run: ${repository.command("generate")}`);
        }
        return { path, text };
      }),
    );
    await writeFiles(root, files);
    return 0;
  });
}
