import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shownExamples, withExamples } from "../src/fences.js";
import { apis, filesBelow, read, root } from "../src/repo.js";

const folder = join(root, "examples", "src");
const guides = await filesBelow("docs/guides", ".md");
/** Written in English first; each has its twin in Chinese. */
const pages = [
  ...guides.filter((page) => !page.endsWith(".zh-CN.md")),
  "README.md",
  ...["ppio-gpu", "huaweicloud-vpcep"].map((api) => `packages/${api}/README.md`),
];
const twinOf = (page: string) => page.replace(/\.md$/, ".zh-CN.md");

/** The fences of a page: language and code, without the comments, which may be translated. */
function snippets(page: string): string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, language]) => language !== "mermaid")
    .map(([, language, code = ""]) => `${language}\n${withoutComments(code)}`);
}

function withoutComments(code: string): string {
  return code.replaceAll(/(^|\s+)(\/\/|# ).*$/gm, "").trim();
}

/** The levels of a page's headings, in order. */
function headings(page: string): number[] {
  const prose = page.replaceAll(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/^(#+) /gm)].map(([, marks = ""]) => marks.length);
}

/** Links of a page that lead to no file or heading of this checkout. */
async function deadLinks(page: string): Promise<string[]> {
  const prose = (await read(page)).replaceAll(/^```[\s\S]*?^```/gm, "");
  const dead: string[] = [];
  for (const [, link = ""] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(link)) continue;
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : join(page, "..", path);
    try {
      if (anchor === undefined) readdirOrFile(target);
      else if (!anchorsOf(await read(target)).includes(decodeURIComponent(anchor))) dead.push(link);
    } catch {
      dead.push(link);
    }
  }
  return dead;
}

function readdirOrFile(path: string): void {
  if (/\.\w+$/.test(path)) readFileSync(join(root, path));
  else readdirSync(join(root, path));
}

/** What GitHub calls the headings of a page in addresses. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("the guides", () => {
  it("show each example, and only files that exist", async () => {
    const shown = new Set<string>();
    for (const page of guides) {
      for (const { file } of shownExamples(await read(page))) shown.add(file);
    }
    const examples = readdirSync(folder).filter((name) => /\.tsx?$/.test(name));
    expect([...shown].sort()).toEqual(examples.filter((name) => name !== "tour.ts").sort());
  });

  // `npx vitest run -u test/guides.test.ts` writes changed examples into their pages.
  it.each(guides)("%s shows its examples as they are", async (page) => {
    const wanted = withExamples(await read(page), (file) =>
      readFileSync(join(folder, file), "utf8"),
    );
    await expect(wanted).toMatchFileSnapshot(join(root, page));
  });

  it.each(["", ".zh-CN"])("are all on the page that lists them (%s)", async (language) => {
    const list = await read(`docs/guides/README${language}.md`);
    for (const page of guides) {
      const name = page.split("/").at(-1) ?? "";
      if (name.includes("README") || name.includes(".zh-CN") !== (language !== "")) continue;
      expect(list).toContain(`](${name})`);
    }
  });

  it.each([...pages, ...pages.map(twinOf)])("%s has no dead link", async (page) => {
    expect(await deadLinks(page)).toEqual([]);
  });
});

describe("the Chinese twin", () => {
  it("is there for both APIs of this repository", () => {
    expect(apis).toEqual(expect.arrayContaining(["ppio-gpu", "huaweicloud-vpcep"]));
  });

  it.each(pages)("of %s has its headings, by count and level", async (page) => {
    expect(headings(await read(twinOf(page)))).toEqual(headings(await read(page)));
  });

  it.each(pages)("of %s has its snippets", async (page) => {
    const english = snippets(await read(page));
    expect(snippets(await read(twinOf(page)))).toEqual(english);
  });

  it.each(pages)("of %s is linked with it both ways", async (page) => {
    const [own = "", other = ""] = [page, twinOf(page)].map((one) => one.split("/").at(-1));
    expect(await read(page)).toContain(`[中文](${other})`);
    expect(await read(twinOf(page))).toContain(`[English](${own})`);
  });

  it("has no page to itself", () => {
    const alone = guides.filter((page) => page.endsWith(".zh-CN.md"));
    expect(alone.sort()).toEqual(
      guides
        .filter((page) => !alone.includes(page))
        .map(twinOf)
        .sort(),
    );
  });
});
