import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "../repo.js";

/**
 * `prove properties`: the properties and races of the runtime, with all examples and every interleaving of those of which
 * `test` takes a part. Some minutes.
 *
 * @returns the exit code of vitest, which prints what it finds.
 */
export async function proveProperties(): Promise<number> {
  const folder = join(root, "packages/runtime");
  const vitest = join(folder, "node_modules/vitest/vitest.mjs");
  // None of these hangs, and none has to hurry.
  const args = [vitest, "run", "--testTimeout=1800000", "--reporter=default"];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: "inherit",
    env: { ...process.env, CLOUD_CLIENTS_PROPERTIES: "all" },
  });
  const [code] = await once(child, "close");
  return code ?? 1;
}
