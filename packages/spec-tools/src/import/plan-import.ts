import { InputError } from "../base/input-error.js";
import type { PlannedFile } from "../base/write-files.js";
import type { ImportedDocument } from "./import-document.js";
import type { ImportedPage } from "./import-page.js";
import {
  type DocumentEntry,
  filesOf,
  formatProvenance,
  heldOperations,
  type PageEntry,
  type Provenance,
  provenancePath,
  readProvenance,
} from "./provenance.js";

/** The files that an import writes and deletes. */
export interface ImportPlan {
  files: PlannedFile[];
  /** Files that documents no longer refer to, from the root. */
  gone: string[];
}

/** Whether a whole document was imported, not a page. */
export function isDocument(one: ImportedPage | ImportedDocument): one is ImportedDocument {
  return "files" in one;
}

/**
 * The files to write for validated pages and documents, with one PROVENANCE.yaml per API.
 *
 * @throws InputError when two of them want the same file or have the same operation, or an operation is held by
 * another file already.
 */
export async function planImport(
  imported: readonly (ImportedPage | ImportedDocument)[],
): Promise<ImportPlan> {
  requireOneSource(imported);
  const plan: ImportPlan = { files: [], gone: [] };
  for (const api of new Set(imported.map((one) => one.api))) {
    const folder = `${api.specs}/upstream`;
    let provenance = await readProvenance(api);
    const texts = new Map<string, string>();
    const add = (file: string, text: string) => {
      if (texts.has(file)) {
        throw new InputError(`${folder}/${file}: two of the given pages belong to it`);
      }
      texts.set(file, text);
    };
    const before = provenance.documents;
    for (const one of imported.filter((other) => other.api === api)) {
      if (isDocument(one)) {
        for (const [file, text] of one.files) add(file, text);
        provenance = withDocument(provenance, one.entry, folder);
      } else {
        const { entry, fragment } = one;
        if (entry.file !== undefined && fragment !== undefined) add(entry.file, fragment);
        provenance = withPage(provenance, entry, folder);
      }
    }
    const kept = new Set(provenance.documents.flatMap(filesOf).map(({ file }) => file));
    const gone = before.flatMap(filesOf).filter(({ file }) => !kept.has(file));
    plan.gone.push(...gone.map(({ file }) => `${folder}/${file}`));
    plan.files.push(...[...texts].map(([file, text]) => ({ path: `${folder}/${file}`, text })), {
      path: provenancePath(api),
      text: formatProvenance(api, provenance),
    });
  }
  return plan;
}

/** Of two pages with one operation, nobody knows which is right. */
function requireOneSource(imported: readonly (ImportedPage | ImportedDocument)[]): void {
  const first = new Map<string, string>();
  const problems: string[] = [];
  for (const one of imported) {
    const operations = isDocument(one)
      ? one.entry.operations.map(({ operation }) => operation)
      : [one.entry.operation];
    const { address } = one.entry;
    for (const operation of operations) {
      const key = `${one.api} ${operation}`;
      const other = first.get(key);
      // A page that is given twice is refused for its file.
      if (other !== undefined && other !== address) {
        problems.push(`${address}: ${operation} is also in ${other}; import one of them`);
      }
      first.set(key, other ?? address);
    }
  }
  if (problems.length > 0) throw new InputError(...problems);
}

function withPage(provenance: Provenance, entry: PageEntry, folder: string): Provenance {
  const others = provenance.pages.filter(
    ({ file, operation }) =>
      !(file !== undefined && file === entry.file) &&
      !(file === undefined && operation === entry.operation),
  );
  const rest = { ...provenance, pages: others };
  requireFree(rest, [entry.operation], entry.file === undefined ? [] : [entry.file], folder);
  return { ...rest, pages: [...others, entry] };
}

function withDocument(provenance: Provenance, entry: DocumentEntry, folder: string): Provenance {
  const others = provenance.documents.filter(({ file }) => file !== entry.file);
  const rest = { ...provenance, documents: others };
  const operations = entry.operations.map(({ operation }) => operation);
  const files = filesOf(entry).map(({ file }) => file);
  // An entry without a file only noted that an operation had none yet.
  const pages = rest.pages.filter(
    ({ file, operation }) => file !== undefined || !operations.includes(operation),
  );
  requireFree({ ...rest, pages }, operations, files, folder);
  return { pages, documents: [...others, entry] };
}

const shown = 20;

/** An operation has one place in upstream, and a file one entry. */
function requireFree(
  others: Provenance,
  operations: readonly string[],
  files: readonly string[],
  folder: string,
): void {
  const taken = new Set([
    ...others.pages.map(({ file }) => file),
    ...others.documents.flatMap(filesOf).map(({ file }) => file),
  ]);
  const held = heldOperations(others);
  const problems = [
    ...files
      .filter((file) => taken.has(file))
      .map((file) => `${folder}/${file}: belongs to another page or document; delete that first`),
    ...operations
      .filter((operation) => held.get(operation) !== undefined)
      .map(
        (operation) =>
          `${folder}/${held.get(operation)}: already has ${operation}; ` +
          "delete it and its entry in PROVENANCE.yaml if the vendor renamed it",
      ),
  ];
  if (problems.length === 0) return;
  const more = problems.length - shown;
  throw new InputError(
    ...problems.slice(0, shown),
    ...(more > 0 ? [`${folder}: … and ${more} more like these`] : []),
  );
}
