import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import { writeFiles } from "../base/write-files.js";

const usage = "ship-spec TARGET=API…, TARGET relative to the working directory";

/**
 * `ship-spec`: copies bundles into the package that is being built. A copy that is the same is left alone.
 *
 * @throws InputError when an argument is not TARGET=API or the API has no bundle.
 */
export async function shipSpec(args: string[], _output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  if (words.length === 0) throw new InputError(`nothing to ship. Usage: ${usage}`);
  const files = await Promise.all(
    words.map(async (word) => {
      const [target, name, ...rest] = word.split("=");
      if (!target || !name || rest.length > 0) throw new InputError(`${word}: Usage: ${usage}`);
      const path = repository.api(name).bundle;
      const text = await readText(join(repository.root, path));
      if (text === undefined)
        throw new InputError(`${path}: missing; run: ${repository.command("generate")}`);
      return { path: target, text };
    }),
  );
  for (const file of files) await mkdir(dirname(resolve(file.path)), { recursive: true });
  await writeFiles(process.cwd(), files);
  return 0;
}
