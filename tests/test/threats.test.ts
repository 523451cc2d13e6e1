import { describe, expect, it } from "vitest";
import { read } from "../src/repo.js";
import { testTitles } from "../src/test-titles.js";

interface Named {
  readonly file: string;
  readonly title: string;
}

/** The tests that a cell names: `[file](../path) "title" "another title"`. */
function testsNamed(cell: string): Named[] {
  return [...cell.matchAll(/\[[^\]]*\]\(\.\.\/([^)]+)\)((?:\s+"[^"]+")+)/g)].flatMap(
    ([, file = "", titles = ""]) =>
      [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => ({ file, title })),
  );
}

/** The rows of the page's tables of threats, cell by cell. */
function rowsOf(page: string): string[][] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1))
    .filter((cells) => cells.length === 4 && cells[0] !== "could try");
}

describe("docs/threats.md", async () => {
  const rows = rowsOf(await read("docs/threats.md"));

  it("has rows", () => expect(rows.length).toBeGreaterThan(40));

  it("names in every row a test, or says that there is none and what remains", () => {
    for (const [threat = "", , shownBy = "", remains = ""] of rows) {
      expect(threat).not.toBe("");
      if (shownBy === "no test") expect(remains, threat).not.toBe("");
      else expect(testsNamed(shownBy), threat).not.toEqual([]);
    }
  });

  it("puts nothing into a cell of tests but tests", () => {
    for (const [threat, , shownBy = ""] of rows) {
      const rest = shownBy.replace(/\[[^\]]*\]\(\.\.\/[^)]+\.test\.ts\)((\s+"[^"]+")+);?\s*/g, "");
      expect(rest === "" || rest === "no test", `${threat}: ${rest}`).toBe(true);
    }
  });

  it("names tests that are there", async () => {
    const titles = new Map<string, readonly string[]>();
    const missing: string[] = [];
    for (const { file, title } of rows.flatMap(([, , shownBy = ""]) => testsNamed(shownBy))) {
      if (!titles.has(file)) {
        const text = await read(file).catch(() => "");
        titles.set(file, testTitles(file, text));
      }
      if (!titles.get(file)?.includes(title)) missing.push(`${file}: ${title}`);
    }
    expect(missing).toEqual([]);
  });
});

describe("a title", () => {
  const titles = (text: string) => testTitles("a.test.ts", text);

  it("is what a test is called with", () => {
    expect(titles('describe("a", () => { it("b", f); test.each([1])("c %s", f); });')).toEqual([
      "a",
      "b",
      "c %s",
    ]);
    expect(titles(`it(\`a $\{b} c\`, f)`)).toEqual([`a $\{b} c`]);
  });

  it("is not what a comment, a text or a test that never runs says", () => {
    expect(titles('// it("a", f)\nconst b = \'it("b")\'; it.skip("c", f); it.todo("d");')).toEqual(
      [],
    );
    expect(titles('describe.skip("a", () => { it("b", f); });')).toEqual([]);
  });
});
