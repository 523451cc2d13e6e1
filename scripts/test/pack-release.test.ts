import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommand } from "@cloud-clients/spec-tools/command";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { packRelease, type ReleaseSetting } from "../src/pack-release.js";

const manifests = {
  api: {
    name: "@x/api",
    version: "2.0.0",
    dependencies: { "@x/runtime": "workspace:*", hono: "1" },
  },
  model: { name: "@x/model", version: "0.0.0", private: true },
  runtime: { name: "@x/runtime", version: "1.1.0" },
};

const changelog = `# @x/runtime

## 1.1.0

### Minor Changes

- Wait longer.

## 1.0.0

- First.
`;

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pack-release-"));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [folder, manifest] of Object.entries(manifests)) {
    await write(`packages/${folder}/package.json`, JSON.stringify(manifest));
  }
  await write("packages/runtime/CHANGELOG.md", changelog);
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** npm as it responds for versions that are there, and a pnpm that packs, or does not. */
function tools(published: string[], npm = '{ "error": { "code": "E404" } }', packs = true) {
  const ran: string[] = [];
  const run: ReleaseSetting["run"] = async (tool, args, folder) => {
    ran.push([tool, args[0], tool === "npm" ? args[1] : folder.slice(root.length + 1)].join(" "));
    if (tool === "npm") {
      return published.includes(String(args[1]))
        ? { code: 0, stdout: '"1.1.0"\n' }
        : { code: 1, stdout: npm };
    }
    const { name, version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    if (!packs) return { code: 1, stdout: "tsc says no\n" };
    await writeFile(join(String(args[2]), `${name.slice(1).replace("/", "-")}-${version}.tgz`), "");
    return { code: 0, stdout: "" };
  };
  return { ran, run };
}

async function packInto(folder: string | undefined, run: ReleaseSetting["run"]) {
  const said: string[] = [];
  const output = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const args = folder === undefined ? [] : [folder];
  const code = await runCommand((given, to) => packRelease(given, to, { root, run }), args, output);
  return { code, said };
}

describe("pack-release", () => {
  it("packs what is not private, dependencies first, and lists what is to be released", async () => {
    const { ran, run } = tools([]);
    expect(await packInto("out", run)).toEqual({
      code: 0,
      said: ["@x/runtime 1.1.0: to be released", "@x/api 2.0.0: to be released"],
    });
    expect(ran).toEqual([
      "pnpm pack packages/runtime",
      "npm view @x/runtime@1.1.0",
      "pnpm pack packages/api",
      "npm view @x/api@2.0.0",
    ]);
    expect(await readFile(join(root, "out", "release.txt"), "utf8")).toBe(
      "@x/runtime 1.1.0 x-runtime-1.1.0.tgz\n@x/api 2.0.0 x-api-2.0.0.tgz\n",
    );
    expect(await readFile(join(root, "out", "notes", "x-runtime-1.1.0.tgz.md"), "utf8")).toBe(
      "### Minor Changes\n\n- Wait longer.\n",
    );
    expect(await readFile(join(root, "out", "notes", "x-api-2.0.0.tgz.md"), "utf8")).toBe("");
  });

  it("packs what is on the registry too, since the others are proven with it, and does not list it", async () => {
    const { run } = tools(["@x/runtime@1.1.0"]);
    expect((await packInto("out", run)).said).toEqual([
      "@x/runtime 1.1.0: on the registry already",
      "@x/api 2.0.0: to be released",
    ]);
    expect(await readFile(join(root, "out", "release.txt"), "utf8")).toBe(
      "@x/api 2.0.0 x-api-2.0.0.tgz\n",
    );
    expect(JSON.parse(await readFile(join(root, "out", "tarballs.json"), "utf8"))).toEqual({
      "@x/runtime": "x-runtime-1.1.0.tgz",
      "@x/api": "x-api-2.0.0.tgz",
    });
  });

  it("takes a registry that does not respond for neither", async () => {
    const { run } = tools([], "ECONNREFUSED");
    expect(await packInto("out", run)).toEqual({
      code: 1,
      said: ["@x/runtime@1.1.0: the registry does not say whether it is there: ECONNREFUSED"],
    });
    expect(await readdir(join(root, "out"))).not.toContain("release.txt");
  });

  it("ends when a package cannot be packed", async () => {
    const { run } = tools([], undefined, false);
    expect(await packInto("out", run)).toEqual({
      code: 1,
      said: ["@x/runtime: cannot be packed (exit code 1): tsc says no"],
    });
  });

  it.each([
    [undefined, "give one folder. Usage: pack-release FOLDER"],
    ["--into", "give one folder. Usage: pack-release FOLDER"],
    ["packages", "packages: must be an empty folder"],
  ])("refuses %s before anything is packed", async (folder, line) => {
    const { ran, run } = tools([]);
    expect(await packInto(folder, run)).toEqual({ code: 1, said: [line] });
    expect(ran).toEqual([]);
  });
});
