import { join } from "node:path";
import { InputError } from "../base/input-error.js";
import { readText } from "../base/read-file.js";
import { readDocument } from "../documents/read-document.js";
import { compareDocuments } from "./compare-documents.js";
import { countLineChanges } from "./count-line-changes.js";
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
