import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import {
  createMarkdownRenderer,
  disposeMdItInstance,
  type MarkdownOptions,
  type MarkdownRenderer,
} from "vitepress";
import type { Content } from "./content.js";
import { isChinese, isUntranslated, keyOf, type Page } from "./pages.js";

/** Where a link leads on the site; `address` is undefined for a file of a repository whose address nobody knows. */
export type Target = { address: string | undefined } | { problem: string };

/** The name of a heading in addresses, as GitHub makes it: links to headings work there and here. */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** The links of all pages: to each other, to files of the repository, and to elsewhere. */
export class Links {
  readonly #root: string;
  readonly #repository: string | undefined;
  readonly #pages: readonly Page[];

  /** @param repository - its address, such as `https://github.com/owner/name`. */
  constructor(root: string, pages: readonly Page[], repository: string | undefined) {
    this.#root = root;
    this.#pages = pages;
    this.#repository = repository;
  }

  /** The page that stands in a file of the site. */
  pageIn(file: string): Page | undefined {
    return this.#pages.find((page) => page.file === file);
  }

  /** Where a link of a page leads. */
  resolve(page: Page, href: string): Target {
    const [path = "", anchor] = this.#inRepository(href).split("#");
    if (/^[a-z][a-z+.-]*:/i.test(path)) return { address: href };
    const fragment = anchor === undefined ? "" : `#${anchor}`;
    const file = this.#fileOf(page, path);
    if (file.startsWith("..")) return { problem: "leads out of the repository" };
    const target = this.#pageOf(page, file) ?? this.#pageOf(page, posix.join(file, "README.md"));
    if (target !== undefined) return this.#heading(target, anchor, fragment);
    if (!existsSync(join(this.#root, file))) return { problem: `there is no ${file}` };
    if (this.#repository === undefined) return { address: undefined };
    const kind = statSync(join(this.#root, file)).isDirectory() ? "tree" : "blob";
    return { address: `${this.#repository}/${kind}/HEAD/${file}${fragment}` };
  }

  /** Whether a link of a page leads to its translation, or from there to the page. */
  leadsToTwin(page: Page, href: string): boolean {
    const file = this.#fileOf(page, this.#inRepository(href));
    const isPage = this.#pages.some(({ source }) => source === file);
    return isPage && keyOf(file) === page.key && file !== page.source;
  }

  /** Where a picture of a page is. The site has those of `docs/`. */
  picture(page: Page, src: string): Target {
    if (/^[a-z][a-z+.-]*:/i.test(src)) return { problem: "is loaded from another origin" };
    const file = this.#fileOf(page, src);
    if (!file.startsWith("docs/")) return { problem: "is not below docs/" };
    if (!existsSync(join(this.#root, file))) return { problem: `there is no ${file}` };
    return { address: file.replace(/^docs/, "") };
  }

  /** A link as it stands in the repository: `name-repository` may have made it one to GitHub. */
  #inRepository(href: string): string {
    const start = `${this.#repository}/blob/HEAD/`;
    return href.startsWith(start) ? `/${href.slice(start.length)}` : href;
  }

  #fileOf(page: Page, path: string): string {
    if (path === "") return page.source;
    const decoded = decodeURI(path);
    return posix
      .join(decoded.startsWith("/") ? "." : posix.dirname(page.source), decoded)
      .replace(/^\//, "");
  }

  /** The page of a file, in the language of the page that links to it unless the link is there to leave it. */
  #pageOf(from: Page, file: string): Page | undefined {
    if (!this.#pages.some(({ source }) => source === file)) return undefined;
    const leaves = keyOf(file) === from.key && file !== from.source;
    const language = isChinese(file) ? "zh" : leaves ? "en" : from.language;
    return this.#pages.find((page) => page.key === keyOf(file) && page.language === language);
  }

  #heading(target: Page, anchor: string | undefined, fragment: string): Target {
    if (anchor === undefined) return { address: `/${target.file}` };
    const wanted = decodeURIComponent(anchor);
    // A Chinese page may still mean a heading of the English one.
    const twins = [target, ...this.#pages.filter(({ key }) => key === target.key)];
    const found = twins.find(({ text }) => headingsOf(text).has(wanted));
    if (found === undefined) return { problem: `${target.source} has no heading #${wanted}` };
    return { address: `/${found.file}${fragment}` };
  }
}

function headingsOf(text: string): Set<string> {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, "");
  const found = new Set<string>();
  for (const [, heading = ""] of prose.matchAll(/^#+ (.*)$/gm)) {
    const slug = slugOf(heading);
    let name = slug;
    for (let count = 1; found.has(name); count += 1) name = `${slug}-${count}`;
    found.add(name);
  }
  return found;
}

/** Has a Markdown renderer of VitePress follow the links of our pages, each known by its file on the site. */
function followLinks(
  markdown: MarkdownRenderer,
  links: Links,
  report?: (problem: string) => void,
): void {
  markdown.core.ruler.push("links of the repository", ({ tokens, env, Token }) => {
    const page = links.pageIn(env.relativePath);
    if (page === undefined) return;
    removeLanguageLine(tokens, (href) => links.leadsToTwin(page, href));
    for (const { map, children } of tokens) {
      const line = (map?.[0] ?? 0) + 1;
      for (const [index, token] of (children ?? []).entries()) {
        const [name, find] =
          token.type === "image"
            ? (["src", (src: string) => links.picture(page, src)] as const)
            : (["href", (href: string) => links.resolve(page, href)] as const);
        const link = token.attrGet(name);
        if (link === null) continue;
        const target = find(link);
        if ("problem" in target) report?.(`${page.source}:${line}: ${link}: ${target.problem}`);
        else if (target.address !== undefined) token.attrSet(name, target.address);
        else unlink(children ?? [], index);
      }
    }
    if (!isUntranslated(page)) return;
    const [open, close] = [new Token("html_block", "", 0), new Token("html_block", "", 0)];
    open.content = '<div lang="en">\n';
    close.content = "</div>\n";
    tokens.unshift(open);
    tokens.push(close);
  });
}

/** Makes a link plain text. */
function unlink(tokens: Tokens, index: number): void {
  const end = tokens.findIndex(({ type }, at) => at > index && type === "link_close");
  for (const token of [tokens[index], tokens[end]])
    Object.assign(token ?? {}, { tag: "span", attrs: null });
}

type Tokens = ReturnType<MarkdownRenderer["parse"]>;

/** Removes the paragraph that only links to the same page in the other language: the site has a menu for that. */
function removeLanguageLine(tokens: Tokens, leadsToTwin: (href: string) => boolean): void {
  const line = tokens.findIndex(({ type, children }) => {
    const [open, , close] = children ?? [];
    const isLink = type === "inline" && children?.length === 3 && close?.type === "link_close";
    return isLink && leadsToTwin(open?.attrGet("href") ?? "");
  });
  if (line > 0 && tokens[line - 1]?.type === "paragraph_open") tokens.splice(line - 1, 3);
}

/** Has the theme draw the fences of mermaid. */
function drawDiagrams(markdown: MarkdownRenderer): void {
  const fence = markdown.renderer.rules.fence;
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const token = tokens[index];
    if (token?.info.trim() !== "mermaid") return fence?.(tokens, index, ...rest) ?? "";
    return `<Mermaid text="${encodeURIComponent(token.content)}" />\n`;
  };
}

/** How VitePress renders Markdown here. */
export function markdownOptions(links: Links, report?: (problem: string) => void): MarkdownOptions {
  return {
    anchor: { slugify: slugOf },
    config: (markdown) => {
      followLinks(markdown, links, report);
      drawDiagrams(markdown);
    },
  };
}

/** What is wrong with the links of all pages: `file:line: link: reason`, one line each. */
export async function linkProblems({ root, pages, repository }: Content): Promise<string[]> {
  const problems = new Set<string>();
  const options = markdownOptions(new Links(root, pages, repository), (one) => problems.add(one));
  const markdown = await createMarkdownRenderer(root, { ...options, highlight: (code) => code });
  for (const { file, text } of pages) markdown.parse(text, { relativePath: file });
  // VitePress keeps its renderer, and this one does not highlight.
  disposeMdItInstance();
  return [...problems];
}
