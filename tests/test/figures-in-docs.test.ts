import { describe, expect, it } from "vitest";
import { filesBelow, read } from "../src/repo.js";

/** Records are of their day, and changelogs of their release. */
const pages = (await filesBelow(".", ".md")).filter(
  (page) => !/^docs\/adr\/|(^|\/)(upstream|test|\.changeset)\/|CHANGELOG\.md$/.test(page),
);

/** Settings are whole numbers: a share, a ratio, or a time or size with decimals was measured. */
const figure =
  /\d(?: ?%|[\d.]* (?:×|times the\b|倍))|\d+\.\d+ (?:times|µs|ms|s|kB|MB|GB|秒|毫秒)(?![\w])/;
const command = /\bnpx --yes pnpm@10 (?:--dir benchmarks )?(?:bench|races|prove)\b/;

/** Sections of a page, code included, that state what was measured and no command that measures it. */
function sectionsWithoutCommand(page: string): string[] {
  const [first = "", ...sections] = page.split(/^(?=## )/m);
  // What stands above the first section holds for all of the page.
  if (command.test(first)) return [];
  return [first, ...sections]
    .filter((section) => figure.test(section) && !command.test(section))
    .map((section) => section.split("\n")[0] ?? "");
}

describe("a figure in a page", () => {
  it.each(pages)("%s: stands beside the command that makes it", async (page) => {
    expect(sectionsWithoutCommand(await read(page))).toEqual([]);
  });

  it("is found, in both languages", async () => {
    for (const page of ["README.md", "README.zh-CN.md", "docs/pagination.md"]) {
      expect(await read(page), page).toMatch(figure);
    }
  });

  it.each([
    "A walk takes 1.7 times as long.",
    "It uses 1.04 times the memory.",
    "| 2 | 890 of 2000 (44.5 %) |",
    "| 2 | 1.21 × |",
    "An edit takes 17.5 ms.",
  ])("%j is noticed without a command in its section", (text) => {
    const bench = "```sh\nnpx --yes pnpm@10 bench walks\n```";
    expect(sectionsWithoutCommand(`# P\n\n## A\n\n${text}\n\n## B\n\n${bench}\n`)).toEqual([
      "## A",
    ]);
    expect(sectionsWithoutCommand(`# P\n\n## A\n\n${text}\n\n${bench}\n`)).toEqual([]);
    expect(sectionsWithoutCommand(`# P\n\n${bench}\n\n## A\n\n${text}\n`)).toEqual([]);
  });

  it.each(["An attempt may take 30 s.", "A body of more than 1 MiB", "three times"])(
    "is not %j",
    (text) => {
      expect(sectionsWithoutCommand(`## A\n\n${text}\n`)).toEqual([]);
    },
  );
});
