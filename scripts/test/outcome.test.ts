import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outcome, outcomeOf } from "../src/outcome.js";

const turbo = fileURLToPath(new URL("../node_modules/turbo/bin/turbo", import.meta.url));

/** What vitest reports: a file per list of its tests. */
function report(...files: ("passed" | "failed")[][]): string {
  const tests = files.flat();
  return JSON.stringify({
    numPassedTests: tests.filter((status) => status === "passed").length,
    numFailedTests: tests.filter((status) => status === "failed").length,
    testResults: files.map((statuses) => ({
      status: statuses.includes("failed") || statuses.length === 0 ? "failed" : "passed",
      assertionResults: statuses.map((status) => ({ status })),
    })),
  });
}

/** The program of a test task: it writes its report, if it has one, and ends. */
function testTask(text: string | undefined, code: number): string {
  const write = `fs.mkdirSync("reports", { recursive: true }); fs.writeFileSync("reports/vitest.json", ${JSON.stringify(text)});`;
  return `import fs from "node:fs"; ${text === undefined ? "" : write} process.exit(${code});`;
}

const fails = "process.exit(3);";

/** The tasks of each workspace. */
const workspaces: Record<string, Record<string, string>> = {
  "packages/good": { test: testTask(report(["passed", "passed"]), 0) },
  "packages/red": { test: testTask(report(["passed", "failed"], ["failed"]), 1) },
  "packages/unloaded": { test: testTask(report(["passed"], [], []), 1) },
  "packages/crashed": { test: testTask(undefined, 1) },
  "packages/half": { test: testTask(report(["passed"]).slice(0, 40), 1) },
  "packages/unhandled": { test: testTask(report(["passed"]), 1) },
  "packages/silent": { test: testTask(undefined, 0) },
  specs: { lint: fails, test: testTask(report(["passed"]), 0) },
  "packages/wrong": { lint: fails, typecheck: fails },
};

let root: string;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

function runTurbo(...args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, stdio: "ignore" } as const;
    const all = ["run", "lint", "typecheck", "test", "--continue", "--summarize", ...args];
    const child = spawn(process.execPath, [turbo, ...all], options);
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "outcome-"));
  const manifest = { name: "all", private: true, packageManager: "npm@10.0.0" };
  await write("package.json", JSON.stringify({ ...manifest, workspaces: Object.keys(workspaces) }));
  const plain = { outputs: [] };
  const tasks = { lint: plain, typecheck: plain, test: { outputs: ["reports/**"] } };
  await write("turbo.json", JSON.stringify({ tasks }));
  for (const [folder, programs] of Object.entries(workspaces)) {
    const scripts: Record<string, string> = {};
    for (const [task, program] of Object.entries(programs)) {
      scripts[task] = `node ${task}.mjs`;
      await write(`${folder}/${task}.mjs`, program);
    }
    const name = folder.replace("packages/", "");
    await write(`${folder}/package.json`, JSON.stringify({ name, version: "1.0.0", scripts }));
    // What an earlier run left: it must never be counted.
    await write(`${folder}/reports/vitest.json`, report(Array(100).fill("passed")));
  }
}, 60_000);

afterAll(() => rm(root, { recursive: true, force: true }));

describe("what came of a run of turbo", () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await outcomeOf(root, () => runTurbo());
  }, 60_000);

  it("names every failed task and says why", () => {
    expect([...outcome.failures].sort()).toEqual([
      "crashed#test failed: it left no report of its tests",
      "half#test failed: it left no report of its tests",
      "red#test failed: 2 failed tests",
      "silent#test failed: it left no report of its tests",
      "specs#lint failed: exit code 3",
      "unhandled#test failed: exit code 1",
      "unloaded#test failed: 2 failed tests",
      "wrong#lint failed: exit code 3",
      "wrong#typecheck failed: exit code 3",
    ]);
  });

  it("counts failed tests, and every task that failed without one as one", () => {
    // 2 of red, 2 files of unloaded; crashed, half, silent, unhandled; two lint tasks and a typecheck.
    expect(outcome.failed).toBe(2 + 2 + 4 + 3);
  });

  it("counts what passed now, not what an earlier report says", () => {
    // 2 of good, 1 each of red, unloaded, unhandled and specs.
    expect(outcome.passed).toBe(2 + 1 + 1 + 1 + 1);
  });

  it("counts the report of a task that comes from the cache", async () => {
    const again = await outcomeOf(root, () => runTurbo("--filter=good"));
    expect(again).toEqual({ passed: 2, failed: 0, failures: [] });
  });

  it("leaves no summary behind", async () => {
    expect(await readdir(join(root, ".turbo", "runs"))).toEqual([]);
  });

  it("leaves the summaries of other runs", async () => {
    await runTurbo("--filter=good");
    const [other = ""] = await readdir(join(root, ".turbo", "runs"));
    await outcomeOf(root, () => runTurbo("--filter=wrong"));
    expect(await readFile(join(root, ".turbo", "runs", other), "utf8")).toContain("good#test");
  });
});

it("a run that turbo refused counts as failed", async () => {
  const outcome = await outcomeOf(root, () => runTurbo("--no-such-option"));
  expect(outcome).toEqual({
    passed: 0,
    failed: 1,
    failures: ["turbo ended with exit code 1 and named no failed task"],
  });
});
