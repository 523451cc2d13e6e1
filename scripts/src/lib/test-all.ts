import type { Output } from "@cloud-clients/spec-tools/command";
import { outcomeOf } from "./outcome.js";
import { checkout, runTool } from "./run-tool.js";

const tasks = ["check-format", "lint", "build", "typecheck", "check-report", "test"];

/** What `test` works on; tests of `test` give their own. */
export interface TestSetting {
  /** Where the workspaces and their reports are. */
  root: string;
  /** Runs a tool of the workspace: its name and arguments, to its exit code. */
  run: (name: string, args: readonly string[]) => Promise<number>;
}

/**
 * `test`: everything that must hold. `check` goes first and alone, never from a cache: nothing is built or
 * imported that it refuses. Of the rest, tasks whose inputs have not changed come from turbo's cache,
 * reports included. Ends with one line per failed task, and the line "N passed, N failed": tests, and each
 * task that failed without a failed test.
 *
 * @param args - further arguments for turbo, such as `--force`.
 */
export async function testAll(
  args: string[],
  { out, err }: Output,
  { root, run }: TestSetting = { root: checkout, run: runTool },
): Promise<number> {
  if ((await run("tsx", ["packages/spec-tools/src/cli.ts", "check"])) !== 0) {
    err("test: check failed; stopped before anything was built; the lines above say why");
    out("0 passed, 1 failed");
    return 1;
  }
  const options = [
    "--continue",
    "--concurrency=3",
    "--output-logs=new-only",
    "--log-order=grouped",
    "--summarize",
  ];
  const { passed, failed, failures } = await outcomeOf(root, () =>
    run("turbo", ["run", ...tasks, ...options, ...args]),
  );
  for (const failure of failures) err(`test: ${failure}`);
  out(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
