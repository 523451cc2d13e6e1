import { InputError, type Output } from "@cloud-clients/spec-tools/command";
import { outcomeOf } from "./outcome.js";
import { checkout, runTool } from "./run-tool.js";

/** The tasks of turbo by what they depend on: the files alone, or the version of Node and the platform too. */
const parts: Readonly<Record<string, readonly string[]>> = {
  files: ["check-format", "lint-workflows", "lint", "typecheck", "check-report", "lint-packages"],
  node: ["build", "bundles", "test"],
};

/** What `test` works on; tests of `test` give their own. */
export interface TestSetting {
  /** Where the workspaces and their reports are. */
  root: string;
  /** Runs a tool of the workspace: its name and arguments, to its exit code. */
  run: (name: string, args: readonly string[]) => Promise<number>;
}

/**
 * `test`: everything that must hold. `check` goes first and alone: nothing is built or imported that it
 * refuses. Tasks whose inputs have not changed come from turbo's cache, reports included. Ends with one line per
 * failed task, and the line "N passed, N failed": tests, and each task that failed without a failed test.
 *
 * @param args - `--part files` or `--part node` for one half of it, which CI runs once and on every platform;
 * further arguments are turbo's, such as `--force`.
 * @throws InputError when there is no such part.
 */
export async function testAll(
  args: string[],
  { out, err }: Output,
  { root, run }: TestSetting = { root: checkout, run: runTool },
): Promise<number> {
  const { tasks, rest } = readPart(args);
  if ((await run("tsx", ["scripts/src/cli.ts", "check"])) !== 0) {
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
    run("turbo", ["run", ...tasks, ...options, ...rest]),
  );
  for (const failure of failures) err(`test: ${failure}`);
  out(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function readPart(args: readonly string[]): { tasks: readonly string[]; rest: readonly string[] } {
  const at = args.indexOf("--part");
  if (at === -1) return { tasks: Object.values(parts).flat(), rest: args };
  const name = args[at + 1] ?? "";
  const tasks = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (tasks === undefined) {
    throw new InputError(`--part ${name}: the parts are ${Object.keys(parts).join(" and ")}`);
  }
  return { tasks, rest: [...args.slice(0, at), ...args.slice(at + 2)] };
}
