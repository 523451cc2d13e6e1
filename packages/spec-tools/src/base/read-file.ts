import { readFile } from "node:fs/promises";

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

function isNotFound(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
