import { definedOnly } from "@cloud-clients/openapi-model";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { InputError } from "../base/input-error.js";
import { writeFiles } from "../base/write-files.js";
import { apiNameProblem, quoted } from "../documents/names.js";
import { describeImport } from "../import/describe-import.js";
import {
  type ImportedPage,
  importPage,
  type PageFacts,
  planImport,
} from "../import/import-page.js";
import { type Fetch, loadPage } from "../import/load-page.js";

const usage =
  "import-docs PAGE… [--api NAME] [--address https://…] [--seen YYYY-MM-DD] [--dated YYYY-MM-DD] " +
  '[--title TEXT] [--note "METHOD PATH"]; PAGE is a file or an https address';

/**
 * `import-docs`: reads vendor pages, keeps their OpenAPI fragments in specs/<api>/upstream and says what
 * changed. All pages are judged before anything is written.
 *
 * @throws InputError when a page or an argument is wrong.
 */
export async function importDocs(args: string[], output: Output, fetch: Fetch): Promise<number> {
  const { words, options, root } = readArguments(
    args,
    ["api", "address", "seen", "dated", "title", "note"],
    usage,
  );
  if (words.length === 0) throw new InputError(`no page given. Usage: ${usage}`);
  const facts = readFacts(options, words.length);
  const pages: ImportedPage[] = [];
  for (const word of words) {
    pages.push(await importPage(root, await loadPage(word, fetch), facts));
  }
  const files = await planImport(root, pages);
  const report: string[] = [];
  for (const page of pages) report.push(...(await describeImport(root, page)));
  await writeFiles(root, files);
  for (const line of report) output.out(line);
  return 0;
}

function readFacts(options: Partial<Record<string, string>>, pages: number): PageFacts {
  const { api, address, note, dated, title } = options;
  const seen = options.seen ?? new Date().toISOString().slice(0, 10);
  for (const [name, day] of Object.entries({ seen, dated })) {
    if (day !== undefined && !isDay(day)) {
      throw new InputError(`--${name} ${day}: must be a day like 2026-11-20`);
    }
  }
  const problem = api === undefined ? undefined : apiNameProblem(api);
  if (problem !== undefined) throw new InputError(`--api ${api}: ${problem}`);
  if (title !== undefined && (title.trim() === "" || title.length > 300)) {
    throw new InputError(`--title ${quoted(title)}: must have 1 to 300 characters`);
  }
  if (pages > 1 && [address, note, title].some((fact) => fact !== undefined)) {
    throw new InputError("--address, --title and --note speak of one page; give one page");
  }
  return { seen, ...definedOnly({ api, address, note, dated, title }) };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
