import { readdir } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { readText } from "../base/files.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import { repoPath } from "../base/place.js";
import type { Api } from "../base/repository.js";
import { writeFiles } from "../base/write-files.js";
import { foldersOf, listApis } from "../documents/specs.js";

const usage =
  "ship-spec TARGET=API…, or FOLDER/ for all; TARGET and FOLDER relative to the working directory";

/**
 * `ship-spec`: copies bundles into the package that is being built, each to its TARGET, or those of all APIs into
 * FOLDER/, which holds nothing else afterwards. A copy that is the same is left alone.
 *
 * @throws InputError when an argument is neither TARGET=API nor FOLDER/, or an API has no bundle.
 */
export async function shipSpec(args: string[], output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  const { root } = repository;
  if (words.length === 0) throw new InputError(`nothing to ship. Usage: ${usage}`);
  const inside = (target: string): string => {
    const path = repoPath(root, resolve(target));
    if (isAbsolute(path) || path.startsWith("..")) {
      throw new InputError(`${target}: must be inside ${root}`);
    }
    return path;
  };
  const copies: { path: string; api: Api }[] = [];
  const folders: string[] = [];
  for (const word of words) {
    const [target, name, ...rest] = word.split("=");
    if (target?.endsWith("/") && name === undefined) {
      const folder = inside(target);
      folders.push(folder);
      for (const api of await listApis(repository)) {
        copies.push({ path: `${folder}/${api}.yaml`, api });
      }
    } else if (target && name && rest.length === 0) {
      copies.push({ path: inside(target), api: repository.api(name) });
    } else {
      throw new InputError(`${word}: Usage: ${usage}`);
    }
  }
  const apis = copies.map(({ api }) => api);
  const paths = copies.map(({ path }) => path);
  const uses = { reads: foldersOf(apis), writes: [...paths, ...folders] };
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
    const gone: string[] = [];
    for (const folder of folders) {
      const names = await readdir(join(root, folder)).catch(() => []);
      gone.push(...names.map((name) => `${folder}/${name}`).filter((one) => !paths.includes(one)));
    }
    await writeFiles(root, files, gone);
    return 0;
  });
}
