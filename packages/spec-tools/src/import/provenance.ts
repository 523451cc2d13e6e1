import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { stringify } from "yaml";
import { readBytes, readText, sha256 } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import { readDocument } from "../documents/read-document.js";
import { fileSegment } from "./fragment.js";

/** Where one operation of upstream comes from that has a page of its own. */
export interface PageEntry {
  /** `PUT /gpus/v2/…` */
  operation: string;
  /** The page's https address. */
  address: string;
  title: string;
  /** Day the page was last read here, YYYY-MM-DD, UTC. */
  seen: string;
  /** The date that the page or its site gives, or `unknown`. */
  dated: string;
  /** SHA-256 of the fragment; of the page where the page has no fragment and only this entry is kept. */
  sha256: string;
  /** The fragment's file beside PROVENANCE.yaml; absent where only this entry is kept. */
  file?: string;
  /** The file name that the page's fence claims. */
  claims?: string;
}

/** Where a whole document of upstream comes from, and which operations it has. */
export interface DocumentEntry {
  /** The document's file beside PROVENANCE.yaml. */
  file: string;
  /** Its https address, or `unknown` when it was imported from a file without `--address`. */
  address: string;
  title: string;
  /** The version that the document gives the API. */
  version: string;
  seen: string;
  dated: string;
  /** SHA-256 of `file`. */
  sha256: string;
  /** The other files that it is made of, by their paths from PROVENANCE.yaml. */
  beside?: { file: string; sha256: string }[];
  /** `PUT /things/{id}`, and the reference from PROVENANCE.yaml that leads to it. */
  operations: { operation: string; at: string }[];
}

/** What PROVENANCE.yaml holds. */
export interface Provenance {
  pages: readonly PageEntry[];
  documents: readonly DocumentEntry[];
}

const header = (command: string) =>
  `# Written by "${command}": where each operation was read. Fragments and documents are\n` +
  "# beside this file, byte for byte; of a page without a fragment only its entry is kept (sha256 is then\n" +
  '# the page\'s). "dated: unknown": the copy read bears no date. Corrections belong in overlays/.\n';

/** Path of an API's PROVENANCE.yaml, from the root. */
export function provenancePath(api: Api): string {
  return `${api.specs}/upstream/PROVENANCE.yaml`;
}

/**
 * What an API's PROVENANCE.yaml says; nothing when it has none.
 *
 * @throws InputError when the file is not what `formatProvenance` writes.
 */
export async function readProvenance(api: Api): Promise<Provenance> {
  const path = provenancePath(api);
  const text = await readText(join(api.repository.root, path));
  if (text === undefined) return { pages: [], documents: [] };
  const name = { file: path, layer: "fragment", folder: "upstream" } as const;
  const document: unknown = readDocument(text, name).parsed;
  const { pages = [], documents = [] } = isObject(document) ? document : {};
  const holds = isObject(document) && (document.pages ?? document.documents) !== undefined;
  if (!holds || !Array.isArray(pages) || !Array.isArray(documents)) {
    throw new InputError(`${path}:1: needs a list "pages:" or "documents:"`);
  }
  return {
    pages: pages.map((page, index) => pageEntry(page, `${path}: pages[${index}]`)),
    documents: documents.map((one, index) => documentEntry(one, `${path}: documents[${index}]`)),
  };
}

/** The operations that an API's upstream has, each with the file that holds it, if one does. */
export function heldOperations({ pages, documents }: Provenance): Map<string, string | undefined> {
  return new Map([
    ...pages.map(({ operation, file }) => [operation, file] as const),
    ...documents.flatMap(({ file, operations }) =>
      operations.map(({ operation }) => [operation, file] as const),
    ),
  ]);
}

/** All files of a document. */
export function filesOf({ file, sha256: hash, beside = [] }: DocumentEntry): {
  file: string;
  sha256: string;
}[] {
  return [{ file, sha256: hash }, ...beside];
}

/** The text of PROVENANCE.yaml: pages and operations in order of path, then method. */
export function formatProvenance(api: Api, { pages, documents }: Provenance): string {
  const held = {
    ...(pages.length > 0 ? { pages: byOperation(pages) } : {}),
    ...(documents.length > 0
      ? {
          documents: [...documents]
            .sort((a, b) => (a.file < b.file ? -1 : 1))
            .map((one) => ({ ...one, operations: byOperation(one.operations) })),
        }
      : {}),
  };
  const head = header(api.repository.command("import-docs"));
  return head + stringify(held, { lineWidth: 0, aliasDuplicateObjects: false });
}

function byOperation<Entry extends { operation: string }>(entries: readonly Entry[]): Entry[] {
  const key = ({ operation }: Entry) => operation.split(" ").reverse().join(" ");
  const keyed = entries.map((entry) => ({ key: key(entry), entry }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
}

/** Reads the strings of a mapping, one at a time. */
function fieldsOf(value: unknown, place: string): { all: JsonObject; text(name: string): string } {
  if (!isObject(value)) throw new InputError(`${place}: must be a mapping`);
  return {
    all: value,
    text(name) {
      const found = value[name];
      if (typeof found === "string" && found !== "") return found;
      throw new InputError(`${place}: "${name}" must be a string`);
    },
  };
}

function pageEntry(page: unknown, place: string): PageEntry {
  const { all, text } = fieldsOf(page, place);
  const entry: PageEntry = {
    operation: text("operation"),
    address: text("address"),
    title: text("title"),
    seen: text("seen"),
    dated: text("dated"),
    sha256: text("sha256"),
  };
  if (all.file !== undefined) {
    entry.file = text("file");
    if (!fileSegment.test(entry.file)) throw new InputError(`${place}: "file" must be a file name`);
  }
  if (all.claims !== undefined) entry.claims = text("claims");
  return entry;
}

function documentEntry(document: unknown, place: string): DocumentEntry {
  const { all, text } = fieldsOf(document, place);
  const { operations, beside = [] } = all;
  if (!Array.isArray(operations) || !Array.isArray(beside)) {
    throw new InputError(`${place}: "operations" and "beside" must be lists`);
  }
  const entry: DocumentEntry = {
    file: plainPath(text("file"), place),
    address: text("address"),
    title: text("title"),
    version: text("version"),
    seen: text("seen"),
    dated: text("dated"),
    sha256: text("sha256"),
    operations: operations.map((one, index) => {
      const fields = fieldsOf(one, `${place}.operations[${index}]`);
      return { operation: fields.text("operation"), at: fields.text("at") };
    }),
  };
  if (beside.length === 0) return entry;
  return {
    ...entry,
    beside: beside.map((one, index) => {
      const fields = fieldsOf(one, `${place}.beside[${index}]`);
      return { file: plainPath(fields.text("file"), place), sha256: fields.text("sha256") };
    }),
  };
}

function plainPath(path: string, place: string): string {
  if (path.split("/").every((part) => fileSegment.test(part))) return path;
  throw new InputError(`${place}: "file" must be a plain relative path`);
}

/** One line per upstream file that differs from its provenance or has none. */
export async function checkUpstream(api: Api): Promise<string[]> {
  const { root } = api.repository;
  const folder = `${api.specs}/upstream`;
  const { pages, documents } = await readProvenance(api);
  const expected = [
    ...pages.flatMap(({ file, sha256: hash, address }) =>
      file === undefined ? [] : [{ file, hash, address }],
    ),
    ...documents.flatMap((document) =>
      filesOf(document).map(({ file, sha256: hash }) => ({
        file,
        hash,
        address: document.address === "unknown" ? "FILE" : document.address,
      })),
    ),
  ];
  const lines: string[] = [];
  for (const { file, hash, address } of expected) {
    const bytes = await readBytes(join(root, folder, file));
    const mend = `run: ${api.repository.command(`import-docs ${address} --api ${api}`)}`;
    if (bytes === undefined) lines.push(`${folder}/${file}: missing; ${mend}`);
    else if (sha256(bytes) !== hash) {
      lines.push(
        `${folder}/${file}: not the vendor's bytes (sha256 differs from ${provenancePath(api)}); ` +
          `undo the edit, or ${mend}`,
      );
    }
  }
  const known = new Set(expected.map(({ file }) => file));
  for (const file of await filesBelow(join(root, folder))) {
    if (known.has(file) || file === "PROVENANCE.yaml") continue;
    lines.push(
      `${folder}/${file}: has no entry in ${provenancePath(api)}; ` +
        `delete it, or run: ${api.repository.command(`import-docs PAGE --api ${api}`)}`,
    );
  }
  return lines;
}

/** Paths of the files below a folder, in order, with forward slashes. */
async function filesBelow(folder: string, below = ""): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)));
    else found.push(path);
  }
  return found.sort();
}
