import { definedOnly } from "@cloud-clients/openapi-model";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { InputError } from "../base/input-error.js";
import { removeFiles, writeFiles } from "../base/write-files.js";
import { apiNameProblem, quoted } from "../documents/names.js";
import { describeImport } from "../import/describe-import.js";
import { type ImportedDocument, importDocument } from "../import/import-document.js";
import { type ImportedPage, importPage, type PageFacts } from "../import/import-page.js";
import { type Fetch, isWholeDocument, loadPage } from "../import/load-page.js";
import { planImport } from "../import/plan-import.js";

const usage =
  "import-docs PAGE… [--api NAME] [--address https://…] [--seen YYYY-MM-DD] [--dated YYYY-MM-DD] " +
  '[--title TEXT] [--note "METHOD PATH"]; PAGE is a file or an https address of a Markdown page or ' +
  "of an OpenAPI document (YAML or JSON)";

/**
 * `import-docs`: reads vendor pages and whole OpenAPI documents, keeps fragments and documents in
 * specs/<api>/upstream and says what changed. All are judged before anything is written.
 *
 * @throws InputError when a page, a document or an argument is wrong.
 */
export async function importDocs(args: string[], output: Output, fetch: Fetch): Promise<number> {
  const { words, options, repository } = readArguments(
    args,
    ["api", "address", "seen", "dated", "title", "note"],
    usage,
  );
  if (words.length === 0) throw new InputError(`no page given. Usage: ${usage}`);
  const facts = readFacts(options, words.length);
  const imported: (ImportedPage | ImportedDocument)[] = [];
  for (const word of words) {
    const page = await loadPage(word, fetch);
    const whole = facts.note === undefined && isWholeDocument(page);
    imported.push(await (whole ? importDocument : importPage)(repository, page, facts));
  }
  const { files, gone } = await planImport(imported);
  const report: string[] = [];
  for (const one of imported) report.push(...(await describeImport(one)));
  for (const path of gone) report.push(`${path}: deleted, since nothing refers to it any more`);
  await writeFiles(repository.root, files);
  await removeFiles(repository.root, gone);
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
    throw new InputError("--address, --title and --note apply to a single page; give one page");
  }
  return { seen, ...definedOnly({ api, address, note, dated, title }) };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
