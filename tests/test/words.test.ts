import { describe, expect, it } from "vitest";
import { filesBelow, read } from "../src/repo.js";

/** Names that the public API once had, or that GLOSSARY.md has other words for. */
const retired = ["blot", "keepFields", "judgeFailures", "applyPlan(", "fillIn", "PlanIntent"];

/** The retired names in a text, as words of their own: `applyPlan(` is not in `applyPortsPlan(`. */
function retiredIn(text: string): string[] {
  return retired.filter((name) => {
    const escaped = name.replace("(", "\\(");
    return new RegExp(`(?<![A-Za-z])${escaped}`).test(text);
  });
}

describe("a name that was given up", () => {
  it.each(["packages", "examples", "docs", "specs"])(
    "is in no source or page of %s",
    async (folder) => {
      // Records of decisions keep the names of their time.
      const files = (await filesBelow(folder, ".ts", ".md")).filter(
        (file) => !file.includes("/test/") && !file.startsWith("docs/adr/"),
      );
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(retiredIn(await read(file)), file).toEqual([]);
    },
  );

  it("is seen where it stands", () => {
    expect(retiredIn("applyPlan(client, plan)")).toEqual(["applyPlan("]);
    expect(retiredIn("const { keepFields } = rule")).toEqual(["keepFields"]);
    expect(retiredIn("applyPortsPlan(client, plan)")).toEqual([]);
  });
});
