import { definedOnly } from "@cloud-clients/openapi-model";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { whileHolding } from "../base/hold.js";
import { InputError, visible } from "../base/input-error.js";
import type { Repository } from "../base/repository.js";
import { type PlannedFile, writeFiles } from "../base/write-files.js";
import { importEffect } from "../changes/import-effect.js";
import { apiNameProblem, quoted } from "../documents/names.js";
import { listApis } from "../documents/specs.js";
import { describeImport } from "../import/describe-import.js";
import { type ImportedDocument, importDocument } from "../import/import-document.js";
import { type ImportedPage, importPage, type PageFacts } from "../import/import-page.js";
import { type Fetch, isWholeDocument, loadPage, type Page } from "../import/load-page.js";
import { type ImportPlan, planImport } from "../import/plan-import.js";
import { provenancePath, readProvenance } from "../import/provenance.js";

const usage =
  "import-docs PAGE… [--check] [--api NAME] [--address https://…] [--seen YYYY-MM-DD] " +
  '[--dated YYYY-MM-DD] [--title TEXT] [--note "METHOD PATH"]; PAGE is a file or an https address of ' +
  "a Markdown page or of an OpenAPI document (YAML or JSON); or: import-docs --recorded [--check] " +
  "[--api NAME]";

/**
 * `import-docs`: reads vendor pages and whole OpenAPI documents, keeps fragments and documents in
 * specs/<api>/upstream and says what changed, in them and for users of the package. All are judged before
 * anything is written.
 *
 * `--recorded` reads the pages that PROVENANCE.yaml has an address of, one request each (a document: one
 * per file), and keeps those that differ. `--check` writes nothing.
 *
 * @returns 1 when `--check` finds a difference, else 0.
 * @throws InputError when a page, a document or an argument is wrong.
 */
export async function importDocs(args: string[], output: Output, fetch: Fetch): Promise<number> {
  const flags = ["--check", "--recorded"];
  const { words, options, repository } = readArguments(
    args.filter((one) => !flags.includes(one)),
    ["api", "address", "seen", "dated", "title", "note"],
    usage,
  );
  const checking = args.includes("--check");
  const recorded = args.includes("--recorded");
  const facts = readFacts(options, words.length);
  if (recorded) refuseFacts(words, options);
  else if (words.length === 0) throw new InputError(`no page given. Usage: ${usage}`);
  const { root, settings } = repository;
  const specs = [settings.specs];
  const wanted = recorded
    ? await whileHolding(root, { reads: specs }, output, () => recordedPages(repository, facts.api))
    : words.map((source) => ({ source, facts: {} }));
  const pages: ReadPage[] = [];
  const problems: string[] = [];
  for (const { source, facts: known } of wanted) {
    const load = async () => pages.push({ page: await loadPage(source, fetch), known });
    await collecting(problems, load);
  }
  // Nobody waits for a vendor's site; but which API a page belongs to depends on what all of them have.
  const uses = checking ? { reads: specs } : { writes: specs };
  return whileHolding(root, uses, output, async () => {
    const imported: (ImportedPage | ImportedDocument)[] = [];
    const report: string[] = [];
    for (const { page, known } of pages) {
      await collecting(problems, async () => {
        const one = await importOne(repository, page, { ...facts, ...known });
        const { differs, lines } = await describeImport(one);
        report.push(...lines);
        // What is read again and again is not noted as seen each time: that would be a change every day.
        if (differs || !(checking || recorded)) imported.push(one);
      });
    }
    if (problems.length > 0) throw new InputError(...problems);
    const plan = await planImport(imported);
    const fate = checking ? "would be deleted" : "deleted";
    for (const path of plan.gone) {
      report.push(`${path}: ${fate}, since nothing refers to it any more`);
    }
    if (!checking) report.push(...(await keep(repository, imported, plan)));
    for (const line of report) output.out(visible(line));
    return checking && imported.length > 0 ? 1 : 0;
  });
}

/** A page that was read, and what is known of it from its last import. */
interface ReadPage {
  page: Page;
  known: Partial<PageFacts>;
}

/** Does some work; if it ends with bad input, the problems are added to those of other pages. */
async function collecting(problems: string[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
  }
}

/** Writes what was imported; gives what that does to users, one line each. */
async function keep(
  repository: Repository,
  imported: readonly (ImportedPage | ImportedDocument)[],
  { files, gone }: ImportPlan,
): Promise<string[]> {
  const results = await writeFiles(repository.root, files, gone);
  const written = files.filter((_, index) => results[index] !== "unchanged");
  const effect: string[] = [];
  for (const api of new Set(imported.map((one) => one.api))) {
    // Of a page that is the same only the provenance was written.
    const isNews = ({ path }: PlannedFile) =>
      path.startsWith(`${api.specs}/upstream/`) && path !== provenancePath(api);
    if (written.some(isNews)) effect.push(...(await importEffect(api)));
  }
  return effect;
}

function importOne(
  repository: Repository,
  page: Page,
  facts: PageFacts,
): Promise<ImportedPage | ImportedDocument> {
  const whole = facts.note === undefined && isWholeDocument(page);
  return (whole ? importDocument : importPage)(repository, page, facts);
}

/** The pages and documents with an address in PROVENANCE.yaml, of one API or of all. */
async function recordedPages(
  repository: Repository,
  wanted: string | undefined,
): Promise<{ source: string; facts: Partial<PageFacts> }[]> {
  const found: { source: string; facts: Partial<PageFacts> }[] = [];
  for (const api of await listApis(repository, wanted === undefined ? [] : [wanted])) {
    const { pages, documents } = await readProvenance(api);
    for (const { address, operation, title, file } of pages) {
      const note = file === undefined ? { note: operation, title } : {};
      found.push({ source: address, facts: { api: api.name, ...note } });
    }
    for (const { address } of documents) {
      if (address !== "unknown") found.push({ source: address, facts: { api: api.name } });
    }
  }
  return found;
}

function refuseFacts(words: readonly string[], options: Partial<Record<string, string>>): void {
  const given = Object.keys(options).filter((name) => name !== "api");
  if (words.length === 0 && given.length === 0) return;
  const what = [...words, ...given.map((name) => `--${name}`)].join(", ");
  throw new InputError(`--recorded cannot be combined with ${what}. Usage: ${usage}`);
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
