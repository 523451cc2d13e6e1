import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import { writeFiles } from "../base/write-files.js";
import { listApis } from "../documents/specs.js";

const usage =
  "ship-spec TARGET=API…, or FOLDER/ for all; TARGET and FOLDER relative to the working directory";

/**
 * `ship-spec`: copies bundles into the package that is being built, each to its TARGET, or those of all APIs into
 * FOLDER/, which holds nothing else afterwards. A copy that is the same is left alone.
 *
 * @throws InputError when an argument is neither TARGET=API nor FOLDER/, or an API has no bundle.
 */
export async function shipSpec(args: string[], _output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  if (words.length === 0) throw new InputError(`nothing to ship. Usage: ${usage}`);
  const copies: { target: string; api: Api }[] = [];
  const folders: string[] = [];
  for (const word of words) {
    const [target, name, ...rest] = word.split("=");
    if (target?.endsWith("/") && name === undefined) {
      folders.push(target);
      for (const api of await listApis(repository)) {
        copies.push({ target: `${target}${api}.yaml`, api });
      }
    } else if (target && name && rest.length === 0) {
      copies.push({ target, api: repository.api(name) });
    } else {
      throw new InputError(`${word}: Usage: ${usage}`);
    }
  }
  const files = await Promise.all(
    copies.map(async ({ target, api }) => {
      const text = await readText(join(repository.root, api.bundle));
      if (text === undefined)
        throw new InputError(`${api.bundle}: missing; run: ${repository.command("generate")}`);
      return { path: target, text };
    }),
  );
  for (const file of files) await mkdir(dirname(resolve(file.path)), { recursive: true });
  for (const folder of folders) {
    const shipped = files.map(({ path }) => path);
    const gone = (await readdir(folder)).filter((name) => !shipped.includes(`${folder}${name}`));
    for (const name of gone) await rm(join(folder, name), { recursive: true });
  }
  await writeFiles(process.cwd(), files);
  return 0;
}
