import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs a program without a network of its own to call; gives what it printed. */
export async function run(
  file: string,
  args: readonly string[],
  cwd: string,
): Promise<{ stdout: string; stderr: string }> {
  return execute(file, args, { cwd, maxBuffer: 2 ** 26, shell: process.platform === "win32" });
}
