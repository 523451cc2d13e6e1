import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isObject } from "@cloud-clients/openapi-model";
import { stringify } from "yaml";
import { scriptCommand } from "../base/command.js";
import { readBytes, readText, sha256 } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import { readDocument } from "../documents/read-document.js";
import { fileSegment } from "./fragment.js";

/** Where one operation of upstream comes from. */
export interface ProvenanceEntry {
  /** `PUT /gpus/v2/…` */
  operation: string;
  /** The page's https address. */
  address: string;
  title: string;
  /** Day the page was last read here, YYYY-MM-DD, UTC. */
  seen: string;
  /** The date the page bears or the site names for it, or `unknown`: the copy is undated. */
  dated: string;
  /** SHA-256 of the fragment; of the page where the page has no fragment and only this entry is kept. */
  sha256: string;
  /** The fragment's file beside PROVENANCE.yaml; absent where only this entry is kept. */
  file?: string;
  /** The file name that the page's fence claims. */
  claims?: string;
}

const header =
  `# Written by "${scriptCommand("import-docs")}": where each operation was read. The fragments are beside this file,\n` +
  "# byte for byte; of a page without one only this entry is kept (sha256 is then the page's).\n" +
  '# "dated: unknown": the copy read bears no date. Corrections belong in overlays/.\n';
const fields = ["operation", "address", "title", "seen", "dated", "sha256"] as const;

/** Path of an API's PROVENANCE.yaml, from the root. */
export function provenancePath(api: string): string {
  return `specs/${api}/upstream/PROVENANCE.yaml`;
}

/**
 * The entries of an API, empty when it has no PROVENANCE.yaml.
 *
 * @throws InputError when the file is not what `formatProvenance` writes.
 */
export async function readProvenance(root: string, api: string): Promise<ProvenanceEntry[]> {
  const path = provenancePath(api);
  const text = await readText(join(root, path));
  if (text === undefined) return [];
  const name = { file: path, layer: "upstream", folder: "upstream" } as const;
  const document: unknown = readDocument(text, name).parsed;
  const pages = isObject(document) ? document.pages : undefined;
  if (!Array.isArray(pages)) throw new InputError(`${path}:1: needs a list "pages:"`);
  return pages.map((page, index) => asEntry(page, `${path}: pages[${index}]`));
}

/** The text of PROVENANCE.yaml: entries in order of path, then method. */
export function formatProvenance(entries: readonly ProvenanceEntry[]): string {
  const key = ({ operation }: ProvenanceEntry) => operation.split(" ").reverse().join(" ");
  const pages = [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return header + stringify({ pages }, { lineWidth: 0 });
}

function asEntry(page: unknown, place: string): ProvenanceEntry {
  if (!isObject(page)) throw new InputError(`${place}: must be a mapping`);
  const text = (name: string): string => {
    const value = page[name];
    if (typeof value === "string" && value !== "") return value;
    throw new InputError(`${place}: "${name}" must be a string`);
  };
  const [operation, address, title, seen, dated, sha256] = fields.map(text) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const entry: ProvenanceEntry = { operation, address, title, seen, dated, sha256 };
  if (page.file !== undefined) {
    entry.file = text("file");
    if (!fileSegment.test(entry.file)) throw new InputError(`${place}: "file" must be a file name`);
  }
  if (page.claims !== undefined) entry.claims = text("claims");
  return entry;
}

/** A line for each upstream file that is not what its provenance says, or that has none. */
export async function checkUpstream(root: string, api: string): Promise<string[]> {
  const folder = `specs/${api}/upstream`;
  const entries = await readProvenance(root, api);
  const files = (await readdir(join(root, folder)).catch(() => []))
    .filter((name) => name !== "PROVENANCE.yaml")
    .sort();
  const lines: string[] = [];
  for (const { file, sha256: hash, address } of entries) {
    if (file === undefined) continue;
    const bytes = await readBytes(join(root, folder, file));
    const mend = `run: ${scriptCommand(`import-docs ${address} --api ${api}`)}`;
    if (bytes === undefined) lines.push(`${folder}/${file}: missing; ${mend}`);
    else if (sha256(bytes) !== hash) {
      lines.push(
        `${folder}/${file}: not the vendor's bytes (sha256 differs from ${provenancePath(api)}); ` +
          `undo the edit, or ${mend}`,
      );
    }
  }
  const known = new Set(entries.map((entry) => entry.file));
  for (const file of files.filter((name) => !known.has(name))) {
    lines.push(
      `${folder}/${file}: has no entry in ${provenancePath(api)}; ` +
        `delete it, or run: ${scriptCommand(`import-docs PAGE --api ${api}`)}`,
    );
  }
  return lines;
}
