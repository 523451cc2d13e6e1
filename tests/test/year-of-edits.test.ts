import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Command, runCommand } from "@cloud-clients/spec-tools/command";
import { changes } from "@cloud-clients/spec-tools/commands/changes";
import { generate } from "@cloud-clients/spec-tools/commands/generate";
import { importDocs } from "@cloud-clients/spec-tools/commands/import-docs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { harborProblems } from "../src/compiler.js";
import { root } from "../src/repo.js";
import { type Edit, edits } from "../src/year-of-edits.js";

const execute = promisify(execFile);
const pages = [
  "create-ship.md",
  "delete-ship.md",
  "get-berths.md",
  "get-ship.md",
  "list-ships.md",
  "set-berths.md",
];
let folder = "";
let program = "";
let version = "0.1.0";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "year-"));
  const harbor = join(root, "tests/apis/harbor");
  await cp(join(harbor, "specs"), join(folder, "specs/harbor"), { recursive: true });
  await cp(join(harbor, "package"), join(folder, "packages/harbor"), { recursive: true });
  await cp(join(harbor, "pages"), join(folder, "pages"), { recursive: true });
  await symlink(join(root, "packages/runtime"), join(folder, "packages/runtime"));
  await writeFile(join(folder, "spec-tools.config.yaml"), 'scope: "@cloud-clients"\n');
  await writeFile(join(folder, ".gitignore"), "packages/runtime\n");
  program = await readFile(join(harbor, "program.txt"), "utf8");
  await git("init", "--quiet", "--initial-branch=main");
  await importPages(pages);
  expect(await run(generate)).toMatchObject({ code: 0 });
  expect(harborProblems(folder, program)).toEqual([]);
  await release("0.1.0");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a year of edits of a vendor's pages", () => {
  it("has thirty of them", () => expect(edits.length).toBeGreaterThanOrEqual(30));

  for (const edit of edits) {
    it(`${edit.title}: ${edit.level ?? "nothing for users"}`, () => play(edit));
  }

  it("ends where the bumps lead", () => expect(version).toBe("15.0.0"));
});

async function play(edit: Edit): Promise<void> {
  if (edit.release !== undefined) await release(edit.release);
  await replaceIn(edit.files);
  // Without a bundle there, import-docs does not compare: `changes` does so below, and that once is enough.
  await rm(join(folder, "specs/harbor/openapi.yaml"), { force: true });
  await importPages(Object.keys(edit.files).filter((file) => pages.includes(file)));
  if (edit.refused !== undefined) {
    const { code, lines } = await run(generate);
    expect({ code, lines: lines.join("\n") }).toEqual({
      code: 1,
      lines: expect.stringMatching(edit.refused),
    });
    await replaceIn(edit.mended ?? {});
  }
  const generated = await run(generate);
  expect(generated.code, generated.lines.join("\n")).toBe(0);

  const { lines } = await run(changes, "--json");
  const [report] = JSON.parse(lines.join("\n"));
  const problems = harborProblems(folder, program);
  program = replaced(program, edit.program ?? []);
  const left = edit.program === undefined ? problems : harborProblems(folder, program);
  // Before anything is expected: what fails on one day leaves the next day alone.
  await release(report.next ?? version);

  const told = report.changes.map(line).join("\n");
  expect(report.changes[0]?.level, told).toBe(edit.level);
  expect(report.bump, told).toBe(edit.bump);
  const named = report.changes.filter((change: Told) => edit.told?.test(line(change)));
  expect(new Set(named.map(({ level }: Told) => level)), told).toEqual(
    new Set(edit.level === undefined ? [] : [edit.level]),
  );
  const isNoticed = edit.noticedBy === "compiler";
  expect(problems.length > 0, [told, ...problems].join("\n")).toBe(isNoticed);
  if (edit.level === "breaking") expect(edit.noticedBy).toBeDefined();
  expect(left).toEqual([]);
}

/** What is read of a change. */
type Told = Record<"level" | "side" | "where" | "what" | "before" | "after", string | undefined>;

/** A change as the edits of the year tell it. */
function line({ side, where, what, before, after }: Told): string {
  return `${side} ${where}: ${what}: ${before ?? "nothing"} -> ${after ?? "nothing"}`;
}

async function importPages(files: readonly string[]): Promise<void> {
  const offline: Command = (args, output) =>
    importDocs(args, output, () => Promise.reject(new Error("no network here")));
  for (const file of files) {
    const address = ["--address", `https://docs.harbor.test/${file}`];
    const { code, lines } = await run(
      offline,
      join(folder, "pages", file),
      "--api",
      "harbor",
      ...address,
    );
    expect(code, lines.join("\n")).toBe(0);
  }
}

async function release(next: string): Promise<void> {
  const manifest = join(folder, "packages/harbor/package.json");
  const text = await readFile(manifest, "utf8");
  await writeFile(manifest, text.replace(/"version": "[^"]+"/, `"version": "${next}"`));
  version = next;
  await git("add", "--all");
  await git("commit", "--quiet", "--allow-empty", "--message", next);
  await git("tag", "--force", `@cloud-clients/harbor@${next}`);
}

async function replaceIn(files: Edit["files"]): Promise<void> {
  for (const [file, replacements] of Object.entries(files)) {
    const path = join(folder, file.endsWith(".md") ? "pages" : "specs/harbor", file);
    const text = await readFile(path, "utf8");
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, replaced(text, replacements));
  }
}

function replaced(text: string, replacements: readonly [from: string, to: string][]): string {
  return replacements.reduce((current, [from, to]) => {
    if (current.split(from).length !== 2) throw new Error(`not there once: ${from}`);
    return current.replace(from, () => to);
  }, text);
}

async function run(command: Command, ...args: string[]) {
  const lines: string[] = [];
  const output = {
    out: (line: string) => lines.push(line),
    err: (line: string) => lines.push(line),
  };
  const code = await runCommand(command, [...args, "--root", folder], output);
  return { code, lines };
}

/** Nothing of the machine's own configuration: no name, no key, no hook; and no tidying after each commit. */
function git(...args: string[]) {
  const person = ["-c", "user.name=Year", "-c", "user.email=year@harbor.test"];
  const still = ["-c", "maintenance.auto=false", "-c", "gc.auto=0"];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execute("git", [...person, ...still, ...args], { cwd: folder, env });
}
