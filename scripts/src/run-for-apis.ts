import { existsSync } from "node:fs";
import { join } from "node:path";
import { listApis } from "@cloud-clients/spec-tools/apis";
import type { Output } from "@cloud-clients/spec-tools/command";
import { InputError } from "@cloud-clients/spec-tools/input-error";
import { openRepository } from "@cloud-clients/spec-tools/repository";
import { checkout, runTool } from "./run-tool.js";

/** What a command for APIs works on; tests give their own. */
export interface ApisSetting {
  root: string;
  /** Runs Node or a tool of the workspace: its name and arguments, to its exit code. */
  run: (name: string, args: readonly string[]) => Promise<number>;
}

/**
 * `generate`, `check` and `lint`: a task of the API's package each, which turbo runs where something changed that it
 * reads. An API that fails keeps no other from being tried. `check` ends with `changes --check`.
 *
 * @param args - the task, then names of APIs (default: all, with what is made of all together, docs/coverage.md),
 * then options for turbo, such as `--force`.
 * @throws InputError naming an API that does not exist, or has no package with such a task; nothing is run.
 */
export async function runForApis(
  [task = "", ...args]: string[],
  _output: Output,
  { root, run }: ApisSetting = { root: checkout, run: runTool },
): Promise<number> {
  const first = args.findIndex((one) => one.startsWith("-"));
  const names = first < 0 ? args : args.slice(0, first);
  const options = first < 0 ? [] : args.slice(first);
  const apis = await listApis(openRepository(root), names);
  const missing = apis
    .map((api) => `${api.package}/turbo.json`)
    .filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) {
    const why = `missing, so that turbo would pass over it in ${task}; new-api writes that file, and the package's scripts`;
    throw new InputError(...missing.map((file) => `${file}: ${why}`));
  }
  const filters = names.length === 0 ? [] : apis.map((api) => `--filter=${api.packageName}`);
  const code = await run("turbo", [
    "run",
    task,
    ...filters,
    "--continue=dependencies-successful",
    "--output-logs=new-only",
    "--log-order=grouped",
    ...options,
  ]);
  if (task !== "check" || code !== 0) return code;
  // It compares with the last release, which no hash knows.
  return run("node", ["packages/spec-tools/run.js", "changes", "--check", ...names]);
}
