import { join } from "node:path";
import { readText } from "../base/read-file.js";
import type { PlannedFile } from "../base/write-files.js";
import { linkProblem } from "../documents/read-specs.js";

/** A line for each file that is not, byte for byte, what the specs come to now. */
export async function checkGenerated(
  root: string,
  files: readonly PlannedFile[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const { path, text } of files) {
    const link = await linkProblem(root, path);
    if (link !== undefined) {
      lines.push(link);
      continue;
    }
    const there = await readText(join(root, path)).catch(() => "");
    if (there === text) continue;
    const what =
      there === undefined
        ? ": missing"
        : `:${firstDifference(there, text)}: not what the specs make`;
    lines.push(`${path}${what}; run: npx --yes pnpm@10 generate`);
  }
  return lines;
}

function firstDifference(one: string, other: string): number {
  const a = one.split("\n");
  const b = other.split("\n");
  return a.findIndex((line, index) => line !== b[index]) + 1 || a.length;
}
