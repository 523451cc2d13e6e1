import { rm } from "node:fs/promises";
import type { Output } from "./command.js";
import { countTests, reportFiles } from "./count-tests.js";
import { checkout, runTool } from "./run-tool.js";

const tasks = ["check-format", "lint", "check", "build", "typecheck", "check-report", "test"];

/**
 * `test`: everything that must hold. Tasks whose inputs have not changed come from turbo's cache,
 * reports included.
 *
 * @param args - further arguments for turbo, such as `--force`.
 */
export async function testAll(args: string[], { out }: Output): Promise<number> {
  for (const file of await reportFiles(checkout)) await rm(file);
  const options = [
    "--continue",
    "--concurrency=3",
    "--output-logs=new-only",
    "--log-order=grouped",
  ];
  const code = await runTool("turbo", ["run", ...tasks, ...options, ...args]);
  const { passed, failed } = await countTests(checkout);
  // A task that is no test, such as lint, fails without a report of its own.
  const failures = code === 0 ? failed : Math.max(failed, 1);
  out(`${passed} passed, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}
