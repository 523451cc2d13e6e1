import { rm } from "node:fs/promises";
import type { Output } from "@cloud-clients/spec-tools/command";
import { countTests, reportFiles } from "./count-tests.js";
import { checkout, runTool } from "./run-tool.js";

const tasks = ["check-format", "lint", "build", "bundles", "typecheck", "check-report", "test"];

/** What `test` works on; tests of `test` give their own. */
export interface TestSetting {
  /** Where the workspaces and their reports are. */
  root: string;
  /** Runs a tool of the workspace: its name and arguments, to its exit code. */
  run: (name: string, args: readonly string[]) => Promise<number>;
}

/**
 * `test`: everything that must hold. `check` goes first and alone: nothing is built or imported that it
 * refuses. Tasks whose inputs have not changed come from turbo's cache, reports included.
 *
 * @param args - further arguments for turbo, such as `--force`.
 */
export async function testAll(
  args: string[],
  { out, err }: Output,
  { root, run }: TestSetting = { root: checkout, run: runTool },
): Promise<number> {
  for (const file of await reportFiles(root)) await rm(file);
  if ((await run("tsx", ["scripts/src/apis.ts", "check"])) !== 0) {
    err("test: stopped before anything was built; the lines above say why");
    out("0 passed, 1 failed");
    return 1;
  }
  const options = [
    "--continue",
    "--concurrency=3",
    "--output-logs=new-only",
    "--log-order=grouped",
  ];
  const code = await run("turbo", ["run", ...tasks, ...options, ...args]);
  const { passed, failed } = await countTests(root);
  // A task that is no test, such as lint, fails without a report of its own.
  const failures = code === 0 ? failed : Math.max(failed, 1);
  out(`${passed} passed, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}
