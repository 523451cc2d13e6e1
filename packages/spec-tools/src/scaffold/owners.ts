import { join } from "node:path";
import { readText } from "../base/files.js";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";

/**
 * The repository's CODEOWNERS with a line for each of the API's folders, owned by whoever owns everything; nothing
 * where there is no such file or owner, or where the API has its lines.
 */
export async function ownersFile(api: Api): Promise<PlannedFile | undefined> {
  const path = ".github/CODEOWNERS";
  const text = await readText(join(api.repository.root, path));
  const owners = /^\*\s+(\S.*)$/m.exec(text ?? "")?.[1];
  if (text === undefined || owners === undefined) return undefined;
  const missing = [`/${api.specs}/`, `/${api.package}/`].filter(
    (folder) => !text.split("\n").some((line) => line.startsWith(`${folder} `)),
  );
  if (missing.length === 0) return undefined;
  const lines = missing.map((folder) => `${folder.padEnd(35)} ${owners}\n`);
  return { path, text: `${text.trimEnd()}\n${lines.join("")}` };
}
