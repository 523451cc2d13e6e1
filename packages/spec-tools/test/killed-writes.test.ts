import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { settleWrites } from "../src/base/write-files.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { importDocs } from "../src/commands/import-docs.js";
import { lint } from "../src/commands/lint.js";
import { newApi } from "../src/commands/new-api.js";
import { shipSpec } from "../src/commands/ship-spec.js";
import { startScript } from "./run-script.js";
import { repoAt, type Said, type TinyRepo, tinyRepo } from "./tiny-repo.js";
import { vendorPage } from "./vendor-page.js";

const killer = fileURLToPath(new URL("kill-at.mjs", import.meta.url));
const old = {
  "specs/tiny/openapi.yaml": "old bundle",
  "specs/tiny/upstream/gone.yaml": "deleted",
  "packages/tiny/src/generated/schema.ts": "old types",
  "packages/tiny/src/generated/same.ts": "the same",
};
const plan = {
  files: [
    { path: "specs/tiny/openapi.yaml", text: "new bundle" },
    { path: "packages/tiny/src/generated/schema.ts", text: "new types" },
    { path: "packages/tiny/src/generated/same.ts", text: "the same" },
    { path: "packages/tiny/deep/er/index.ts", text: "new file" },
  ],
  gone: ["specs/tiny/upstream/gone.yaml"],
};
let writer = "";

/** The real functions in one file that Node starts at once: `write ROOT PLAN` and `settle ROOT`. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "writer-"));
  writer = join(folder, "writer.mjs");
  await build({
    stdin: {
      contents: `import { settleWrites, writeFiles } from "./write-files.ts";
        const [what, root, plan] = process.argv.slice(2);
        if (what === "settle") await settleWrites(root);
        else { const { files, gone } = JSON.parse(plan); await writeFiles(root, files, gone); }`,
      resolveDir: fileURLToPath(new URL("../src/base", import.meta.url)),
    },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: writer,
  });
  return () => rm(folder, { recursive: true, force: true });
});

async function folder(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "killed-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
}

async function oldTree(): Promise<string> {
  const root = await folder();
  const repo = repoAt(root);
  for (const [path, text] of Object.entries(old)) await repo.write(path, text);
  return root;
}

/** Runs a process to its end: the names of the changes that it made in `root`, or nothing if it was killed. */
async function changesOf(
  root: string,
  start: (env: NodeJS.ProcessEnv) => ChildProcess,
  killAt?: number,
): Promise<string[] | undefined> {
  const changesTo = join(await folder(), "changes");
  const env = { ...process.env, KILL_IN: root, CHANGES_TO: changesTo };
  const child = start(killAt === undefined ? env : { ...env, KILL_AT: String(killAt) });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on("close", (...ended) => resolve(ended)),
  );
  if (signal === "SIGKILL") return undefined;
  if (code !== 0) throw new Error(`the process ended with ${code}`);
  return (await readFile(changesTo, "utf8")).split(" ");
}

function runWriter(args: string[], killAt?: number): Promise<string[] | undefined> {
  const command = ["--import", killer, writer, ...args];
  const start = (env: NodeJS.ProcessEnv) =>
    spawn(process.execPath, command, { env, stdio: "inherit" });
  return changesOf(String(args[1]), start, killAt);
}

/** The changes that writing the plan onto the old tree takes, and what it comes to. */
async function wholeWrite(): Promise<{ changes: string[]; after: string }> {
  const root = await oldTree();
  const changes = await runWriter(["write", root, JSON.stringify(plan)]);
  return { changes: changes ?? [], after: await treeOf(root) };
}

/** Every file with its text, and every folder, as one text to compare. */
async function treeOf(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return JSON.stringify({ files: await repoAt(root).files(), folders: folders.sort() });
}

function isMixed(tree: string): boolean {
  return tree.includes('"new ') && tree.includes('"old ');
}

describe("a write that is killed at any step is finished or undone by the next command", {
  timeout: 120_000,
}, () => {
  it("whichever step it is", async () => {
    const before = await treeOf(await oldTree());
    const { changes, after } = await wholeWrite();
    expect(changes.length).toBeGreaterThan(15);
    const ends: string[] = [];
    let mixed = 0;
    for (let step = 1; step <= changes.length; step++) {
      const root = await oldTree();
      expect(await runWriter(["write", root, JSON.stringify(plan)], step)).toBeUndefined();
      if (isMixed(await treeOf(root))) mixed += 1;
      expect((await settleWrites(root)).length).toBeLessThanOrEqual(1);
      const end = await treeOf(root);
      expect([before, after]).toContain(end);
      ends.push(end === before ? "undone" : "finished");
      expect(await settleWrites(root)).toEqual([]);
    }
    // The kills hit where they hurt: without the next command, trees would be mixed.
    expect(mixed).toBeGreaterThan(1);
    expect(ends.join(" ")).toMatch(/^(undone ){9,}(finished ?){6,}$/);
  });

  it("also when the next command is killed while it finishes or undoes", async () => {
    const { changes } = await wholeWrite();
    // In the middle of what is written aside, and between the renames.
    for (const step of [changes.indexOf("chmod"), changes.lastIndexOf("rename")]) {
      const killed = await oldTree();
      await runWriter(["write", killed, JSON.stringify(plan)], step + 1);
      const copy = async () => {
        const root = await folder();
        await cp(killed, root, { recursive: true });
        return root;
      };
      const settled = await copy();
      const steps = (await runWriter(["settle", settled])) ?? [];
      expect(steps.length).toBeGreaterThan(3);
      for (let second = 1; second <= steps.length; second++) {
        const root = await copy();
        expect(await runWriter(["settle", root], second)).toBeUndefined();
        await settleWrites(root);
        expect(await treeOf(root)).toBe(await treeOf(settled));
      }
    }
  });
});

describe("what a killed write left", () => {
  /** A checkout whose writer was killed before the last of its renames. */
  async function halfWritten(): Promise<string> {
    const { changes } = await wholeWrite();
    const root = await oldTree();
    await runWriter(["write", root, JSON.stringify(plan)], changes.lastIndexOf("rename") + 1);
    return root;
  }

  it("is finished without touching what somebody edited since", async () => {
    const root = await halfWritten();
    const { read, write } = repoAt(root);
    for (const { path } of plan.files.slice(0, 2)) await write(path, "mine");
    const [line] = await settleWrites(root);
    expect(line).toMatch(
      /^specs\/tiny\/openapi\.yaml and 3 more: a command was killed while it wrote; the rest is written now, but for .*, edited or cleaned up since$/,
    );
    for (const { path } of plan.files.slice(0, 2)) expect(await read(path)).toBe("mine");
    expect(await read("packages/tiny/deep/er/index.ts")).toBe("new file");
    expect(await settleWrites(root)).toEqual([]);
  });

  it("is refused when its record leads out of the checkout, and nothing happens there", async () => {
    const root = await halfWritten();
    const [record = ""] = await readdir(join(root, ".spec-tools"));
    const text = await readFile(join(root, ".spec-tools", record), "utf8");
    for (const path of ["../out", "/etc/out", "a/../../out", "C:/out", "a\\b", ""]) {
      const hostile = text.replaceAll('"packages/tiny/deep/er/index.ts"', JSON.stringify(path));
      expect(hostile).not.toBe(text);
      await writeFile(join(root, ".spec-tools", record), hostile);
      await expect(settleWrites(root)).rejects.toThrow(
        `.spec-tools/${record}: not what a command writes there; delete it`,
      );
    }
    await writeFile(join(root, ".spec-tools", record), "{");
    await expect(settleWrites(root)).rejects.toThrow(/delete it$/);
  });

  it("stops the next command when it cannot be finished, and is finished by the one after", async () => {
    const root = await halfWritten();
    const last = join(root, "packages/tiny/deep/er/index.ts");
    await mkdir(last);
    await expect(settleWrites(root)).rejects.toThrow(
      /^packages\/tiny\/deep\/er\/index\.ts: EISDIR.* \(a command was killed while it wrote, and this one cannot finish that; mend this and run it again\)$/,
    );
    await rm(last, { recursive: true });
    expect(await settleWrites(root)).toHaveLength(1);
    expect(await readFile(last, "utf8")).toBe("new file");
    expect(await readdir(root)).not.toContain(".spec-tools");
  });
});

/** A process that generates, and whose changes in the checkout are counted or cut short. */
function generateIn(root: string, killAt?: number): Promise<string[] | undefined> {
  const start = (env: NodeJS.ProcessEnv) => {
    const options = { ...env, NODE_OPTIONS: `--import ${killer}` };
    return startScript("generate", ["--root", root], tmpdir(), options);
  };
  return changesOf(root, start, killAt);
}

it("a generate that was killed between its renames is finished by whichever command is next", {
  timeout: 120_000,
}, async () => {
  const repo = await tinyRepo();
  await repo.write("redocly.yaml", "extends: [minimal]\n");
  await repo.write("page.md", vendorPage());
  await repo.run(generate);
  const old = await repo.files();
  await repo.edit("specs/tiny/source/openapi.yaml", "title: Tiny", "title: Changed");
  await repo.edit(
    "specs/tiny/source/schemas/Thing.yaml",
    "id: { type: string }",
    "nr: { type: integer }",
  );
  const copyOf = async (from: string) => {
    const root = await folder();
    await cp(from, root, { recursive: true });
    return repoAt(root);
  };
  const whole = await copyOf(repo.root);
  const changes = (await generateIn(whole.root)) ?? [];
  const after = await whole.files();
  const changed = Object.keys(after).filter(
    (path) => after[path] !== old[path] && !path.includes("/source/"),
  );
  expect(changed).toContain("specs/tiny/openapi.yaml");
  expect(changed).toContain("packages/tiny/src/generated/schema.ts");

  const known = ["--api", "tiny", "--address", "https://docs.tiny.test/get-part.md"];
  const commands: Record<string, (next: TinyRepo) => Promise<Said>> = {
    generate: (next) => next.run(generate),
    check: (next) => next.run(check),
    lint: (next) => next.run(lint),
    "import-docs": (next) =>
      next.run(
        (args, output) => importDocs(args, output, fetch),
        join(next.root, "page.md"),
        ...known,
      ),
    "new-api": (next) =>
      next.run(
        (args, output) => newApi(args, output, { fetch, run: async () => 0 }),
        "tiny",
        "--confirm",
      ),
    "ship-spec": (next) =>
      next.run(shipSpec, `${join(next.root, "packages/tiny/openapi.yaml")}=tiny`),
  };
  // Two of the renames put files in their places; those before them are the record's.
  const last = changes.lastIndexOf("rename") + 1;
  expect(changes.slice(last - 2, last)).toEqual(["rename", "rename"]);
  const killed = await copyOf(repo.root);
  expect(await generateIn(killed.root, last)).toBeUndefined();
  const left = await killed.files();
  const stale = changed.filter((path) => left[path] === old[path]);
  expect(stale.length).toBeGreaterThan(0);
  expect(stale.length).toBeLessThan(changed.length);

  for (const [name, command] of Object.entries(commands)) {
    const next = await copyOf(killed.root);
    const { err } = await command(next);
    expect(err[0], name).toMatch(/: a command was killed while it wrote; the rest is written now$/);
    const now = await next.files();
    for (const path of changed) expect(now[path], `${name}: ${path}`).toBe(after[path]);
    expect(Object.keys(now).filter((path) => /\.tmp$|\.spec-tools/.test(path))).toEqual([]);
  }
});
