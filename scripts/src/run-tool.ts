import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { machine } from "./machine.js";

/** The folder of this checkout. */
export const checkout = fileURLToPath(new URL("../../", import.meta.url));

/** Variables of every tool that is run here. */
export const setting = {
  CLOUD_CLIENTS_MACHINE: machine,
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
};

/**
 * Runs `node`, or a tool of the workspace's root, and shows what it prints. Tools are told not to call home,
 * and turbo what its hashes of tests depend on.
 *
 * @returns its exit code; 1 when a signal ended it.
 */
export function runTool(name: string, args: readonly string[]): Promise<number> {
  const windows = process.platform === "win32";
  const isNode = name === "node";
  const file = isNode
    ? process.execPath
    : `${checkout}node_modules/.bin/${name}${windows ? ".cmd" : ""}`;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: checkout,
      stdio: "inherit",
      shell: windows && !isNode,
      env: { ...process.env, ...setting },
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
