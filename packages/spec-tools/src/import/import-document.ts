import { sha256 } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import { guessApi } from "./guess-api.js";
import type { PageFacts } from "./import-page.js";
import { httpsAddress, type Page } from "./load-page.js";
import { type DocumentEntry, readProvenance } from "./provenance.js";
import { readWholeDocument } from "./whole-document.js";

/** A whole document that was judged and may be written. */
export interface ImportedDocument {
  api: Api;
  entry: DocumentEntry;
  /** The text of each of its files, by path below upstream/. */
  files: ReadonlyMap<string, string>;
  /** One line per thing that a person should know. */
  remarks: string[];
}

const maxTitle = 300;

/**
 * Validates a whole document with every file that it refers to, and returns what to keep. Writes nothing.
 *
 * @throws InputError with every problem.
 */
export async function importDocument(
  repository: Repository,
  page: Page,
  facts: PageFacts,
): Promise<ImportedDocument> {
  const whole = await readWholeDocument(page);
  const names = whole.operations.map(({ operation }) => operation);
  const api =
    facts.api === undefined
      ? await guessApi(repository, page.name, names, whole.servers)
      : repository.api(facts.api);
  const before = (await readProvenance(api)).documents.find(({ file }) => file === whole.file);
  const address = facts.address ?? page.address ?? before?.address ?? "unknown";
  if (address !== "unknown") httpsAddress(address);
  const shared = before?.operations.some(({ operation }) => names.includes(operation)) ?? true;
  if (before !== undefined && before.address !== address && !shared) {
    throw new InputError(
      `${page.name}: ${api.specs}/upstream/${whole.file} is another document, ${before.address}; ` +
        "delete that file and its entry first if it is gone",
    );
  }
  const title = (facts.title ?? whole.title).trim();
  if (title === "" || title.length > maxTitle) {
    throw new InputError(
      `${page.name}: info.title must have 1 to ${maxTitle} characters; or pass --title "…"`,
    );
  }
  const [main, ...beside] = [...whole.files].map(([file, text]) => ({
    file,
    sha256: sha256(text),
  }));
  if (main === undefined) throw new InputError(`${page.name}: no document`);
  const entry: DocumentEntry = {
    file: whole.file,
    address,
    title,
    version: whole.version || "unknown",
    seen: facts.seen,
    dated: facts.dated ?? (before?.sha256 === main.sha256 ? before.dated : "unknown"),
    sha256: main.sha256,
    ...(beside.length > 0 ? { beside: beside.sort((a, b) => (a.file < b.file ? -1 : 1)) } : {}),
    operations: whole.operations,
  };
  const folder = `${api.specs}/upstream`;
  return {
    api,
    entry,
    files: whole.files,
    remarks: whole.rounded.map((line) => `${folder}/${line}`),
  };
}
