import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ApiReference, readApis } from "./api-reference.js";
import { listPages, type Page } from "./pages.js";

/** Everything that the site is made of, but for what TypeDoc reads. */
export interface Content {
  /** The folder of the checkout. */
  root: string;
  pages: Page[];
  apis: ApiReference[];
  /** The repository's address, once `name-repository` has written it. */
  repository: string | undefined;
}

/** Reads the content of this checkout. */
export async function readContent(): Promise<Content> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const [pages, apis, repository] = await Promise.all([
    listPages(root),
    readApis(root),
    repositoryOf(root),
  ]);
  return { root, pages, apis, repository };
}

async function repositoryOf(root: string): Promise<string | undefined> {
  for (const name of await readdir(join(root, "packages"))) {
    const manifest = JSON.parse(
      await readFile(join(root, "packages", name, "package.json"), "utf8"),
    ) as { repository?: { url: string } };
    if (manifest.repository !== undefined) {
      return manifest.repository.url.replace(/^git\+|\.git$/g, "");
    }
  }
  return undefined;
}
