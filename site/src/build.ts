import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { InputError, type Output, runAsProcess } from "@cloud-clients/spec-tools/command";
import { build } from "vitepress";
import { operationsPage, writeApiReference } from "./api-reference.js";
import { type Content, readContent } from "./content.js";
import { homePage } from "./home-page.js";
import { linkProblems } from "./links.js";
import { writePackageReference } from "./package-reference.js";
import { folders, languages } from "./pages.js";

/**
 * `site [--base /path/]`: writes the documentation as static files into `site/dist`.
 *
 * @throws InputError with a line for each dead link, or when the packages are not built.
 */
async function buildSite(args: string[], { out, err }: Output): Promise<number> {
  const base = baseOf(args);
  const content = await readContent();
  const { root, pages, repository } = content;
  const problems = await linkProblems(content);
  if (problems.length > 0) throw new InputError(...problems);
  if (repository === undefined) {
    err("the repository has no name yet, so nothing links to its files; see name-repository");
  }
  const site = join(root, "site");
  const sources = join(site, ".pages");
  await rm(sources, { recursive: true, force: true });
  await writePages(sources, content);
  const files = join(sources, "public");
  await cp(join(site, "assets"), files, { recursive: true });
  const mermaid = createRequire(import.meta.url).resolve("@mermaid-js/tiny");
  await cp(mermaid, join(files, "mermaid.js"));
  await copyPictures(join(root, "docs"), files);
  await writeApiReference(root, join(files, "apis"), content.apis);
  await writePackageReference(root, join(files, "reference"), base);
  await build(site, { base });
  out(`${pages.length} pages, ${content.apis.length} APIs: site/dist/index.html`);
  return 0;
}

function baseOf(args: readonly string[]): string {
  const [option, base = "", ...more] = args;
  if (option === undefined) return "/";
  if (option === "--base" && /^\/([\w.-]+\/)*$/.test(base) && more.length === 0) return base;
  throw new InputError(`${args.join(" ")}: usage: site [--base /path/]`);
}

async function writePages(folder: string, { pages, apis }: Content): Promise<void> {
  const files = new Map(pages.map(({ file, text }) => [file, text]));
  for (const language of languages) {
    const add = (file: string, text: string) => files.set(folders[language] + file, text);
    add("index.md", homePage(language));
    for (const api of apis) add(`operations/${api.name}.md`, operationsPage(api, language));
  }
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

/** What pages of `docs/` show beside text keeps its place. */
async function copyPictures(docs: string, files: string): Promise<void> {
  for (const name of await readdir(docs, { recursive: true })) {
    if (/\.(svg|png)$/.test(name)) await cp(join(docs, name), join(files, name));
  }
}

await runAsProcess(buildSite);
