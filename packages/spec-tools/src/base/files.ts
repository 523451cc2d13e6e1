import { createHash } from "node:crypto";
import { access, lstat, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The text of a file, or `undefined` when there is none. Bytes that are not UTF-8 throw a TypeError. */
export async function readText(file: string): Promise<string | undefined> {
  const bytes = await readBytes(file);
  return bytes === undefined ? undefined : decodeUtf8(bytes);
}

/** The bytes of a file, or `undefined` when there is none. */
export async function readBytes(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** UTF-8 text that turns back into the same bytes: a byte order mark stays, a bad byte throws. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Whether an error says that a file or folder is not there. */
export function isNotFound(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

/** The code of an error of the system, such as `EACCES`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** Makes a folder in one that is there, if it is not there itself. */
export async function makeFolder(path: string): Promise<void> {
  // Node's recursive way says ENOENT where a file system is read-only.
  await mkdir(path).catch((error) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
}

/** The SHA-256 of bytes (or of a text's UTF-8 bytes) in lower-case hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Whether something stands at `path`. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Why a link among specs and generated files is refused. */
export const linksAreRefused =
  "a symbolic link; specs and generated files are files of this checkout";

/**
 * What is wrong with a path from the root, given with forward slashes: it, or a folder on the way to it, is
 * a symbolic link.
 */
export async function linkProblem(root: string, path: string): Promise<string | undefined> {
  const parts = path.split("/");
  for (let length = 1; length <= parts.length; length++) {
    const part = parts.slice(0, length).join("/");
    const entry = await lstat(join(root, part)).catch(() => undefined);
    if (entry === undefined) return undefined;
    if (entry.isSymbolicLink()) return `${part}: ${linksAreRefused}`;
  }
  return undefined;
}
