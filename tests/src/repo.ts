import { existsSync, readdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this checkout. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The APIs: folders of specs/ with a table of paths. Each has a package of its name. */
export const apis: readonly string[] = readdirSync(join(root, "specs"))
  .filter((name) => existsSync(join(root, "specs", name, "source", "openapi.yaml")))
  .sort();

/** The packages that are published, by folder. */
export const packages: readonly string[] = ["runtime", ...apis, "emulator", "locks"];

// Fixtures are other people's repositories.
const passedOver = new Set([
  "node_modules",
  "dist",
  ".pages",
  "reports",
  "fixtures",
  ".git",
  ".turbo",
]);

/** Files below a folder of the checkout whose name ends in one of the endings, as relative paths. */
export async function filesBelow(folder: string, ...endings: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    if (passedOver.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path, ...endings)));
    else if (endings.some((ending) => entry.name.endsWith(ending))) found.push(path);
  }
  return found.sort();
}

/** A file of the checkout as text. */
export function read(path: string): Promise<string> {
  return readFile(join(root, path), "utf8");
}
