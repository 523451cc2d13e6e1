import { type FileHandle, mkdir, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkOptions, type Lock, refuse, sleep } from "@cloud-clients/runtime/kit";
import { tryLock } from "fs-native-extensions";
import { checkWait, type Engine, type LockOptions, lockOn } from "./engine.js";

/**
 * A lock for the processes of one machine: an empty file per resource, locked by the operating system, which frees
 * it when its holder ends, however that ends. A stopped process keeps it, so that it can write when it goes on; the
 * others wait. The waiting try again every 5 to 50 ms: each gets it sooner or later, in no particular order.
 *
 * @param folder - on a local disk, the same for all; made if it does not exist. Don't remove files from it while
 * somebody edits.
 * @throws UsageError when an argument is not allowed.
 */
export function fileLock(folder: string, options: LockOptions = {}): Lock {
  if (typeof folder !== "string" || folder === "" || folder.includes("\0")) {
    refuse("the folder of fileLock", "a path", folder);
  }
  checkOptions("fileLock", options, ["waitMs"]);
  checkWait(options);
  const engine: Engine = {
    name: "fileLock",
    leaseMs: Number.POSITIVE_INFINITY,
    async acquire(key, signal) {
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${key}.lock`);
      for (;;) {
        const file = await open(path, "a");
        try {
          while (!tryLock(file.fd)) {
            await sleep(5 + 45 * Math.random(), "waiting for the lock", signal);
          }
          if (await isAt(file, path)) {
            return { renew: () => checkPlace(file, path), release: () => file.close() };
          }
        } catch (error) {
          await file.close();
          throw error;
        }
        // It was removed while we waited: whoever comes next locks a new one.
        await file.close();
      }
    },
  };
  return lockOn(engine, options);
}

async function checkPlace(file: FileHandle, path: string): Promise<void> {
  if (!(await isAt(file, path))) throw new Error(`the lock file ${path} was removed or replaced`);
}

/** Whether a file is still the one that others open at its path. */
async function isAt(file: FileHandle, path: string): Promise<boolean> {
  const options = { bigint: true } as const;
  const [ours, theirs] = await Promise.all([
    file.stat(options),
    stat(path, options).catch(() => undefined),
  ]);
  return theirs?.ino === ours.ino && theirs.dev === ours.dev;
}
