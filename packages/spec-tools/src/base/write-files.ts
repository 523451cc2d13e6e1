import { chmod, lstat, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";
import { codeOf, exists, isNotFound, linkProblem, makeFolder, readBytes, sha256 } from "./files.js";
import { InputError, messageOf } from "./input-error.js";
import {
  beginRun,
  type ChangedFile,
  findRuns,
  type PendingChange,
  runsFolder,
  takeOver,
} from "./runs.js";

/** A file to be written: its path from the root, with forward slashes, and its whole text. */
export interface PlannedFile {
  path: string;
  text: string;
}

/** The result of writing a file. */
type WriteResult = "new" | "changed" | "unchanged";

/**
 * Writes and deletes files, all or none. They are written aside first, beside the files they replace; then a record
 * of them is complete, and only then they are renamed. A process that is killed before leaves every file as it was,
 * and one that is killed later leaves the record, by which the next command finishes ({@link settleWrites}).
 *
 * Files that already have the text are not touched, and a replaced file keeps its mode. Another hard link to a
 * replaced file keeps the old text.
 *
 * @param gone files to be deleted; those that are not there count as deleted.
 * @returns one result per file, in their order.
 * @throws InputError when a file, or a folder on the way to it, is a symbolic link, when something that is no file
 * stands in its place, when two names differ in upper and lower case alone, or when one cannot be written: it
 * names that one, and nothing was written, unless it says otherwise.
 */
export async function writeFiles(
  root: string,
  files: readonly PlannedFile[],
  gone: readonly string[] = [],
): Promise<WriteResult[]> {
  const paths = [...files.map(({ path }) => path), ...gone];
  await requireFit(root, paths, gone);
  const changes = await refusing("nothing was written", () =>
    Promise.all([
      ...files.map(({ path, text }) => changeOf(root, path, sha256(text))),
      ...gone.map((path) => changeOf(root, path, null)),
    ]),
  );
  const changed = changes.filter(({ before, after }) => before !== after);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  if (changed.length > 0) await replace(root, changed, texts);
  return changes.slice(0, files.length).map(({ before, after }) => {
    if (before === after) return "unchanged";
    return before === null ? "new" : "changed";
  });
}

/**
 * Finishes or undoes the writing of commands that were killed.
 *
 * @returns a line for each of them.
 * @throws InputError when one cannot be finished: it names the file.
 */
export async function settleWrites(root: string): Promise<string[]> {
  const lines: string[] = [];
  for (const dead of (await findRuns(root)).dead) {
    const own = await takeOver(root, dead);
    if (own === undefined) continue;
    const { change } = dead;
    const hint =
      "a command was killed while it wrote, and this one cannot finish that; mend this and run it again";
    try {
      if (change !== undefined) lines.push(await refusing(hint, () => settle(root, change)));
    } catch (error) {
      own.abandon();
      throw error;
    }
    await own.end();
  }
  // A command that was killed right at its beginning or its end leaves an empty folder.
  await rmdir(join(root, runsFolder)).catch(() => undefined);
  return lines;
}

async function settle(root: string, change: PendingChange): Promise<string> {
  const [first] = change.files;
  const others = change.files.length - 1;
  const more = others > 0 ? ` and ${others} more` : "";
  const name = `${first?.path}${more}`;
  if (!change.ready) {
    await discard(root, change);
    return `${name}: a command was killed before it replaced anything; what it had prepared is deleted`;
  }
  const left = await renameAll(root, change);
  const but = left.length === 0 ? "" : `, but for ${left.join(", ")}, edited or cleaned up since`;
  return `${name}: a command was killed while it wrote; the rest is written now${but}`;
}

/** A file could not be written; the message names it. */
class WriteError extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path}: ${messageOf(cause)}`);
  }
}

async function replace(
  root: string,
  files: ChangedFile[],
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const paths = files.map(({ path }) => path);
  const made = await missingFolders(root, [...texts.keys()]);
  const own = await beginRun(root, { reads: [], writes: paths });
  const record = `${runsFolder}/${own.name}`;
  const change: PendingChange = { id: own.name.replace(/\.json$/, ""), ready: false, files, made };
  try {
    await refusing("nothing was written", async () => {
      await naming(record, () => own.say({ reads: [], writes: paths, change }));
      for (const folder of made) await naming(folder, () => makeFolder(join(root, folder)));
      for (const path of paths) await writeAside(root, change, path, texts.get(path));
      const ready = { ...change, ready: true };
      await naming(record, () => own.say({ reads: [], writes: paths, change: ready }));
    });
  } catch (error) {
    // Cleaning up must not hide what went wrong; what it leaves goes with the next command.
    await discard(root, change)
      .then(() => own.end())
      .catch(() => own.abandon());
    throw error;
  }
  try {
    const hint = "not all files are written; mend this, and the next command writes the rest";
    await refusing(hint, () => renameAll(root, change));
  } catch (error) {
    own.abandon();
    throw error;
  }
  await own.end();
}

/** Does some work whose errors name a file; they become bad input, with what they mean for the rest. */
async function refusing<T>(hint: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw new InputError(`${error.message} (${hint})`);
  }
}

async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new WriteError(path, error);
  }
}

async function writeAside(
  root: string,
  change: PendingChange,
  path: string,
  text: string | undefined,
): Promise<void> {
  if (text === undefined) return;
  const aside = asideOf(root, change, path);
  await naming(path, async () => {
    await writeFile(aside, text, { flush: true });
    const before = await lstat(join(root, path)).catch(() => undefined);
    if (before !== undefined) await chmod(aside, before.mode & 0o777);
  });
}

/**
 * Puts every file in its place that does not have what it is to have. One that has neither that nor what it had
 * before was edited since, and is left alone; so is one whose new text somebody has deleted.
 *
 * @returns those.
 */
async function renameAll(root: string, change: PendingChange): Promise<string[]> {
  // Where upper and lower case are one, a file that is deleted may be one that is written.
  const files = [
    ...change.files.filter(({ after }) => after === null),
    ...change.files.filter(({ after }) => after !== null),
  ];
  const left: string[] = [];
  for (const { path, before, after } of files) {
    const link = await linkProblem(root, path);
    if (link !== undefined) throw new InputError(link);
    const { before: there } = await changeOf(root, path, after);
    if (there === after) continue;
    const aside = asideOf(root, change, path);
    const isLeft = there !== before || (after !== null && !(await exists(aside)));
    if (isLeft) left.push(path);
    else if (after === null) await naming(path, () => rm(join(root, path)));
    else await naming(path, () => rename(aside, join(root, path)));
  }
  await discardAsides(root, change);
  return left;
}

async function discard(root: string, change: PendingChange): Promise<void> {
  await discardAsides(root, change);
  for (const folder of change.made.toReversed()) {
    // Somebody else may have put something there.
    await rmdir(join(root, folder)).catch(() => undefined);
  }
}

async function discardAsides(root: string, change: PendingChange): Promise<void> {
  for (const { path } of change.files) {
    const aside = asideOf(root, change, path);
    if (await exists(aside)) await naming(path, () => rm(aside, { force: true }));
  }
}

function asideOf(root: string, { id }: PendingChange, path: string): string {
  const target = join(root, path);
  return join(dirname(target), `.${basename(target)}.${id}.tmp`);
}

function changeOf(root: string, path: string, after: string | null): Promise<ChangedFile> {
  return naming(path, async () => {
    const bytes = (await hasName(root, path)) ? await readBytes(join(root, path)) : undefined;
    return { path, before: bytes === undefined ? null : sha256(bytes), after };
  });
}

/** Whether a file has this very name, upper and lower case told apart. */
async function hasName(root: string, path: string): Promise<boolean> {
  const names = await namesIn(root, posix.dirname(path));
  return names.includes(posix.basename(path));
}

async function namesIn(root: string, folder: string): Promise<string[]> {
  return readdir(join(root, folder)).catch((error) => {
    if (isNotFound(error) || codeOf(error) === "ENOTDIR") return [];
    throw error;
  });
}

/** Folders on the way to files that are not there yet, outer ones first. */
async function missingFolders(root: string, paths: readonly string[]): Promise<string[]> {
  const missing = new Set<string>();
  for (const path of paths) {
    const parts = path.split("/");
    for (let length = 1; length < parts.length; length++) {
      const folder = parts.slice(0, length).join("/");
      if ((await lstat(join(root, folder)).catch(() => undefined)) === undefined)
        missing.add(folder);
    }
  }
  return [...missing].sort();
}

async function requireFit(
  root: string,
  paths: readonly string[],
  gone: readonly string[],
): Promise<void> {
  const problems = new Set<string>();
  const byFold = new Map<string, string>();
  for (const path of paths) {
    const link = await linkProblem(root, path);
    if (link !== undefined) problems.add(link);
    const there = await lstat(join(root, path)).catch(() => undefined);
    if (link === undefined && there !== undefined && !there.isFile()) {
      problems.add(`${path}: no file stands there; delete or rename what does`);
    }
    if (gone.includes(path)) continue;
    const twin = byFold.get(fold(path)) ?? (await twinOf(root, path, gone));
    if (twin !== undefined && twin !== path) {
      problems.add(`${path}: ${twin} has the same name where upper and lower case are one`);
    }
    byFold.set(fold(path), path);
  }
  if (problems.size > 0) throw new InputError(...problems);
}

/** Another file whose name is the same on macOS and Windows. */
async function twinOf(
  root: string,
  path: string,
  gone: readonly string[],
): Promise<string | undefined> {
  const folder = posix.dirname(path);
  const names = await namesIn(root, folder).catch(() => []);
  return names
    .map((name) => (folder === "." ? name : `${folder}/${name}`))
    .find((other) => other !== path && fold(other) === fold(path) && !gone.includes(other));
}

function fold(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
