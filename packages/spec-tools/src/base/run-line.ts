import { spawn } from "node:child_process";

/**
 * Runs a command line in a folder, with its output shown. No shell reads it: its words are what stands between
 * blanks.
 *
 * @returns its exit code; 1 when a signal ended it.
 */
export function runLine(folder: string, line: string): Promise<number> {
  const { file, args } = programOf(line);
  // Windows finds npx and its like through the shell alone.
  const shell = process.platform === "win32";
  const child = spawn(file, args, { cwd: folder, stdio: "inherit", shell });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function programOf(line: string): { file: string; args: string[] } {
  // The pnpm that runs this process, if one does: it is there already.
  const own = process.env.npm_execpath;
  const forPnpm = /^npx --yes pnpm@\d+ (.+)$/.exec(line)?.[1];
  if (forPnpm !== undefined && own !== undefined && /pnpm[^/\\]*$/.test(own)) {
    return { file: process.execPath, args: [own, ...forPnpm.split(" ")] };
  }
  const [file = "", ...args] = line.split(/\s+/);
  return { file, args };
}
