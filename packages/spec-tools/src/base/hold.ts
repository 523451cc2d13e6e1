import { setTimeout as sleep } from "node:timers/promises";
import type { Output } from "./command.js";
import { codeOf } from "./files.js";
import { InputError } from "./input-error.js";
import { beginRun, type FoundRun, findRuns, type OwnRun, type Run, runsFolder } from "./runs.js";
import { settleWrites } from "./write-files.js";

/** What a command reads and writes: files and folders, from the root. */
export interface Uses {
  reads?: readonly string[];
  writes?: readonly string[];
}

/** How long a command waits for another one. */
const patienceMs = 120_000;

/** After this a command that waits says so. */
const sayAfterMs = 1_000;

/**
 * Does some work while no other command writes what it reads, or touches what it writes; others that only read are
 * let be. What a killed command was writing is finished or undone before, with a line to `output.err`. Waits for
 * two minutes at most.
 *
 * Where nothing can be written (a read-only checkout), work that writes nothing goes ahead.
 *
 * @throws InputError when another command takes longer than that, naming its process.
 */
export async function whileHolding<T>(
  root: string,
  uses: Uses,
  output: Pick<Output, "err">,
  work: () => Promise<T>,
  waitMs: number = patienceMs,
): Promise<T> {
  const own = await take(root, { reads: [], writes: [], ...uses }, output, waitMs);
  try {
    return await work();
  } finally {
    await own?.end();
  }
}

async function take(
  root: string,
  run: Run,
  output: Pick<Output, "err">,
  waitMs: number,
): Promise<OwnRun | undefined> {
  const since = performance.now();
  let hasSaid = false;
  for (;;) {
    for (const line of await settleWrites(root)) output.err(line);
    const own = await beginOrRead(root, run);
    if (own === undefined) return undefined;
    // Each says so before it looks at the others: of two that begin at once, one sees the other at least.
    const { living, dead } = await findRuns(root);
    const other = conflicting(living, run);
    if (other === undefined && dead.length === 0) return own;
    await own.end();
    // Killed just now; what it was writing comes first.
    if (other === undefined) continue;
    const waited = performance.now() - since;
    if (waited >= waitMs) {
      throw new InputError(
        `${other.path}: process ${other.pid} is using it, and this command would ${run.writes.length > 0 ? "write" : "read"} it; ` +
          `try again when that has ended, or delete ${runsFolder}/${other.name} if it is none of these commands`,
      );
    }
    if (waited >= sayAfterMs && !hasSaid) {
      output.err(`${other.path}: waiting for process ${other.pid}, which is using it`);
      hasSaid = true;
    }
    // Two that gave way to each other would meet again without chance.
    await sleep(20 + 60 * Math.random());
  }
}

async function beginOrRead(root: string, run: Run): Promise<OwnRun | undefined> {
  try {
    return await beginRun(root, run);
  } catch (error) {
    const code = error instanceof InputError ? codeOf(error.cause) : undefined;
    const cannotWrite = code === "EROFS" || code === "EACCES" || code === "EPERM";
    if (cannotWrite && run.writes.length === 0) return undefined;
    throw error;
  }
}

function conflicting(
  others: readonly FoundRun[],
  run: Run,
): (FoundRun & { path: string }) | undefined {
  for (const other of others) {
    if (other.pid === process.pid) continue;
    const path =
      shared(run.writes, [...other.writes, ...other.reads]) ?? shared(run.reads, other.writes);
    if (path !== undefined) return { ...other, path };
  }
  return undefined;
}

/** A path of one that is, holds or is inside a path of the other. */
function shared(one: readonly string[], other: readonly string[]): string | undefined {
  return one.find((path) =>
    other.some(
      (there) => path === there || path.startsWith(`${there}/`) || there.startsWith(`${path}/`),
    ),
  );
}
