import { join } from "node:path";
import { getAt, isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { readText, sha256 } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { PlannedFile } from "../base/write-files.js";
import { pathProblem, quoted } from "../documents/names.js";
import { parseDocument } from "../documents/read-document.js";
import { knownApis } from "../documents/specs.js";
import { parseFragment, upstreamName } from "./fragment.js";
import { httpsAddress, type Page } from "./load-page.js";
import { findFragment, findTitle } from "./page.js";
import {
  formatProvenance,
  type ProvenanceEntry,
  provenancePath,
  readProvenance,
} from "./provenance.js";

/** What the caller knows about a page besides the page. */
export interface PageFacts {
  api?: string;
  address?: string;
  /** YYYY-MM-DD */
  seen: string;
  /** YYYY-MM-DD; absent when the page bears no date. */
  dated?: string;
  /** The title of a page whose text has none. */
  title?: string;
  /** The operation of a page without a fragment. */
  note?: string;
}

/** A page that was validated and may be written. */
export interface ImportedPage {
  api: string;
  entry: ProvenanceEntry;
  /** The fragment; absent where only the provenance entry is kept. */
  fragment?: string;
}

/**
 * Validates a page and returns what to keep of it. Writes nothing.
 *
 * @throws InputError with the one thing that is wrong.
 */
export async function importPage(
  root: string,
  page: Page,
  facts: PageFacts,
): Promise<ImportedPage> {
  const kept = facts.note === undefined ? readFragment(page) : readNote(page, facts.note);
  const api = facts.api ?? (await guessApi(root, page.name, kept.operation, kept.document));
  const before = (await readProvenance(root, api)).find((entry) =>
    kept.file === undefined ? entry.operation === kept.operation : entry.file === kept.file,
  );
  const address = facts.address ?? page.address ?? before?.address;
  if (address === undefined) {
    throw new InputError(`${page.name}: the page's address is unknown; pass --address https://…`);
  }
  httpsAddress(address);
  if (before !== undefined && before.operation !== kept.operation && before.address !== address) {
    throw new InputError(
      `${page.name}: specs/${api}/upstream/${kept.file} has ${before.operation} of another page, ` +
        `${before.address}; if that page is gone, delete the file and its entry first`,
    );
  }
  const hash = sha256(kept.text);
  const entry: ProvenanceEntry = {
    operation: kept.operation,
    address,
    title: facts.title ?? findTitle(page.text, page.name),
    seen: facts.seen,
    dated: facts.dated ?? (before?.sha256 === hash ? before.dated : "unknown"),
    sha256: hash,
  };
  if (kept.file === undefined) return { api, entry };
  return { api, entry: { ...entry, file: kept.file, claims: kept.claims }, fragment: kept.text };
}

function readFragment(page: Page) {
  const { text, operation, claims, line } = findFragment(page.text, page.name);
  const document = parseFragment({ text, operation, claims, line }, page.name);
  const file = upstreamName({ text, operation, claims, line }, page.name);
  return { text, operation, claims, file, document };
}

function readNote(page: Page, operation: string) {
  const [method = "", path = "", ...rest] = operation.split(" ");
  const known = ["GET", "PUT", "POST", "DELETE", "PATCH"].includes(method) && rest.length === 0;
  if (!known || pathProblem(path) !== undefined) {
    throw new InputError(`--note ${quoted(operation)}: must be like "PUT /v1/things/{id}"`);
  }
  return { text: page.text, operation, file: undefined, document: undefined };
}

/**
 * The API a page belongs to: the one whose provenance holds its operation, else the only one that has
 * one of the fragment's servers.
 *
 * @throws InputError asking for `--api` when no API or more than one fits.
 */
async function guessApi(
  root: string,
  page: string,
  operation: string,
  document?: JsonObject,
): Promise<string> {
  const apis = await knownApis(root);
  const holding: string[] = [];
  const serving: string[] = [];
  const wanted = serversOf(document);
  for (const api of apis) {
    const entries = await readProvenance(root, api);
    if (entries.some((entry) => entry.operation === operation)) holding.push(api);
    const source = await readText(join(root, "specs", api, "source", "openapi.yaml"));
    const servers = serversOf(parseQuietly(source));
    if (wanted.some((server) => servers.includes(server))) serving.push(api);
  }
  const found = holding.length > 0 ? holding : serving;
  const [api] = found;
  if (api !== undefined && found.length === 1) return api;
  throw new InputError(
    `${page}: ${found.length === 0 ? "no API" : found.join(" and ")} matches ${operation}; ` +
      `pass --api NAME (known: ${apis.join(", ") || "none yet"})`,
  );
}

function serversOf(document: unknown): string[] {
  const servers = getAt(document, ["servers"]);
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server) =>
    isObject(server) && typeof server.url === "string" ? [server.url.replace(/\/$/, "")] : [],
  );
}

function parseQuietly(text: string | undefined): unknown {
  try {
    return parseDocument(text ?? "", { file: "", layer: "source", folder: "source" }).parsed;
  } catch {
    return undefined; // a broken source is what `generate` reports, with its place
  }
}

/**
 * The files that judged pages come to: each fragment, and one PROVENANCE.yaml an API.
 *
 * @throws InputError when two pages want the same file, or an operation is held by another file already.
 */
export async function planImport(
  root: string,
  pages: readonly ImportedPage[],
): Promise<PlannedFile[]> {
  const files: PlannedFile[] = [];
  for (const api of new Set(pages.map((page) => page.api))) {
    let entries = await readProvenance(root, api);
    const written = new Set<string>();
    for (const { entry, fragment } of pages.filter((page) => page.api === api)) {
      const { file, operation } = entry;
      if (file !== undefined && fragment !== undefined) {
        const path = `specs/${api}/upstream/${file}`;
        if (written.has(path)) throw new InputError(`${path}: two of the given pages belong to it`);
        written.add(path);
        files.push({ path, text: fragment });
      }
      entries = entries.filter((old) => old.file === undefined || old.file !== file);
      const same = entries.find((old) => old.operation === operation);
      if (same?.file !== undefined) {
        throw new InputError(
          `specs/${api}/upstream/${same.file}: already has ${operation}; ` +
            `delete it and its entry in PROVENANCE.yaml if the vendor renamed it`,
        );
      }
      entries = [...entries.filter((old) => old !== same), entry];
    }
    files.push({ path: provenancePath(api), text: formatProvenance(entries) });
  }
  return files;
}
