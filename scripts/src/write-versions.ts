import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes name and version of each package.json below packages/ into the package's src/version.ts, which clients send
 * in `User-Agent`. `changeset version` raises the one and knows nothing of the other.
 *
 * @returns the files that changed, from the root.
 */
export async function writeVersions(root: string): Promise<string[]> {
  const changed: string[] = [];
  for (const folder of await readdir(join(root, "packages"))) {
    const file = `packages/${folder}/src/version.ts`;
    const text = await readFile(join(root, file), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const manifest = await readFile(join(root, "packages", folder, "package.json"), "utf8");
    const { name, version } = JSON.parse(manifest) as { name: string; version: string };
    const now = text.replace(/userAgent = "[^"]*"/, () => `userAgent = "${name}/${version}"`);
    if (now === text) continue;
    await writeFile(join(root, file), now);
    changed.push(file);
  }
  return changed;
}
