import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { decodeUtf8 } from "../base/files.js";
import { InputError, messageOf } from "../base/input-error.js";
import { maxBytes } from "../documents/read-document.js";
import { hasFragment } from "./page.js";

/** A page or a document as it was read. */
export interface Page {
  /** How messages call it: the file or the address, as given. */
  name: string;
  text: string;
  /** Its address, when it was read from one. */
  address?: string;
  /**
   * Reads a file of the same folder, or of one below it.
   *
   * @param path relative, with forward slashes, and without a way up.
   * @throws InputError when it cannot be read, or when a link or a redirect leads out of the folder.
   */
  beside(path: string): Promise<string>;
}

/**
 * Reads a page or a document from an https address or from a file (relative to the working directory).
 *
 * @throws InputError when it cannot be read.
 */
export async function loadPage(source: string, fetch: Fetch): Promise<Page> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) {
    const { text, url } = await fetchText(textAddress(source), fetch);
    const folder = new URL(".", url);
    return {
      name: source,
      text,
      address: source,
      beside: async (path) => (await fetchText(new URL(path, folder).href, fetch, folder)).text,
    };
  }
  const path = resolve(source);
  return {
    name: source,
    text: await readPage(path, source),
    async beside(relative) {
      const folder = await realpath(dirname(path));
      const target = await realpath(join(folder, relative)).catch(() => join(folder, relative));
      if (!target.startsWith(folder + sep)) {
        throw new InputError(`${relative}: leads out of the document's folder through a link`);
      }
      return readPage(target, relative);
    },
  };
}

/** GitHub shows a file of a repository as HTML, and has its bytes at another address. */
function textAddress(address: string): string {
  const shown = /^https:\/\/github\.com\/([^/?#]+\/[^/?#]+)\/blob\/([^?#]+)/.exec(address);
  return shown ? `https://raw.githubusercontent.com/${shown[1]}/${shown[2]}` : address;
}

async function readPage(path: string, name: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new InputError(`${name}: no such file`);
  // A device or a pipe may never end.
  if (!found.isFile()) throw new InputError(`${name}: not a file`);
  if (found.size > maxBytes) throw new InputError(`${name}: larger than ${maxBytes} bytes`);
  const bytes = await readFile(path).catch((error) => {
    throw new InputError(`${name}: cannot be read: ${messageOf(error)}`);
  });
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new InputError(`${name}: not UTF-8 text`);
  }
}

/** Whether a page is an OpenAPI document; where its name does not tell, a page has a fence with OpenAPI. */
export function isWholeDocument({ name, address, text }: Page): boolean {
  const path = address === undefined ? name : new URL(address).pathname;
  if (/\.(?:json|ya?ml)$/i.test(path)) return true;
  if (/\.(?:md|markdown|mdx)$/i.test(path)) return false;
  return /^\s*\{|^["']?(?:openapi|swagger)["']?\s*:/m.test(text) && !hasFragment(text);
}

/** What a page is fetched with; the global `fetch` has this shape. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

const maxRedirects = 5;
const timeoutMs = 30_000;

/**
 * The text of a page: 30 s and 20 MB at most, redirects followed inside the page's own origin only.
 *
 * @throws InputError when the address is not https or does not return 200 with Markdown or other plain text.
 */
export async function fetchPage(address: string, fetch: Fetch): Promise<string> {
  return (await fetchText(address, fetch)).text;
}

/** @param folder where every redirect has to stay below. */
async function fetchText(
  address: string,
  fetch: Fetch,
  folder?: URL,
): Promise<{ text: string; url: URL }> {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = httpsAddress(address);
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await fetch(url.href, { redirect: "manual", signal }).catch((error) => {
      throw new InputError(`${address}: cannot be reached: ${reasonOf(error)}`);
    });
    const target = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && target !== null) {
      await response.body?.cancel();
      url = sameOrigin(url, target, address);
      if (folder !== undefined && !url.pathname.startsWith(folder.pathname)) {
        throw new InputError(`${address}: redirects out of the document's folder to ${url.href}`);
      }
      continue;
    }
    return { text: await readBody(response, address), url };
  }
  throw new InputError(`${address}: more than ${maxRedirects} redirects`);
}

/**
 * `address` as a URL.
 *
 * @throws InputError unless it is an https address without a user name or password.
 */
export function httpsAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") {
    throw new InputError(`${address}: a page address must be https://… without user or password`);
  }
  return url;
}

function sameOrigin(from: URL, target: string, address: string): URL {
  const to = URL.canParse(target, from.href) ? new URL(target, from.href) : undefined;
  if (to?.origin === from.origin) return to;
  throw new InputError(
    `${address}: redirects to another origin, ${to?.origin ?? target}; if that is intended, pass that address`,
  );
}

async function readBody(response: Response, address: string): Promise<string> {
  const type = response.headers.get("content-type") ?? "";
  const refusal =
    response.status !== 200
      ? `responded with ${response.status} instead of 200`
      : /html/i.test(type)
        ? `responded with ${type}; pass the address of the page's Markdown (often the same with .md), or of the OpenAPI document`
        : undefined;
  if (refusal !== undefined) {
    await response.body?.cancel();
    throw new InputError(`${address}: ${refusal}`);
  }
  if (response.body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
    if (size <= maxBytes) return decodeUtf8(Buffer.concat(chunks));
  } catch (error) {
    throw new InputError(`${address}: cannot be read: ${reasonOf(error)}`);
  }
  throw new InputError(`${address}: larger than ${maxBytes} bytes`);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return messageOf(cause instanceof Error ? cause : error);
}
