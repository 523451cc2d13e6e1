import { describe, expect, it } from "vitest";
import { filesBelow, read } from "../src/repo.js";

/** The words in `code` in the last column of the glossary's tables. */
function retiredWords(glossary: string): string[] {
  return glossary
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .flatMap((line) => [...(line.split("|").at(-2) ?? "").matchAll(/`([^`]+)`/g)])
    .map(([, word = ""]) => word);
}

/** Splits names into their words: `wishList` and `wish_list` become `wish List` and `wish list`. */
function spaced(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll("_", " ");
}

/**
 * The retired words in a text. A plain word counts in any case, with its endings (`wishes`, `wished`), and
 * as part of a name (`lastWish`); a retired name (`applyPlan`) counts as it is written, not as part of another one.
 */
function wordsIn(text: string, words: readonly string[]): string[] {
  const prose = spaced(text);
  return words.filter((word) =>
    /[A-Z]/.test(word)
      ? new RegExp(`(?<![A-Za-z])${word}(?![a-z])`).test(text)
      : new RegExp(`\\b${word}(e?s|e?d|ing)?\\b`, "i").test(prose),
  );
}

/** Where the words of the project stand, by kind of place. */
const places = {
  "the code and its messages": async () =>
    (await filesBelow("packages", ".ts", ".js"))
      .concat(await filesBelow("scripts", ".ts"), await filesBelow("examples", ".ts"))
      .concat(await filesBelow("benchmarks", ".ts"), await filesBelow("tests/src", ".ts"))
      .filter((file) => !file.includes("/test/") && !file.includes("/generated/")),
  // Records of decisions keep the words of their time.
  "the tests and their titles": async () =>
    [
      ...(await filesBelow("packages", ".ts", ".js")).filter((file) => file.includes("/test/")),
      ...(await filesBelow("tests/test", ".ts")),
      ...(await filesBelow("scripts/test", ".ts")),
      ...(await filesBelow("examples/test", ".ts")),
    ].filter((file) => file !== "tests/test/words.test.ts"),
  "the docs": async () =>
    (await filesBelow("docs", ".md")).filter((file) => !file.startsWith("docs/adr/")),
  "the READMEs": async () => [
    ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "specs/README.md"],
    ...(await filesBelow("packages", "README.md", "RULES.md")),
  ],
  "what we write into the specs": async () =>
    (await filesBelow("specs", ".yaml")).filter((file) => /\/(source|overlays)\//.test(file)),
};

describe("a word that GLOSSARY.md retires", async () => {
  const retired = retiredWords(await read("GLOSSARY.md"));

  it("is known", () => {
    expect(retired.length).toBeGreaterThan(10);
    expect(retired).toContain("blot");
  });

  it.each(Object.keys(places) as (keyof typeof places)[])("is not in %s", async (place) => {
    const files = await places[place]();
    expect(files.length).toBeGreaterThan(0);
    const found: Record<string, string[]> = {};
    for (const file of files) {
      const words = wordsIn(await read(file), retired);
      if (words.length) found[file] = words;
    }
    expect(found).toEqual({});
  });
});

describe("a retired word", () => {
  it.each([
    ["wish", "the wishes of others", true],
    ["wish", "const lastWish = 1", true],
    ["wish", "WISH_LIST", true],
    ["wish", "wishful", false],
    ["fill-in", "a fill-in", true],
    ["fill-in", "fill in the blanks", false],
    ["applyPlan", "applyPlan(client, plan)", true],
    ["applyPlan", "applyPortsPlan(client, plan)", false],
    ["keepFields", "const { keepFields } = rule", true],
    ["answer", "the service answered 404", true],
    ["answer", "answering a request", true],
    ["answer", "UnseenAnswer", true],
    ["answer", "answerable", false],
  ])("%s in %j: %s", (word, text, found) => {
    expect(wordsIn(text, [word])).toEqual(found ? [word] : []);
  });

  it("is read from the last column of the table only", () => {
    const table = "| word | means | not |\n|---|---|---|\n| `a` | `b` | `c`, d, `e` |\n";
    expect(retiredWords(table)).toEqual(["c", "e"]);
  });
});
