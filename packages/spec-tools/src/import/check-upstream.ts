import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readBytes } from "../base/read-file.js";
import { sha256 } from "../base/sha256.js";
import { provenancePath, readProvenance } from "./provenance.js";

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
    const mend = `run: npx --yes pnpm@10 import-docs ${address} --api ${api}`;
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
        `delete it, or run: npx --yes pnpm@10 import-docs PAGE --api ${api}`,
    );
  }
  return lines;
}
