import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/**
 * Runs a program without a network of its own to call; gives what it printed.
 *
 * @param env - variables beside those of this process.
 */
export async function run(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ stdout: string; stderr: string }> {
  return execute(file, args, {
    cwd,
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
    shell: process.platform === "win32",
  });
}
