import { rename, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { lint } from "../src/commands/lint.js";
import { type TinyRepo, tinyRepo } from "./tiny-repo.js";

/** Moves something out of the checkout's specs and leaves a link to it. */
async function replaceByLink(repo: TinyRepo, path: string): Promise<void> {
  const target = join(repo.root, "moved");
  await rename(join(repo.root, path), target);
  await symlink(target, join(repo.root, path));
}

describe("a symbolic link is refused by generate, check and lint, and nothing is written", () => {
  it.each([
    "specs",
    "specs/tiny",
    "specs/tiny/source",
    "specs/tiny/source/schemas",
    "specs/tiny/source/schemas/Thing.yaml",
    "specs/tiny/upstream",
    "specs/tiny/overlays/0002-states.yaml",
  ])("%s", async (path) => {
    const repo = await tinyRepo();
    await repo.run(generate);
    await replaceByLink(repo, path);
    const before = await repo.files();
    for (const command of [generate, check, lint]) {
      const { code, out, err } = await repo.run(command);
      expect({ code, out }).toEqual({ code: 1, out: [] });
      expect(err.some((line) => line.startsWith(`${path}: a symbolic link; `))).toBe(true);
    }
    expect(await repo.files()).toEqual(before);
  });

  it.each([
    "packages/tiny/src",
    "packages/tiny/src/generated/operations.ts",
    "specs/tiny/openapi.yaml",
  ])("%s, which generate would write through", async (path) => {
    const repo = await tinyRepo();
    await repo.run(generate);
    await replaceByLink(repo, path);
    await repo.edit("specs/tiny/source/openapi.yaml", "title: Tiny", "title: Other");
    const before = await repo.files();
    for (const command of [generate, check]) {
      const { code, err } = await repo.run(command);
      expect(code).toBe(1);
      expect(err.some((line) => line.startsWith(`${path}: a symbolic link; `))).toBe(true);
    }
    expect(await repo.files()).toEqual(before);
  });
});

describe("the name of an API's folder is a package's", () => {
  it.each(["two words", "Tiny", "a\nb", "a*b", "a".repeat(65)])("%j is none", async (name) => {
    const repo = await tinyRepo();
    await repo.write(`specs/${name}/source/openapi.yaml`, "openapi: 3.0.3\npaths: {}\n");
    for (const command of [generate, check, lint]) {
      const { code, err } = await repo.run(command);
      expect({ code, lines: err.length }).toEqual({ code: 1, lines: 1 });
      expect(err[0]).toMatch(/^specs\/.*: must be up to 64 lower-case letters, digits and "-"/);
    }
  });
});
