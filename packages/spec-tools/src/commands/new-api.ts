import { definedOnly } from "@cloud-clients/openapi-model";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import { type Api, configName } from "../base/repository.js";
import { writeFiles } from "../base/write-files.js";
import { type Fetch, isWholeDocument, loadPage } from "../import/load-page.js";
import { confirmApi } from "../scaffold/confirm.js";
import { prepareApi, requireFreeName } from "../scaffold/prepare.js";
import type { Versions } from "../scaffold/versions.js";

const usage =
  "new-api NAME --from FILE-OR-ADDRESS [--operations ID,… | --tags TAG,…] [--plain ID,…] " +
  "[--address https://…] [--server https://…]; then: new-api NAME --confirm";

/** Runs a command line at the root of a repository, to its exit code. */
export type RunLine = (root: string, line: string) => Promise<number>;

/**
 * `new-api`: creates an API's specs and package from a document or a page: upstream, table of paths,
 * corrections, proposed rules, and every file of the package that is not generated. `--confirm` checks the
 * rules against the schemas and generates the rest.
 *
 * @throws InputError with what is wrong, before anything is written.
 */
export async function newApi(
  args: string[],
  output: Output,
  { fetch, run, versions }: { fetch: Fetch; run: RunLine; versions?: Versions | undefined },
): Promise<number> {
  const confirming = args.includes("--confirm");
  const { words, options, repository } = readArguments(
    args.filter((one) => one !== "--confirm"),
    ["from", "operations", "tags", "plain", "address", "server", "seen"],
    usage,
  );
  const [name, ...others] = words;
  if (name === undefined || others.length > 0)
    throw new InputError(`give one NAME. Usage: ${usage}`);
  const api = repository.api(name);
  const { from, operations, tags, plain, address, server } = options;
  if (confirming) {
    const given = Object.keys(options);
    if (given.length > 0) {
      throw new InputError(
        `--confirm cannot be combined with --${given.join(", --")}. Usage: ${usage}`,
      );
    }
    return confirm(api, output, run, versions);
  }
  if (from === undefined) throw new InputError(`--from is missing. Usage: ${usage}`);
  if (operations !== undefined && tags !== undefined) {
    throw new InputError("--operations and --tags cannot be combined; give one of them");
  }
  await requireFreeName(api);
  const page = await loadPage(from, fetch);
  const seen = options.seen ?? new Date().toISOString().slice(0, 10);
  const facts = {
    api,
    seen,
    ...definedOnly({ address, server }),
    choice: definedOnly({
      operations: operations === undefined ? undefined : listOf("operations", operations),
      tags: tags === undefined ? undefined : listOf("tags", tags),
    }),
    plain: plain === undefined ? [] : listOf("plain", plain),
    versions,
  };
  const prepared = await whileWriting(api, output, async () => {
    // Another command may have taken it while the page was loaded.
    await requireFreeName(api);
    const made = await prepareApi(page, isWholeDocument(page), facts);
    await writeFiles(repository.root, made.files);
    return made;
  });
  for (const line of said(api, prepared)) output.out(line);
  return 0;
}

function whileWriting<T>(api: Api, output: Output, work: () => Promise<T>): Promise<T> {
  return whileHolding(api.repository.root, { writes: [api.specs, api.package] }, output, work);
}

function listOf(option: string, text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.every((name) => name !== "")) return names;
  throw new InputError(`--${option} ${text}: must be a comma-separated list of names`);
}

function said(
  api: Api,
  { operations, overlays, remarks, files }: Awaited<ReturnType<typeof prepareApi>>,
): string[] {
  const drafts = overlays.filter(({ draft }) => draft);
  const made = overlays.filter(({ draft }) => !draft);
  return [
    `${api.specs}: ${operations} operations, ${made.length} mechanical corrections`,
    `${api.package}: ${files.filter(({ path }) => path.startsWith(`${api.package}/`)).length} files; --confirm generates the code`,
    ...remarks.map((line) => `note: ${line}`),
    ...drafts.map(
      ({ name, actions }) =>
        `review: ${api.specs}/overlays/${name}.yaml, ${actions.length} proposed ${actions.length === 1 ? "rule" : "rules"}`,
    ),
    `then run: ${api.repository.command(drafts.length > 0 ? `new-api ${api} --confirm` : "generate")}`,
  ];
}

async function confirm(
  api: Api,
  output: Output,
  run: RunLine,
  versions: Versions | undefined,
): Promise<number> {
  const { root, settings } = api.repository;
  const report = await whileWriting(api, output, async () => {
    const confirmed = await confirmApi(api, versions);
    await writeFiles(root, confirmed.files);
    return confirmed.report;
  });
  for (const line of report) output.out(line);
  for (const line of settings.afterConfirm) {
    const command = line.replaceAll("{package}", api.packageName);
    if ((await run(root, command)) === 0) continue;
    output.err(
      `all files are written, but this command failed; run it again, and what follows it in ${configName}: ${command}`,
    );
    return 1;
  }
  output.out(
    settings.test === undefined
      ? `then install, build and test ${api.package}`
      : `then run: ${settings.test}`,
  );
  return 0;
}
