import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { writeFiles } from "../src/base/write-files.js";

async function folder(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "write-files-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
}

it("tells new, changed and unchanged files apart, and leaves the last ones alone", async () => {
  const root = await folder();
  await writeFile(join(root, "same"), "1");
  await writeFile(join(root, "other"), "1");
  const before = await stat(join(root, "same"));
  const results = await writeFiles(root, [
    { path: "same", text: "1" },
    { path: "other", text: "2" },
    { path: "deep/er/new", text: "3" },
  ]);
  expect(results).toEqual(["unchanged", "changed", "new"]);
  expect(await readFile(join(root, "other"), "utf8")).toBe("2");
  expect(await readFile(join(root, "deep/er/new"), "utf8")).toBe("3");
  expect((await stat(join(root, "same"))).ino).toBe(before.ino);
  expect((await readdir(root)).sort()).toEqual(["deep", "other", "same"]);
});

it("says which files were replaced when one cannot be, and leaves nothing aside", async () => {
  const root = await folder();
  await mkdir(join(root, "b/in-the-way"), { recursive: true });
  await writeFile(join(root, "c"), "old");
  const files = ["a", "b", "c"].map((path) => ({ path, text: "new" }));
  await expect(writeFiles(root, files)).rejects.toThrow(
    /^b: E\w+: .* \(replaced: a; unchanged: b, c\)$/,
  );
  expect(await readFile(join(root, "c"), "utf8")).toBe("old");
  expect((await readdir(root)).sort()).toEqual(["a", "b", "c"]);
});

it("replaces nothing when a file cannot even be put aside", async () => {
  const root = await folder();
  await writeFile(join(root, "a"), "old");
  await writeFile(join(root, "file"), "no folder");
  const files = ["a", "file/b"].map((path) => ({ path, text: "new" }));
  await expect(writeFiles(root, files)).rejects.toThrow(
    /\(nothing was replaced; unchanged: a, file\/b\)$/,
  );
  expect(await readFile(join(root, "a"), "utf8")).toBe("old");
  expect((await readdir(root)).sort()).toEqual(["a", "file"]);
});

it("sweeps up what a killed run left aside, but not what a running one works on", async () => {
  const root = await folder();
  const dead = ".a.2147483646.tmp";
  const alive = `.a.${process.ppid}.tmp`;
  await writeFile(join(root, dead), "half");
  await writeFile(join(root, alive), "half");
  await writeFiles(root, [{ path: "a", text: "whole" }]);
  expect((await readdir(root)).sort()).toEqual([alive, "a"]);
});

it("names the file that failed, not the first one", async () => {
  const root = await folder();
  await writeFile(join(root, "file"), "no folder");
  const files = ["a", "b", "file/c"].map((path) => ({ path, text: "new" }));
  await expect(writeFiles(root, files)).rejects.toThrow(
    /^file\/c: E\w+.* \(nothing was replaced; unchanged: a, b, file\/c\)$/,
  );
});

it("keeps the mode of a file that it replaces", async () => {
  const root = await folder();
  await writeFile(join(root, "a"), "old");
  await chmod(join(root, "a"), 0o444);
  await writeFiles(root, [{ path: "a", text: "new" }]);
  expect(await readFile(join(root, "a"), "utf8")).toBe("new");
  expect((await stat(join(root, "a"))).mode & 0o777).toBe(0o444);
});

it("writes neither onto a link nor through one, and nothing beside it", async () => {
  const root = await folder();
  const elsewhere = await folder();
  await writeFile(join(elsewhere, "target"), "old");
  await symlink(join(elsewhere, "target"), join(root, "link"));
  await symlink(elsewhere, join(root, "away"));
  for (const path of ["link", "away/new"]) {
    const files = [
      { path: "a", text: "new" },
      { path, text: "new" },
    ];
    await expect(writeFiles(root, files)).rejects.toThrow(
      new RegExp(`^${path.split("/")[0]}: a symbolic link; `),
    );
  }
  expect(await readFile(join(elsewhere, "target"), "utf8")).toBe("old");
  expect(await readdir(elsewhere)).toEqual(["target"]);
  expect((await readdir(root)).sort()).toEqual(["away", "link"]);
});
