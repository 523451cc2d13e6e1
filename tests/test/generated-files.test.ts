import { describe, expect, it } from "vitest";
import { filesBelow, read } from "../src/repo.js";

describe("source files", () => {
  it("that are generated say in their first line what wrote them", async () => {
    const files = (await filesBelow("packages", ".ts")).filter((file) =>
      /\/generated\//.test(file),
    );
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of files) {
      expect((await read(file)).split("\n")[0]).toMatch(
        /^\/\/ Written by "npx --yes pnpm@10 generate"/,
      );
    }
  });
});
