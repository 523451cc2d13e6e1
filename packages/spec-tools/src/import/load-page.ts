import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { InputError, messageOf } from "../base/input-error.js";
import { decodeUtf8 } from "../base/read-file.js";
import { maxBytes } from "../documents/read-document.js";
import { type Fetch, fetchPage } from "./fetch-page.js";

/** A vendor page as it was read. */
export interface Page {
  /** How messages call it: the file or the address, as given. */
  name: string;
  text: string;
  /** Its address, when it was read from one. */
  address?: string;
}

/**
 * Reads a page from an https address or from a file (relative to the working directory).
 *
 * @throws InputError when it cannot be read.
 */
export async function loadPage(source: string, fetch: Fetch): Promise<Page> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) {
    return { name: source, text: await fetchPage(source, fetch), address: source };
  }
  const path = resolve(source);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new InputError(`${source}: no such file`);
  // A device or a pipe may never end.
  if (!found.isFile()) throw new InputError(`${source}: not a file`);
  if (found.size > maxBytes) throw new InputError(`${source}: larger than ${maxBytes} bytes`);
  const bytes = await readFile(path).catch((error) => {
    throw new InputError(`${source}: not read: ${messageOf(error)}`);
  });
  try {
    return { name: source, text: decodeUtf8(bytes) };
  } catch {
    throw new InputError(`${source}: not UTF-8 text`);
  }
}
