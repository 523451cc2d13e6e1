import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shownExamples, withExamples } from "../src/fences.js";
import { filesBelow, read, root } from "../src/repo.js";

const folder = join(root, "examples", "src");
const guides = await filesBelow("docs/guides", ".md");

/** What `new-api --confirm` writes into a README, until somebody rewrites it. */
const asWritten = "Everything in it is generated from the API's OpenAPI document.";

/** Pages that must have a twin in Chinese: what users come upon first. */
const demanded = [
  "README.md",
  ...guides.filter((page) => !page.endsWith(".zh-CN.md")),
  ...(await filesBelow("packages", "README.md")).filter(
    (page) => !readFileSync(join(root, page), "utf8").includes(asWritten),
  ),
];
const twins = [
  "README.zh-CN.md",
  ...(await filesBelow("docs", ".zh-CN.md")),
  ...(await filesBelow("packages", ".zh-CN.md")),
];
const twinOf = (page: string) => page.replace(/\.md$/, ".zh-CN.md");
/** The English pages of all twins, those without a page of their own included. */
const pages = twins.map((twin) => twin.replace(/\.zh-CN\.md$/, ".md"));

/**
 * The fences of a page: language and code, without the comments, which may be translated. The words of a drawing may
 * be, too.
 */
function snippets(page: string): string[] {
  return [...page.matchAll(/^```(\w[\w ]*)\n([\s\S]*?)^```/gm)].map(([, language, code = ""]) =>
    language === "mermaid" ? "mermaid" : `${language}\n${withoutComments(code)}`,
  );
}

function withoutComments(code: string): string {
  return code.replaceAll(/(^|\s+)(\/\/|# ).*$/gm, "").trim();
}

/** The levels of a page's headings, in order. */
function headings(page: string): number[] {
  const prose = page.replaceAll(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/^(#+) /gm)].map(([, marks = ""]) => marks.length);
}

/** How many paragraphs, list items and fences stand under each heading of a page, in order. */
function parts(page: string): number[] {
  const sections = page.replaceAll(/^```[\s\S]*?^```/gm, "fence").split(/^#+ .*$/m);
  return sections.map(
    (section) =>
      section.split(/\n\s*\n|\n(?=- |\d+\. )/).filter((part) => part.trim() !== "").length,
  );
}

/** The rows of a page's tables: the numbers and the code of each, which no translation changes. */
function tableRows(page: string): string[] {
  const prose = page.replaceAll(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/^\|.*$/gm)].map(([row]) => {
    const code = /``.+?``|`[^`]+`/g;
    const numbers =
      withoutTargets(row)
        .replaceAll(code, "")
        .match(/\d[\d.]*/g) ?? [];
    return [...(row.match(code) ?? []), ...numbers].sort().join(" ");
  });
}

function withoutTargets(text: string): string {
  return text.replaceAll(/\]\([^)]*\)/g, "]");
}

/** Where the links of a page lead within this checkout: as written, the file, and the heading if one is named. */
function linksOf(page: string, text: string): { link: string; target: string; anchor?: string }[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .filter(([, link = ""]) => !/^[a-z]+:/.test(link))
    .map(([, link = ""]) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(page, "..", path);
      return { link, target, ...(anchor === undefined ? {} : { anchor }) };
    });
}

/** Links of a page that lead to no file or heading of this checkout. */
async function deadLinks(page: string): Promise<string[]> {
  const dead: string[] = [];
  for (const { link, target, anchor } of linksOf(page, await read(page))) {
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

  // `npx --no vitest run test/guides.test.ts -u` writes changed examples into their pages.
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

  it.each(["README.md", "README.zh-CN.md"])("are all linked from %s", async (page) => {
    const targets = linksOf(page, await read(page)).map(({ target }) => target);
    const chinese = page.includes(".zh-CN");
    expect(targets).toEqual(
      expect.arrayContaining(guides.filter((guide) => guide.includes(".zh-CN") === chinese)),
    );
  });

  it.each(guides)("%s says how to install what its examples import", async (page) => {
    const text = await read(page);
    const installed = [...text.matchAll(/npm install ((?:[\w@/.-]+ ?)+)/g)].flatMap(([, names]) =>
      (names ?? "").split(" ").map((name) => name.replace(/(?<=.)@.*$/, "")),
    );
    const imported = shownExamples(text).flatMap(({ code }) =>
      [...code.matchAll(/from "((?:@[\w-]+\/)?[\w.-]+)[/"]/g)].map(([, name]) => name),
    );
    expect(installed).toEqual(expect.arrayContaining(imported));
  });

  it.each(guides)("%s runs its examples under names that may await in any folder", async (page) => {
    const text = await read(page);
    for (const [, line = ""] of text.matchAll(/npx --yes tsx (.+)$/gm)) {
      expect(line).toMatch(/^(--import \S+ )?[\w-]+\.mts\b/);
    }
  });

  it("name a function of the package for each of Huawei's operations", async () => {
    const rows = (await read("docs/guides/migrate.md")).match(/^\| `[A-Z]\w+` \|.*$/gm) ?? [];
    const named = rows.flatMap((row) => [...row.matchAll(/`([a-z]\w+)`/g)].map(([, name]) => name));
    const exported = await import("@cloud-clients/huaweicloud-vpcep");
    expect(Object.keys(exported)).toEqual(expect.arrayContaining(named));
    const bundle = await read("specs/huaweicloud-vpcep/openapi.yaml");
    // Links between operations name them, too.
    const ids = [...bundle.matchAll(/^ +operationId: (\w+)$/gm)].map(([, id = ""]) => id);
    const operations = [...new Set(ids)];
    expect(rows).toHaveLength(operations.length);
    // The others replace a list: their rows name functions that edit it.
    const called = operations.filter((id) => id in exported);
    expect(named).toEqual(expect.arrayContaining(called));
  });

  it.each([...pages, ...twins])("%s has no dead link", async (page) => {
    expect(await deadLinks(page)).toEqual([]);
  });
});

describe("the Chinese twin", () => {
  it("is there for each guide and each README", () => {
    expect(demanded.length).toBeGreaterThan(15);
    expect(twins).toEqual(expect.arrayContaining(demanded.map(twinOf)));
  });

  it.each(pages)("of %s has its headings, by count and level", async (page) => {
    expect(headings(await read(twinOf(page)))).toEqual(headings(await read(page)));
  });

  it.each(pages)(
    "of %s has its paragraphs and list items, by count under each heading",
    async (page) => {
      expect(parts(await read(twinOf(page)))).toEqual(parts(await read(page)));
    },
  );

  it.each(pages)("of %s has its snippets", async (page) => {
    const english = snippets(await read(page));
    expect(snippets(await read(twinOf(page)))).toEqual(english);
  });

  it.each(pages)("of %s has its tables, with their numbers and their code", async (page) => {
    expect(tableRows(await read(twinOf(page)))).toEqual(tableRows(await read(page)));
  });

  it.each(pages)("of %s leads on to twins where there are some", async (page) => {
    const twin = twinOf(page);
    const text = (await read(twin)).replace(/^\[English\]\(.*\)$/m, "");
    const english = linksOf(twin, text).filter(({ target }) => pages.includes(target));
    expect(english.map(({ link }) => link)).toEqual([]);
  });

  it.each(pages)("of %s is linked with it both ways", async (page) => {
    const [own = "", other = ""] = [page, twinOf(page)].map((one) => one.split("/").at(-1));
    expect(await read(page)).toContain(`[中文](${other})`);
    expect(await read(twinOf(page))).toContain(`[English](${own})`);
  });
});
