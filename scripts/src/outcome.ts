import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** What a run of turbo came to. */
export interface Outcome {
  /** The tests that passed. */
  passed: number;
  /** The tests that failed, and the tasks that failed for another reason, one each. */
  failed: number;
  /** One line per failed task. */
  failures: string[];
}

/** Where a workspace leaves the report of its tests (`vitest.base.ts`). */
const report = join("reports", "vitest.json");

/** Where turbo leaves a summary of each run that asks for one. */
const summaries = join(".turbo", "runs");

/** What a summary says about a task; turbo writes more. */
interface Task {
  /** `@cloud-clients/runtime#test` */
  taskId: string;
  task: string;
  /** The folder of its workspace, from the root. */
  directory: string;
  /** Absent when the task did not run and was not in the cache. */
  execution?: { exitCode?: number };
}

/** What a report says; vitest writes more. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Runs turbo, and reads from what it and the tests wrote meanwhile what came of it. Reports of earlier runs are
 * deleted first: a workspace whose tests never ran has none.
 *
 * @param run - runs turbo with `--summarize`, to its exit code.
 */
export async function outcomeOf(root: string, run: () => Promise<number>): Promise<Outcome> {
  for (const folder of await workspaces(root)) await rm(join(folder, report), { force: true });
  const before = new Set(await namesIn(join(root, summaries)));
  const code = await run();
  const outcome: Outcome = { passed: 0, failed: 0, failures: [] };
  const written = (await namesIn(join(root, summaries))).filter((name) => !before.has(name));
  for (const name of written) {
    const file = join(root, summaries, name);
    const { tasks } = JSON.parse(await readFile(file, "utf8")) as { tasks: Task[] };
    await rm(file);
    for (const task of tasks) await add(outcome, root, task);
  }
  if (written.length === 0 || (code !== 0 && outcome.failed === 0)) {
    outcome.failed += 1;
    outcome.failures.push(`turbo ended with exit code ${code} and named no failed task`);
  }
  return outcome;
}

async function add(outcome: Outcome, root: string, task: Task): Promise<void> {
  const { passed, failed, reported } =
    task.task === "test" ? await countTests(join(root, task.directory)) : noTests;
  outcome.passed += passed;
  outcome.failed += failed;
  const code = task.execution?.exitCode;
  if (code === 0 && reported && failed === 0) return;
  // Tests that failed are the failure of their task; one that broke down otherwise is one of its own.
  if (failed === 0) outcome.failed += 1;
  outcome.failures.push(`${task.taskId} failed: ${reason(code, failed, reported)}`);
}

function reason(code: number | undefined, failed: number, reported: boolean): string {
  if (failed > 0) return `${failed} failed tests`;
  if (!reported) return "it left no report of its tests";
  return code === undefined ? "it did not run to its end" : `exit code ${code}`;
}

const noTests = { passed: 0, failed: 0, reported: true };

/** The tests of a workspace by its report; a file that does not load is one failed test. */
async function countTests(folder: string): Promise<typeof noTests> {
  try {
    const text = await readFile(join(folder, report), "utf8");
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(text) as Report;
    const unloaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && assertionResults.every((test) => test.status !== "failed"),
    );
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length, reported: true };
  } catch {
    // None, or half of one: the tests did not end.
    return { ...noTests, reported: false };
  }
}

/** All folders that are a workspace, or may be: those at the root, and those one below. */
async function workspaces(root: string): Promise<string[]> {
  const upper = await foldersIn(root);
  const lower = await Promise.all(upper.map(foldersIn));
  return [...upper, ...lower.flat()];
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .map((entry) => join(folder, entry.name));
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
