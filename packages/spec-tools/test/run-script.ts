import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Starts a command as a process of its own, as package.json does. */
export function startScript(
  name: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const run = fileURLToPath(new URL("../run.js", import.meta.url));
  return spawn(process.execPath, [run, name, ...args], { cwd, env });
}

/** Runs such a command to its end. */
export async function runScript(
  name: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = startScript(name, args, cwd, env);
  let out = "";
  let err = "";
  child.stdout?.on("data", (data: Buffer) => {
    out += data;
  });
  child.stderr?.on("data", (data: Buffer) => {
    err += data;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, err };
}
