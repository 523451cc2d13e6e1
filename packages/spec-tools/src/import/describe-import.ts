import { join } from "node:path";
import { readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import { readDocument } from "../documents/read-document.js";
import { type Change, compareDocuments } from "./compare.js";
import type { ImportedDocument } from "./import-document.js";
import type { ImportedPage } from "./import-page.js";
import { isDocument } from "./plan-import.js";
import { readProvenance } from "./provenance.js";

const shown = 50;

/** How an import compares with the files that are there. */
export interface Comparison {
  /** Whether the vendor's bytes are others; when a page was read, and its title, are not looked at. */
  differs: boolean;
  /** To print before anything is written. */
  lines: string[];
}

/** Compares an import with the files that are there. */
export async function describeImport(
  imported: ImportedPage | ImportedDocument,
): Promise<Comparison> {
  return isDocument(imported) ? describeDocument(imported) : describePage(imported);
}

async function describePage({ api, entry, fragment }: ImportedPage): Promise<Comparison> {
  const folder = `${api.specs}/upstream`;
  if (fragment === undefined || entry.file === undefined) {
    const { pages } = await readProvenance(api);
    const before = pages.find((old) => old.operation === entry.operation);
    const change =
      before === undefined ? "new" : before.sha256 === entry.sha256 ? "unchanged" : "changed";
    return {
      differs: change !== "unchanged",
      lines: [`${folder}: ${entry.operation}: ${change} (provenance only)`],
    };
  }
  return describeFile(api, `${folder}/${entry.file}`, fragment, entry.operation);
}

/** The first file always; of the others those that are new or changed. */
async function describeDocument(imported: ImportedDocument): Promise<Comparison> {
  const { api, entry, files, remarks } = imported;
  const { documents } = await readProvenance(api);
  const before = documents.find(({ file }) => file === entry.file);
  const others = files.size === 1 ? "" : `, ${files.size} files`;
  const facts = `${entry.operations.length} operations${others}`;
  const lines: string[] = [];
  // A document that refers to fewer files differs in the one that referred to them.
  let differs = before === undefined;
  for (const [file, text] of files) {
    const described = await describeFile(api, `${api.specs}/upstream/${file}`, text, facts);
    const isFirst = file === entry.file;
    if (isFirst || (before !== undefined && described.differs)) lines.push(...described.lines);
    differs ||= described.differs;
  }
  const old = new Set(before?.operations.map(({ operation }) => operation));
  const now = new Set(entry.operations.map(({ operation }) => operation));
  if (before !== undefined) {
    for (const operation of now) if (!old.has(operation)) lines.push(`  new ${operation}`);
    for (const operation of old) if (!now.has(operation)) lines.push(`  gone ${operation}`);
  }
  return { differs, lines: [...lines, ...remarks] };
}

async function describeFile(
  api: Api,
  path: string,
  text: string,
  facts: string,
): Promise<Comparison> {
  const before = await readText(join(api.repository.root, path));
  if (before === undefined) return { differs: true, lines: [`${path}: new (${facts})`] };
  if (before === text) return { differs: false, lines: [`${path}: unchanged`] };
  const { added, removed } = countLineChanges(before, text);
  return {
    differs: true,
    lines: [`${path}: changed, +${added} -${removed} lines`, ...structuralChanges(before, text)],
  };
}

/** Both are held to the judge: what an alias bomb comes to cannot be compared either. */
function parsed(text: string): unknown {
  return readDocument(text, { file: "", layer: "document", folder: "upstream" }).parsed;
}

function structuralChanges(before: string, after: string): string[] {
  let old: unknown;
  try {
    old = parsed(before);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return ["  (the one before is not YAML, or is refused)"];
  }
  const lines = compareDocuments(old, parsed(after)).map(showChange);
  const more = lines.length - shown;
  return more > 0 ? [...lines.slice(0, shown), `  … and ${more} more`] : lines;
}

function showChange({ kind, pointer, from, to }: Change): string {
  const values = from === undefined || to === undefined ? "" : `: ${from} -> ${to}`;
  return `  ${kind} ${pointer}${values}`;
}

/**
 * How many lines were added and removed. A line that only moved counts as neither: a page may have a hundred
 * thousand lines, and this reads each of them once.
 */
export function countLineChanges(
  before: string,
  after: string,
): { added: number; removed: number } {
  const counts = new Map<string, number>();
  for (const line of before.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  let added = 0;
  for (const line of after.split("\n")) {
    const left = counts.get(line) ?? 0;
    if (left === 0) added += 1;
    else counts.set(line, left - 1);
  }
  let removed = 0;
  for (const left of counts.values()) removed += left;
  return { added, removed };
}
