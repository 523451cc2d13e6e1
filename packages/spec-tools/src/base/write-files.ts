import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { linkProblem, readText } from "./files.js";
import { InputError, messageOf } from "./input-error.js";

/** A file to be written: its path from the root, and its whole text. */
export interface PlannedFile {
  path: string;
  text: string;
}

/** The result of writing a file. */
type WriteResult = "new" | "changed" | "unchanged";

/**
 * Writes all files under temporary names and then renames them, so that a reader or a kill never sees half a
 * file. Files that already have the text are not touched, and a replaced file keeps its mode. All are written
 * before the first is renamed.
 *
 * @returns one result per file, in their order.
 * @throws InputError when a file, or a folder on the way to it, is a symbolic link, or when one cannot be
 * written: it names that one, and says which had been replaced already.
 */
export async function writeFiles(
  root: string,
  files: readonly PlannedFile[],
): Promise<WriteResult[]> {
  const links = await Promise.all(files.map((file) => linkProblem(root, file.path)));
  const refused = links.filter((problem) => problem !== undefined);
  if (refused.length > 0) throw new InputError(...new Set(refused));
  const results = await Promise.all(files.map((file) => compare(root, file)));
  const changed = files.filter((_, index) => results[index] !== "unchanged");
  const replaced: string[] = [];
  let current = "";
  try {
    for (const file of changed) {
      current = file.path;
      await putAside(root, file);
    }
    for (const file of changed) {
      current = file.path;
      await rename(asideOf(root, file), join(root, file.path));
      replaced.push(file.path);
    }
  } catch (error) {
    // Cleaning up must not hide what went wrong.
    await Promise.allSettled(changed.map((file) => rm(asideOf(root, file), { force: true })));
    const done =
      replaced.length === 0 ? "nothing was replaced" : `replaced: ${replaced.join(", ")}`;
    const kept = changed.filter((file) => !replaced.includes(file.path)).map((file) => file.path);
    throw new InputError(
      `${current}: ${messageOf(error)} (${done}; unchanged: ${kept.join(", ")})`,
    );
  }
  return results;
}

/**
 * Deletes files; one that is gone already counts as deleted.
 *
 * @throws InputError when a folder on the way to one is a symbolic link.
 */
export async function removeFiles(root: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const link = await linkProblem(root, path);
    if (link !== undefined) throw new InputError(link);
    await rm(join(root, path), { force: true });
  }
}

async function compare(root: string, file: PlannedFile): Promise<WriteResult> {
  const before = await readText(join(root, file.path)).catch(() => "");
  if (before === undefined) return "new";
  return before === file.text ? "unchanged" : "changed";
}

function asideOf(root: string, file: PlannedFile): string {
  const target = join(root, file.path);
  return join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
}

async function putAside(root: string, file: PlannedFile): Promise<void> {
  const aside = asideOf(root, file);
  await mkdir(dirname(aside), { recursive: true });
  await sweep(dirname(aside), basename(file.path));
  await writeFile(aside, file.text);
  const before = await stat(join(root, file.path)).catch(() => undefined);
  if (before !== undefined) await chmod(aside, before.mode & 0o777);
}

/** A killed run leaves its aside files; they go when the next run writes there. */
async function sweep(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    const pid = entry.startsWith(`.${name}.`) ? /\.(\d+)\.tmp$/.exec(entry)?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(folder, entry), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
