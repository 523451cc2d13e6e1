import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";

export type Language = "en" | "zh";

/** The folder of each language's pages on the site. */
export const folders: Readonly<Record<Language, string>> = { en: "", zh: "zh/" };

export const languages: readonly Language[] = ["en", "zh"];

/** A page of the repository as it stands on the site in one language. */
export interface Page {
  /** The English file, from the root of the repository: what a page and its translation have in common. */
  key: string;
  /** The file whose text it shows. */
  source: string;
  language: Language;
  /** Its file on the site: `guides/open-a-port.md`, `zh/guides/index.md`. */
  file: string;
  title: string;
  text: string;
}

const chinese = /\.zh-CN\.md$/;

/** The English file of a page, also of its translation. */
export function keyOf(source: string): string {
  return source.replace(chinese, ".md");
}

export function isChinese(source: string): boolean {
  return chinese.test(source);
}

/** Whether a page is in English among the Chinese ones, for want of a translation. */
export function isUntranslated({ language, source }: Page): boolean {
  return language === "zh" && !isChinese(source);
}

/**
 * The pages of the repository that the site shows, each in both languages: those at its root and in `docs/`, and
 * those beside what its folders hold, changelogs and reports of APIs apart. A page that has no translation is there in English twice.
 */
export async function listPages(root: string): Promise<Page[]> {
  const sources = await sourcesIn(root);
  const pages: Page[] = [];
  for (const source of sources) {
    if (isChinese(source)) continue;
    const twin = source.replace(/\.md$/, ".zh-CN.md");
    for (const language of languages) {
      const shown = language === "zh" && sources.includes(twin) ? twin : source;
      const file = folders[language] + fileOf(source);
      pages.push(await readPage(root, { key: source, source: shown, language, file }));
    }
  }
  return pages;
}

async function readPage(root: string, page: Omit<Page, "title" | "text">): Promise<Page> {
  const text = await readFile(join(root, page.source), "utf8");
  const [, title = page.source] = text.match(/^# (.+)$/m) ?? [];
  return { ...page, title: title.replaceAll("`", ""), text };
}

async function sourcesIn(root: string): Promise<string[]> {
  const packages = (await foldersIn(root, "packages")).map((name) => `packages/${name}`);
  const folders = (await foldersIn(root, ".")).filter((name) => !name.startsWith("."));
  const isMarkdown = (name: string): boolean => /(?<!\.api)\.md$/.test(name);
  const isForReaders = (name: string): boolean => isMarkdown(name) && name !== "CHANGELOG.md";
  const beside = await Promise.all(
    [...packages, ...folders].map((folder) => filesIn(root, folder, isForReaders)),
  );
  const docs = (await readdir(join(root, "docs"), { recursive: true })).filter(isMarkdown);
  return [
    ...(await filesIn(root, ".", isMarkdown)),
    ...docs.map((name) => posix.join("docs", name.replaceAll("\\", "/"))),
    ...beside.flat(),
  ].sort();
}

async function foldersIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .map(({ name }) => name);
}

async function filesIn(
  root: string,
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<string[]> {
  const names = await readdir(join(root, folder));
  return names.filter(isWanted).map((name) => posix.join(folder, name));
}

/** `docs/guides/README.md` stands at `guides/index.md`, the README of the whole at `introduction.md`. */
function fileOf(source: string): string {
  if (source === "README.md") return "introduction.md";
  const { dir, name } = posix.parse(source.replace(/^docs\//, ""));
  return posix.join(dir, `${name.toLowerCase().replace("readme", "index")}.md`);
}
