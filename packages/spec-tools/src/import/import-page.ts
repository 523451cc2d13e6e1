import { sha256 } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import { pathProblem, quoted } from "../documents/names.js";
import { parseFragment, upstreamName } from "./fragment.js";
import { guessApi } from "./guess-api.js";
import { httpsAddress, type Page } from "./load-page.js";
import { findFragment, findTitle } from "./page.js";
import { type PageEntry, readProvenance } from "./provenance.js";

/** What the caller knows about a page besides the page. */
export interface PageFacts {
  api?: string;
  address?: string;
  /** YYYY-MM-DD */
  seen: string;
  /** YYYY-MM-DD; absent when the page bears no date. */
  dated?: string;
  /** The title, where the text has none. */
  title?: string;
  /** The operation of a page without a fragment. */
  note?: string;
}

/** A page that was validated and may be written. */
export interface ImportedPage {
  api: Api;
  entry: PageEntry;
  /** The fragment; absent where only the provenance entry is kept. */
  fragment?: string;
}

/**
 * Validates a page and returns what to keep of it. Writes nothing.
 *
 * @throws InputError with the one thing that is wrong.
 */
export async function importPage(
  repository: Repository,
  page: Page,
  facts: PageFacts,
): Promise<ImportedPage> {
  const kept = facts.note === undefined ? readFragment(page) : readNote(page, facts.note);
  const api =
    facts.api === undefined
      ? await guessApi(repository, page.name, [kept.operation], kept.servers)
      : repository.api(facts.api);
  const before = (await readProvenance(api)).pages.find((entry) =>
    kept.file === undefined ? entry.operation === kept.operation : entry.file === kept.file,
  );
  const address = facts.address ?? page.address ?? before?.address;
  if (address === undefined) {
    throw new InputError(`${page.name}: the page's address is unknown; pass --address https://…`);
  }
  httpsAddress(address);
  if (before !== undefined && before.operation !== kept.operation && before.address !== address) {
    throw new InputError(
      `${page.name}: ${api.specs}/upstream/${kept.file} has ${before.operation} of another page, ` +
        `${before.address}; if that page is gone, delete the file and its entry first`,
    );
  }
  const hash = sha256(kept.text);
  const entry: PageEntry = {
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
  return { text, operation, claims, file, servers: document.servers };
}

function readNote(page: Page, operation: string) {
  const [method = "", path = "", ...rest] = operation.split(" ");
  const known = ["GET", "PUT", "POST", "DELETE", "PATCH"].includes(method) && rest.length === 0;
  if (!known || pathProblem(path) !== undefined) {
    throw new InputError(`--note ${quoted(operation)}: must be like "PUT /v1/things/{id}"`);
  }
  return { text: page.text, operation, file: undefined, servers: undefined };
}
