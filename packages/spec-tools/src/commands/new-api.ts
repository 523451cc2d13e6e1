import { definedOnly } from "@cloud-clients/openapi-model";
import { readArguments } from "../base/arguments.js";
import { type Output, scriptCommand } from "../base/command.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import { writeFiles } from "../base/write-files.js";
import { type Fetch, isWholeDocument, loadPage } from "../import/load-page.js";
import { confirmApi } from "../scaffold/confirm.js";
import { prepareApi, requireFreeName } from "../scaffold/prepare.js";

const usage =
  "new-api NAME --from FILE-OR-ADDRESS [--operations ID,… | --tags TAG,…] [--plain ID,…] " +
  "[--address https://…] [--server https://…]; then: new-api NAME --confirm";

/** Runs a script of this repository's package.json, or pnpm's own `install`, to its exit code. */
export type RunScript = (root: string, args: readonly string[]) => Promise<number>;

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
  { fetch, run }: { fetch: Fetch; run: RunScript },
): Promise<number> {
  const confirming = args.includes("--confirm");
  const { words, options, root } = readArguments(
    args.filter((one) => one !== "--confirm"),
    ["from", "operations", "tags", "plain", "address", "server", "seen"],
    usage,
  );
  const [api, ...others] = words;
  if (api === undefined || others.length > 0)
    throw new InputError(`give one NAME. Usage: ${usage}`);
  const { from, operations, tags, plain, address, server } = options;
  if (confirming) {
    const given = Object.keys(options);
    if (given.length > 0) {
      throw new InputError(
        `--confirm cannot be combined with --${given.join(", --")}. Usage: ${usage}`,
      );
    }
    return confirm(root, api, output, run);
  }
  if (from === undefined) throw new InputError(`--from is missing. Usage: ${usage}`);
  if (operations !== undefined && tags !== undefined) {
    throw new InputError("--operations and --tags cannot be combined; give one of them");
  }
  await requireFreeName(root, api);
  const page = await loadPage(from, fetch);
  const seen = options.seen ?? new Date().toISOString().slice(0, 10);
  const choices = {
    api,
    seen,
    ...definedOnly({ address, server }),
    choice: definedOnly({
      operations: operations === undefined ? undefined : listOf("operations", operations),
      tags: tags === undefined ? undefined : listOf("tags", tags),
    }),
    plain: plain === undefined ? [] : listOf("plain", plain),
  };
  const prepared = await whileHolding(root, { writes: ownFolders(api) }, output, async () => {
    // Another command may have taken it while the page was loaded.
    await requireFreeName(root, api);
    const made = await prepareApi(root, page, isWholeDocument(page), choices);
    await writeFiles(root, made.files);
    return made;
  });
  for (const line of said(api, prepared)) output.out(line);
  return 0;
}

function ownFolders(api: string): string[] {
  return [`specs/${api}`, `packages/${api}`];
}

function listOf(option: string, text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.every((name) => name !== "")) return names;
  throw new InputError(`--${option} ${text}: must be a comma-separated list of names`);
}

function said(
  api: string,
  { operations, overlays, remarks, files }: Awaited<ReturnType<typeof prepareApi>>,
): string[] {
  const drafts = overlays.filter(({ draft }) => draft);
  const made = overlays.filter(({ draft }) => !draft);
  return [
    `specs/${api}: ${operations} operations, ${made.length} mechanical corrections`,
    `packages/${api}: ${files.filter(({ path }) => path.startsWith(`packages/${api}/`)).length} files; --confirm generates the code`,
    ...remarks.map((line) => `note: ${line}`),
    ...drafts.map(
      ({ name, actions }) =>
        `review: specs/${api}/overlays/${name}.yaml, ${actions.length} proposed ${actions.length === 1 ? "rule" : "rules"}`,
    ),
    `then run: ${scriptCommand(drafts.length > 0 ? `new-api ${api} --confirm` : "generate")}`,
  ];
}

async function confirm(root: string, api: string, output: Output, run: RunScript): Promise<number> {
  const report = await whileHolding(root, { writes: ownFolders(api) }, output, async () => {
    const confirmed = await confirmApi(root, api);
    await writeFiles(root, confirmed.files);
    return confirmed.report;
  });
  for (const line of report) output.out(line);
  // They read what was just written: the package joins the workspace, its API is reported, its imports are drawn.
  const scripts = [["install"], ["report", `--filter=@cloud-clients/${api}`], ["graph"]];
  for (const args of scripts) {
    if ((await run(root, args)) === 0) continue;
    output.err(
      `all files are written, but this command failed; run it again: ${scriptCommand(args.join(" "))}`,
    );
    return 1;
  }
  output.out(`packages/${api}/api-report.api.md, docs/architecture.md: written`);
  output.out(`then run: ${scriptCommand("test")}`);
  return 0;
}
