import { join } from "node:path";
import { readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Repository } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import type { CoveredApi } from "./coverage.js";

const begin = "<!-- apis: the rows are written by `generate` -->";
const end = "<!-- end of apis -->";

/**
 * The pages of the setting `apiTables`, each with one row per API in its table: the package, and the API's title. The
 * head of the table is the page's own.
 *
 * @throws InputError when a page is missing or has no such table.
 */
export async function apiTables(
  { root, settings }: Repository,
  apis: readonly CoveredApi[],
): Promise<PlannedFile[]> {
  const rows = apis.map(({ api, coverage }) => {
    const words = coverage.title.replaceAll(/[\\|<>[\]`*_]/g, "\\$&").replaceAll(/\s+/g, " ");
    return `| [\`${api.packageName}\`](${api.package}/) | ${words} |\n`;
  });
  return Promise.all(
    settings.apiTables.map(async (path) => {
      const text = (await readText(join(root, path))) ?? "";
      const [before = "", table = "", after] = split(text);
      const [first = "", second = ""] = table.trimStart().split("\n");
      if (after === undefined || !first.startsWith("|") || !second.startsWith("|--")) {
        throw new InputError(
          `${path}: no table of APIs; write its head between these lines: ${begin} and ${end}`,
        );
      }
      const head = `${begin}\n\n${first}\n${second}\n`;
      return { path, text: `${before}${head}${rows.join("")}\n${end}${after}` };
    }),
  );
}

/** What stands before the marks, between them, and after them; nothing after them where one is missing. */
function split(text: string): string[] {
  const [before = "", rest = ""] = text.split(begin);
  return [before, ...rest.split(end)];
}
