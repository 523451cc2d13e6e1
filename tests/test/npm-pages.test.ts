import { describe, expect, it } from "vitest";
import { packages, read } from "../src/repo.js";

const published = [...packages, "spec-tools"];

describe("the page on npm", () => {
  it.each(published)("of %s can be found, and says who made it", async (name) => {
    const manifest = JSON.parse(await read(`packages/${name}/package.json`));
    expect(manifest.keywords.length).toBeGreaterThan(3);
    expect(manifest.description).toMatch(/\.$/);
    expect(manifest.publishConfig).toMatchObject({ access: "public", provenance: true });
    // Where the repository is, `name-repository` writes when it is released: nothing here may guess it.
    for (const field of ["repository", "homepage", "bugs"])
      expect(manifest).not.toHaveProperty(field);
  });

  it("names a command that npx finds: the package's name is not the command's", async () => {
    for (const ending of [".md", ".zh-CN.md"]) {
      const own = await read(`packages/emulator/README${ending}`);
      expect(own).toContain("npx --package @cloud-clients/emulator cloud-emulator");
      for (const page of [own, await read(`README${ending}`)]) {
        expect(page).not.toMatch(/npx (--yes )?cloud-emulator/);
      }
    }
  });
});
