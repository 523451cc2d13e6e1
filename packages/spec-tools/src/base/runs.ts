import { readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, isNotFound, linkProblem, makeFolder } from "./files.js";
import { InputError, messageOf } from "./input-error.js";

/** Where commands that run leave word of it; it goes with the last of them. */
export const runsFolder = ".spec-tools";

/** A file that a command writes or deletes: the SHA-256 it had before and has afterwards; null for no file. */
export interface ChangedFile {
  path: string;
  before: string | null;
  after: string | null;
}

/** Files that are about to be replaced. */
export interface PendingChange {
  /** Part of the names of the files that were written aside. */
  id: string;
  /** Whether all of them are whole. */
  ready: boolean;
  files: ChangedFile[];
  /** Folders that are made for them, outer ones first. */
  made: string[];
}

/** What a command says of itself while it runs. Paths are files and folders, from the root. */
export interface Run {
  reads: readonly string[];
  writes: readonly string[];
  change?: PendingChange;
}

/** A run as its file in {@link runsFolder} tells it. */
export interface FoundRun extends Run {
  name: string;
  pid: number;
}

/** A run of this process, until it ends. */
export class OwnRun {
  readonly name: string;
  readonly #root: string;

  constructor(root: string, name: string) {
    this.#root = root;
    this.name = name;
    alive.add(name);
  }

  /** Replaces what it says, in one step. */
  async say(run: Run): Promise<void> {
    const file = join(this.#root, runsFolder, this.name);
    await writeFile(`${file}.tmp`, JSON.stringify(run), { flush: true });
    await rename(`${file}.tmp`, file);
  }

  async end(): Promise<void> {
    alive.delete(this.name);
    const folder = join(this.#root, runsFolder);
    await rm(join(folder, this.name), { force: true });
    await rm(join(folder, `${this.name}.tmp`), { force: true });
    // Others may be at work still.
    await rmdir(folder).catch(() => undefined);
  }

  /** Leaves its word behind, for the next command to finish what it says. */
  abandon(): void {
    alive.delete(this.name);
  }
}

const alive = new Set<string>();
const runName = /^(\d+)-(\d+)-\d+\.json$/;
let count = 0;

async function newName(): Promise<string> {
  count += 1;
  return `${process.pid}-${await beganAt(process.pid)}-${count}.json`;
}

/**
 * Says that a run of this process has begun.
 *
 * @throws InputError when that cannot be written; its `cause` is the system's error.
 */
export async function beginRun(root: string, run: Run): Promise<OwnRun> {
  const link = await linkProblem(root, runsFolder);
  if (link !== undefined) throw new InputError(link);
  const own = new OwnRun(root, await newName());
  for (let left = 20; ; left--) {
    try {
      await makeFolder(join(root, runsFolder));
      await own.say(run);
      return own;
    } catch (error) {
      // Another command was the last one and took the folder away.
      if (isNotFound(error) && left > 0) continue;
      await own.end().catch(() => undefined);
      const problem = new InputError(`${runsFolder}/${own.name}: ${messageOf(error)}`);
      problem.cause = error;
      throw problem;
    }
  }
}

/** The runs of living processes, and those of processes that were killed. */
export async function findRuns(root: string): Promise<{ living: FoundRun[]; dead: FoundRun[] }> {
  const found: { living: FoundRun[]; dead: FoundRun[] } = { living: [], dead: [] };
  const folder = join(root, runsFolder);
  for (const name of await readdir(folder).catch(() => [])) {
    const match = runName.exec(name.replace(/\.tmp$/, ""));
    if (match === null) continue;
    const [whole, pid, began] = match;
    const lives = await isAlive(whole, Number(pid), String(began));
    if (name.endsWith(".tmp")) {
      if (!lives) await rm(join(folder, name), { force: true });
      continue;
    }
    const text = await readFile(join(folder, name), "utf8").catch((error) => {
      // It ended in between.
      if (isNotFound(error)) return undefined;
      throw new InputError(`${runsFolder}/${name}: ${messageOf(error)}`);
    });
    if (text !== undefined) {
      found[lives ? "living" : "dead"].push({ ...parseRun(text, name), name, pid: Number(pid) });
    }
  }
  return found;
}

/** Takes over a dead run; nothing when another command was faster. */
export async function takeOver(root: string, dead: FoundRun): Promise<OwnRun | undefined> {
  const own = new OwnRun(root, await newName());
  try {
    await rename(join(root, runsFolder, dead.name), join(root, runsFolder, own.name));
    return own;
  } catch (error) {
    own.abandon();
    if (isNotFound(error)) return undefined;
    throw new InputError(`${runsFolder}/${dead.name}: ${messageOf(error)}`);
  }
}

async function isAlive(name: string, pid: number, began: string): Promise<boolean> {
  const now = await beganAt(pid);
  if (pid === process.pid && began === now) return alive.has(name);
  // Another process may have the number by now.
  if (began !== unknown && now !== unknown) return began === now;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

const unknown = "0";

/** When a process began, as Linux counts it; "0" where that is not to be had, as on other systems. */
async function beganAt(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? unknown;
}

/** A file of the checkout may be anybody's, so that nothing in it leads out of the checkout. */
function parseRun(text: string, name: string): Run {
  const { reads, writes, change } = parseObject(text);
  if (
    isPaths(reads) &&
    isPaths(writes) &&
    (change === undefined || isChange(change)) &&
    runName.test(name)
  ) {
    return change === undefined ? { reads, writes } : { reads, writes, change };
  }
  throw new InputError(`${runsFolder}/${name}: not what a command writes there; delete it`);
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function isPaths(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isPath);
}

function isPath(value: unknown): value is string {
  return (
    typeof value === "string" &&
    !/^[a-z]:|\\|\0/i.test(value) &&
    value.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

function isChange(value: unknown): value is PendingChange {
  const { id, ready, files, made } = Object(value);
  return (
    typeof id === "string" &&
    /^[\d-]+$/.test(id) &&
    typeof ready === "boolean" &&
    isPaths(made) &&
    Array.isArray(files) &&
    files.every((file) => isPath(file?.path) && isHash(file.before) && isHash(file.after))
  );
}

function isHash(value: unknown): boolean {
  return value === null || (typeof value === "string" && /^[0-9a-f]{64}$/.test(value));
}
