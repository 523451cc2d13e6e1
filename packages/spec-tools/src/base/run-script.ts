import { spawn } from "node:child_process";

/**
 * Runs pnpm in a checkout, with its output shown: one of the scripts of package.json, or `install`.
 *
 * @returns its exit code; 1 when a signal ended it.
 */
export function runScript(root: string, args: readonly string[]): Promise<number> {
  // The pnpm that runs this script, if one does: it is there already.
  const own = process.env.npm_execpath;
  const isPnpm = own !== undefined && /pnpm[^/\\]*$/.test(own);
  const command = isPnpm ? process.execPath : "npx";
  const before = isPnpm ? [own] : ["--yes", "pnpm@10"];
  const child = spawn(command, [...before, ...args], { cwd: root, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
