import { describe, expect, it } from "vitest";
import { filesBelow, read } from "../src/repo.js";

describe("hand-written source files", () => {
  it("have at most 250 lines, and a median under 80", async () => {
    const files = (
      await Promise.all(
        ["packages", "scripts", "examples", "tests"].map((folder) =>
          filesBelow(folder, ".ts", ".js"),
        ),
      )
    )
      .flat()
      .filter((file) => !/\/(generated|test)\//.test(file));
    const lines: number[] = [];
    for (const file of files) {
      const count = (await read(file)).split("\n").length - 1;
      expect(count, file).toBeLessThanOrEqual(250);
      lines.push(count);
    }
    lines.sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(80);
  });

  it("that are generated say in their first line what wrote them", async () => {
    const files = (await filesBelow("packages", ".ts")).filter((file) =>
      /\/generated\//.test(file),
    );
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of files) {
      expect((await read(file)).split("\n")[0]).toMatch(/^\/\/ Written by "pnpm generate"/);
    }
  });
});
