import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readContent } from "../src/content.js";
import { Links, linkProblems } from "../src/links.js";
import { isUntranslated, listPages, type Page } from "../src/pages.js";

it("no link of this repository's pages is dead", async () => {
  const content = await readContent();
  expect(content.pages.length).toBeGreaterThan(80);
  expect(await linkProblems(content)).toEqual([]);
});

const files = {
  "README.md": "# All\n",
  "docs/calls.md": "# Calls\n\n## Set a time limit: `timeoutMs`\n\n## Again\n\n## Again\n",
  "docs/lists.md": "# Lists\n",
  "docs/lists.zh-CN.md": "# 列表\n\n## 说明\n",
  "docs/guides/README.md": "# Guides\n",
  "docs/bars.svg": "<svg/>",
  "docs/adr/0001-first.md": "# 1. First\n",
  "packages/runtime/README.md": "# @acme/runtime\n",
  "packages/runtime/RULES.md": "# Rules\n",
  "packages/runtime/CHANGELOG.md": "# Changes\n",
  "packages/runtime/api-report.api.md": "# Report\n",
  "packages/runtime/package.json": "{}",
  "specs/README.md": "# Specs\n",
  "tests/fixtures/notes.md": "# Not for readers\n",
  "examples/src/tour.ts": "",
};

describe("a repository", () => {
  let root: string;
  let pages: Page[];
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "site-"));
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    pages = await listPages(root);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  const pageAt = (file: string): Page => {
    const page = pages.find((one) => one.file === file);
    if (page === undefined) throw new Error(`there is no page ${file}`);
    return page;
  };

  it("has its pages on the site, and those beside its code, and no other", () => {
    const english = pages.filter(({ language }) => language === "en");
    expect(english.map(({ file }) => file).sort()).toEqual([
      "adr/0001-first.md",
      "calls.md",
      "guides/index.md",
      "introduction.md",
      "lists.md",
      "packages/runtime/index.md",
      "packages/runtime/rules.md",
      "specs/index.md",
    ]);
    expect(pages).toHaveLength(2 * english.length);
  });

  it("has every page in Chinese, those in English that are not translated", () => {
    expect(pageAt("zh/lists.md")).toMatchObject({ source: "docs/lists.zh-CN.md", title: "列表" });
    expect(isUntranslated(pageAt("zh/lists.md"))).toBe(false);
    expect(isUntranslated(pageAt("zh/calls.md"))).toBe(true);
    expect(isUntranslated(pageAt("calls.md"))).toBe(false);
  });

  it.each([
    ["calls.md", "lists.md", "/lists.md"],
    ["calls.md", "guides/", "/guides/index.md"],
    ["calls.md", "../packages/runtime/README.md", "/packages/runtime/index.md"],
    ["calls.md", "#again-1", "/calls.md#again-1"],
    ["lists.md", "calls.md#set-a-time-limit-timeoutms", "/calls.md#set-a-time-limit-timeoutms"],
    ["lists.md", "https://example.com/#x", "https://example.com/#x"],
    ["lists.md", "lists.zh-CN.md", "/zh/lists.md"],
    ["zh/lists.md", "lists.md", "/lists.md"],
    ["zh/lists.md", "calls.md", "/zh/calls.md"],
    ["zh/lists.md", "#说明", "/zh/lists.md#说明"],
    ["zh/calls.md", "lists.md", "/zh/lists.md"],
    [
      "lists.md",
      "../examples/src/tour.ts",
      "https://github.com/a/b/blob/HEAD/examples/src/tour.ts",
    ],
    ["lists.md", "../examples/src", "https://github.com/a/b/tree/HEAD/examples/src"],
    ["lists.md", "https://github.com/a/b/blob/HEAD/docs/calls.md#again", "/calls.md#again"],
  ])("on %s, a link to %s leads to %s", (file, href, address) => {
    const links = new Links(root, pages, "https://github.com/a/b");
    expect(links.resolve(pageAt(file), href)).toEqual({ address });
  });

  it("has no address for its files before it is named", () => {
    const links = new Links(root, pages, undefined);
    expect(links.resolve(pageAt("lists.md"), "../examples/src/tour.ts")).toEqual({
      address: undefined,
    });
  });

  it.each([
    ["[a](gone.md)", "docs/lists.md:3: gone.md: there is no docs/gone.md"],
    ["[a](calls.md#gone)", "docs/lists.md:3: calls.md#gone: docs/calls.md has no heading #gone"],
    ["[a](../../x.md)", "docs/lists.md:3: ../../x.md: leads out of the repository"],
    ["[中文](calls.zh-CN.md)", "docs/lists.md:3: calls.zh-CN.md: there is no docs/calls.zh-CN.md"],
    ["![a](gone.svg)", "docs/lists.md:3: gone.svg: there is no docs/gone.svg"],
    [
      "![a](https://x.test/y.svg)",
      "docs/lists.md:3: https://x.test/y.svg: is loaded from another origin",
    ],
  ])("is refused for %s", async (text, problem) => {
    const wrong = { ...pageAt("lists.md"), text: `# Lists\n\n${text}\n` };
    const content = { root, pages: [wrong, ...pages], apis: [], repository: undefined };
    expect(await linkProblems(content)).toEqual([problem]);
  });

  it("is not refused for what code shows, nor for a picture of its docs", async () => {
    const text = "# Lists\n\n`[a](gone.md)`\n\n```md\n[a](gone.md)\n```\n\n![bars](bars.svg)\n";
    const content = {
      root,
      pages: [{ ...pageAt("lists.md"), text }, ...pages],
      apis: [],
      repository: undefined,
    };
    expect(await linkProblems(content)).toEqual([]);
  });
});
