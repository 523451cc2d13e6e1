import { existsSync } from "node:fs";
import { join } from "node:path";
import { listApis } from "@cloud-clients/spec-tools/apis";
import type { Output } from "@cloud-clients/spec-tools/command";
import { InputError } from "@cloud-clients/spec-tools/input-error";
import { checkout, runTool } from "./run-tool.js";

/** What a command for APIs works on; tests give their own. */
export interface ApisSetting {
  root: string;
  /** Runs a tool of the workspace: its name and arguments, to its exit code. */
  run: (name: string, args: readonly string[]) => Promise<number>;
}

/**
 * `generate`, `check` and `lint`: a task of the API's package each, which turbo runs where something changed that it
 * reads. An API that fails keeps no other from being tried.
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
  const apis = await listApis(root, names);
  const missing = apis.filter((api) => !existsSync(join(root, "packages", api, "turbo.json")));
  if (missing.length > 0) {
    throw new InputError(
      ...missing.map(
        (api) =>
          `packages/${api}/turbo.json: missing, so that ${task} of specs/${api} would not be run; ` +
          "a package made by new-api has it, with the scripts that it names",
      ),
    );
  }
  const filters = names.length === 0 ? [] : apis.map((api) => `--filter=@cloud-clients/${api}`);
  return run("turbo", [
    "run",
    task,
    ...filters,
    "--continue=dependencies-successful",
    "--output-logs=new-only",
    "--log-order=grouped",
    ...options,
  ]);
}
