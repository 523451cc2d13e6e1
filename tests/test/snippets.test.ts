import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemsOf, readConfig } from "../src/compiler.js";
import { fences } from "../src/fences.js";
import { filesBelow, read, root } from "../src/repo.js";

const folder = join(root, "tests", "reports", "snippets");

describe("the TypeScript in the documentation", async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pages = [
    ...(await filesBelow("docs", ".md")),
    ...(await filesBelow("packages", "README.md", "README.zh-CN.md")),
    "README.md",
    "README.zh-CN.md",
  ];
  const files = new Map<string, string>();
  for (const page of pages) {
    for (const [index, code] of fences(await read(page)).entries()) {
      const file = join(folder, `${page.replaceAll(/[^a-z0-9]+/gi, "-")}-${index + 1}.ts`);
      await writeFile(file, `${code}\nexport {};\n`);
      files.set(file, `${page}, fence ${index + 1}`);
    }
  }

  it("is there", () => expect(files.size).toBeGreaterThan(3));

  it("compiles", () => {
    const { options } = readConfig(join(root, "tests", "tsconfig.json"));
    const problems = problemsOf([...files.keys()], options).map((problem) => {
      const [file = "", ...rest] = problem.split(" ");
      return [files.get(file) ?? file, ...rest].join(" ");
    });
    expect(problems).toEqual([]);
  });
});
