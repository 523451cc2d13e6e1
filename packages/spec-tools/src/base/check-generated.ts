import { join } from "node:path";
import { linkProblem, readText } from "./files.js";
import type { Repository } from "./repository.js";
import type { PlannedFile } from "./write-files.js";

/** A line for each file that is not, byte for byte, what the specs come to now. */
export async function checkGenerated(
  repository: Repository,
  files: readonly PlannedFile[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const { path, text } of files) {
    const link = await linkProblem(repository.root, path);
    if (link !== undefined) {
      lines.push(link);
      continue;
    }
    const there = await readText(join(repository.root, path)).catch(() => "");
    if (there === text) continue;
    const what =
      there === undefined
        ? ": missing"
        : `:${firstDifference(there, text)}: differs from what the specs generate`;
    lines.push(`${path}${what}; run: ${repository.command("generate")}`);
  }
  return lines;
}

function firstDifference(one: string, other: string): number {
  const a = one.split("\n");
  const b = other.split("\n");
  return a.findIndex((line, index) => line !== b[index]) + 1 || a.length;
}
