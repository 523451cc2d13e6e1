import {
  chmod,
  link,
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

it("writes nothing where something else than a file stands", async () => {
  const root = await folder();
  await mkdir(join(root, "b/in-the-way"), { recursive: true });
  await writeFile(join(root, "c"), "old");
  const files = ["a", "b", "c"].map((path) => ({ path, text: "new" }));
  await expect(writeFiles(root, files)).rejects.toThrow(
    /^b: no file stands there; delete or rename what does$/,
  );
  expect(await readFile(join(root, "c"), "utf8")).toBe("old");
  expect((await readdir(root)).sort()).toEqual(["b", "c"]);
});

it("deletes files along with writing others, and takes those that are not there for deleted", async () => {
  const root = await folder();
  await writeFile(join(root, "a"), "1");
  await writeFile(join(root, "b"), "1");
  expect(await writeFiles(root, [{ path: "a", text: "2" }], ["b", "c"])).toEqual(["changed"]);
  expect(await readdir(root)).toEqual(["a"]);
});

it("names the file that failed, not the first one", async () => {
  const root = await folder();
  await writeFile(join(root, "file"), "no folder");
  const files = ["a", "b", "file/c"].map((path) => ({ path, text: "new" }));
  await expect(writeFiles(root, files)).rejects.toThrow(
    /^file\/c: E\w+.* \(nothing was written\)$/,
  );
  expect((await readdir(root)).sort()).toEqual(["file"]);
});

// Whoever may do everything is not refused by a mode.
it.runIf(process.getuid?.() !== 0)(
  "names the file in a folder that cannot be written to",
  async () => {
    const root = await folder();
    await mkdir(join(root, "locked"));
    await chmod(join(root, "locked"), 0o555);
    onTestFinished(() => chmod(join(root, "locked"), 0o755));
    const files = ["a", "locked/b"].map((path) => ({ path, text: "new" }));
    await expect(writeFiles(root, files)).rejects.toThrow(
      /^locked\/b: EACCES: .*\(nothing was written\)$/,
    );
    expect(await readdir(root)).toEqual(["locked"]);
  },
);

it("names the file that the file system refuses, and takes away the folders it made", async () => {
  const root = await folder();
  // Its name with what is put before and behind it is longer than a name may be.
  const long = "b".repeat(250);
  const files = ["a", `new/${long}`].map((path) => ({ path, text: "new" }));
  await expect(writeFiles(root, files)).rejects.toThrow(
    new RegExp(`^new/${long}: ENAMETOOLONG: .*\\(nothing was written\\)$`),
  );
  expect(await readdir(root)).toEqual([]);
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

it("leaves another hard link to a replaced file as it was", async () => {
  const root = await folder();
  await writeFile(join(root, "a"), "old");
  await link(join(root, "a"), join(root, "b"));
  await writeFiles(root, [{ path: "a", text: "new" }]);
  expect(await readFile(join(root, "a"), "utf8")).toBe("new");
  expect(await readFile(join(root, "b"), "utf8")).toBe("old");
});

it("refuses names that are one where upper and lower case are, but for a file that goes", async () => {
  const root = await folder();
  await writeFile(join(root, "Thing.yaml"), "old");
  const line = "thing.yaml: Thing.yaml has the same name where upper and lower case are one";
  await expect(writeFiles(root, [{ path: "thing.yaml", text: "new" }])).rejects.toThrow(line);
  const both = ["x/A.yaml", "x/a.yaml"].map((path) => ({ path, text: "new" }));
  await expect(writeFiles(root, both)).rejects.toThrow(
    "x/a.yaml: x/A.yaml has the same name where upper and lower case are one",
  );
  expect(await readdir(root)).toEqual(["Thing.yaml"]);
  await writeFiles(root, [{ path: "thing.yaml", text: "new" }], ["Thing.yaml"]);
  expect(await readdir(root)).toEqual(["thing.yaml"]);
});
