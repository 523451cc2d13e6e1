import { join } from "node:path";
import { getAt, isObject, toPointer } from "@cloud-clients/openapi-model";
import { readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import { readDocument } from "../documents/read-document.js";
import type { ImportedPage } from "./import-page.js";
import { readProvenance } from "./provenance.js";

const shown = 20;

/** What a page brings against what is there before it is written, as lines to print. */
export async function describeImport(root: string, page: ImportedPage): Promise<string[]> {
  const { api, entry, fragment } = page;
  if (fragment === undefined || entry.file === undefined) {
    const entries = await readProvenance(root, api);
    const before = entries.find((old) => old.operation === entry.operation);
    const change =
      before === undefined ? "new" : before.sha256 === entry.sha256 ? "unchanged" : "changed";
    return [`specs/${api}/upstream: ${entry.operation}: ${change} (provenance only)`];
  }
  const path = `specs/${api}/upstream/${entry.file}`;
  const before = await readText(join(root, path));
  if (before === undefined) return [`${path}: new (${entry.operation})`];
  if (before === fragment) return [`${path}: unchanged`];
  const { added, removed } = countLineChanges(before, fragment);
  return [`${path}: changed, +${added} -${removed} lines`, ...structuralChanges(before, fragment)];
}

/** Both are held to the judge: what an alias bomb comes to cannot be compared either. */
function parsed(text: string): unknown {
  return readDocument(text, { file: "", layer: "upstream", folder: "upstream" }).parsed;
}

function structuralChanges(before: string, after: string): string[] {
  let old: unknown;
  try {
    old = parsed(before);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return ["  (the one before is not YAML, or is refused)"];
  }
  const changes = compareDocuments(old, parsed(after));
  const lines = (["added", "removed", "changed"] as const).flatMap((kind) =>
    changes[kind].map((pointer) => `  ${kind} ${pointer}`),
  );
  const more = lines.length - shown;
  return more > 0 ? [...lines.slice(0, shown), `  … and ${more} more`] : lines;
}

/** JSON pointers of what differs between two parsed documents. */
interface DocumentChanges {
  added: string[];
  removed: string[];
  changed: string[];
}

/** What `after` has, lacks or says differently, at the highest pointer that tells it. */
function compareDocuments(before: unknown, after: unknown): DocumentChanges {
  const changes: DocumentChanges = { added: [], removed: [], changed: [] };
  compareAt(before, after, [], changes);
  return changes;
}

function compareAt(
  before: unknown,
  after: unknown,
  keys: (string | number)[],
  changes: DocumentChanges,
): void {
  const pairs = childrenOf(before, after);
  if (pairs === undefined) {
    if (before !== after) changes.changed.push(toPointer(keys));
    return;
  }
  for (const [key, one, other] of pairs) {
    const path = [...keys, key];
    if (one === undefined) changes.added.push(toPointer(path));
    else if (other === undefined) changes.removed.push(toPointer(path));
    else compareAt(one, other, path, changes);
  }
}

function childrenOf(
  before: unknown,
  after: unknown,
): [string | number, unknown, unknown][] | undefined {
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => [
      index,
      getAt(before, [index]),
      getAt(after, [index]),
    ]);
  }
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].map((key) => [key, getAt(before, [key]), getAt(after, [key])]);
  }
  return undefined;
}

/**
 * How many lines the later text has that the earlier one lacks, and the other way round. A line that only
 * moved counts as neither: a page may have a hundred thousand lines, and this takes one look at each.
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
