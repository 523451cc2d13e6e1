import { resolve } from "node:path";
import { type Fetch, fetchPage } from "./fetch-page.js";
import { InputError, messageOf } from "./input-error.js";
import { decodeUtf8, readBytes } from "./read-file.js";

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
  const bytes = await readBytes(resolve(source)).catch((error) => {
    throw new InputError(`${source}: not read: ${messageOf(error)}`);
  });
  if (bytes === undefined) throw new InputError(`${source}: no such file`);
  try {
    return { name: source, text: decodeUtf8(bytes) };
  } catch {
    throw new InputError(`${source}: not UTF-8 text`);
  }
}
