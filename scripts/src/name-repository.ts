import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { InputError, type Output } from "@cloud-clients/spec-tools/command";
import { checkout } from "./run-tool.js";

/**
 * `name-repository OWNER/NAME`: tells every package that is not private where it comes from, for its page on npm:
 * `repository`, `homepage` and `bugs` in its package.json, and the links of its READMEs, which lead into the
 * repository. Changes the checkout, which is then packed; nothing of this is committed.
 *
 * @throws InputError when the repository is not named as on GitHub.
 */
export async function nameRepository(
  args: readonly string[],
  { out }: Output,
  root = checkout,
): Promise<number> {
  const [repository = "", ...more] = args;
  if (!/^[\w-]+\/[\w.-]+$/.test(repository) || more.length > 0) {
    throw new InputError("give one repository. Usage: name-repository OWNER/NAME");
  }
  const address = `https://github.com/${repository}`;
  for (const name of (await readdir(join(root, "packages"))).sort()) {
    const folder = `packages/${name}`;
    const file = join(root, folder, "package.json");
    const manifest = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
    if (manifest.private === true) continue;
    const named = {
      ...manifest,
      repository: { type: "git", url: `git+${address}.git`, directory: folder },
      homepage: `${address}/tree/HEAD/${folder}#readme`,
      bugs: `${address}/issues`,
    };
    await writeFile(file, `${JSON.stringify(named, null, 2)}\n`);
    for (const page of await readdir(join(root, folder))) {
      if (!/^README(\.[\w-]+)?\.md$/.test(page)) continue;
      const path = join(root, folder, page);
      const text = await readFile(path, "utf8");
      await writeFile(path, absoluteLinks(text, folder, `${address}/blob/HEAD`));
    }
    out(`${folder}: of ${repository}`);
  }
  return 0;
}

/** A page of a folder with its relative links made absolute; code, addresses and links within the page stay. */
export function absoluteLinks(page: string, folder: string, base: string): string {
  const code = /(^```[\s\S]*?^```|`[^`\n]*`)/gm;
  return page
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : linked(part, folder, base)))
    .join("");
}

function linked(text: string, folder: string, base: string): string {
  return text.replaceAll(/\]\((?![a-z]+:|#|\/)([^)\s]+)\)/g, (_, link: string) => {
    const [path = "", ...anchor] = link.split("#");
    return `](${[`${base}/${posix.join(folder, path)}`, ...anchor].join("#")})`;
  });
}
