import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileLock } from "../src/file.js";
import { itKeepsItsPromises } from "./lock-contract.js";

describe("fileLock", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "file-lock-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const lose = async (): Promise<void> => {
    for (const name of await readdir(folder)) await rm(join(folder, name));
  };

  // Windows keeps a file at its path while it is open.
  const removable = process.platform === "win32" ? undefined : lose;

  itKeepsItsPromises({
    kind: "file",
    at: () => folder,
    inOrder: false,
    hasLease: false,
    lose: removable,
  });

  it("makes its folder", async () => {
    const below = join(folder, "a", "b");
    expect(await fileLock(below)("https://a.example/made", async () => readdir(below))).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}\.lock$/),
    ]);
  });

  it("says why it cannot lock", async () => {
    const path = join(folder, "no-folder");
    await writeFile(path, "");
    await expect(fileLock(path)("https://a.example/none", async () => {})).rejects.toThrow(path);
  });
});
