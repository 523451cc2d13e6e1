import { join } from "node:path";
import { annotated } from "../base/annotation.js";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { exists } from "../base/files.js";
import { whileHolding } from "../base/hold.js";
import { InputError } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import { type PlannedFile, writeFiles } from "../base/write-files.js";
import { planChangeset, reportOf } from "../changes/changesets.js";
import { History } from "../changes/history.js";
import { markdownLines, type PackageReport, plainLines } from "../changes/show.js";
import { unsaidBreaks } from "../changes/unsaid-breaks.js";
import { changesSince } from "../changes/versions.js";
import { foldersOf, listApis } from "../documents/specs.js";

const usage =
  "changes [API…] [--api NAME] [--since TAG|VERSION] [--json | --markdown | --changeset | --check]";
const forms = ["--json", "--markdown", "--changeset", "--check"];

/**
 * `changes`: what the specs and packages of the checkout are to users of the last release, per package:
 * breaking, additive, documentation, with the version that semver asks for. `--changeset` writes it into
 * `.changeset/`, one file per API. `--check` fails on what breaks programs while no changeset says so.
 *
 * @throws InputError when an API or what to compare with is unknown, or in a shallow clone.
 */
export async function changes(args: string[], output: Output): Promise<number> {
  const chosen = [...new Set(args.filter((one) => forms.includes(one)))];
  if (chosen.length > 1) {
    throw new InputError(`${chosen.join(", ")}: choose one of them. Usage: ${usage}`);
  }
  const { words, options, repository } = readArguments(
    args.filter((one) => !forms.includes(one)),
    ["api", "since"],
    usage,
  );
  const [form] = chosen;
  const wanted = options.api === undefined ? words : [...words, options.api];
  if (form === "--check" && options.since !== undefined) {
    throw new InputError(
      `--check compares with the last release, not with --since. Usage: ${usage}`,
    );
  }
  return annotated(repository.root, async () => {
    const apis = await listApis(repository, wanted);
    const uses = { reads: foldersOf(apis), writes: form === "--changeset" ? [".changeset"] : [] };
    return whileHolding(repository.root, uses, output, () =>
      form === "--check"
        ? checkApis(apis, output)
        : changesOf(repository, apis, { since: options.since, form }, output),
    );
  });
}

async function checkApis(apis: readonly Api[], output: Output): Promise<number> {
  const problems = await unsaidBreaks(apis);
  if (problems.length > 0) throw new InputError(...problems);
  output.out("every breaking change since the last release has its changeset");
  return 0;
}

async function changesOf(
  repository: Repository,
  apis: readonly Api[],
  { since, form }: { since: string | undefined; form: string | undefined },
  output: Output,
): Promise<number> {
  const history = await History.of(repository.root);
  if (history === undefined) {
    throw new InputError(
      `${repository.root}: not a git checkout; changes are read from the history`,
    );
  }
  const reports: PackageReport[] = [];
  const planned: PlannedFile[] = [];
  const gone: string[] = [];
  for (const api of apis) {
    const { base, here, before, changes: found } = await changesSince(history, api, since);
    const released = { ...before, name: here.name };
    reports.push(reportOf(api, released, base.said, found));
    if (form !== "--changeset") continue;
    const { path, text } = await planChangeset(history, base, api, released, found);
    if (text !== undefined) planned.push({ path, text });
    else if (await exists(join(repository.root, path))) gone.push(path);
  }
  if (form === "--changeset") {
    const results = await writeFiles(repository.root, planned, gone);
    for (const [index, { path }] of planned.entries()) output.out(`${path}: ${results[index]}`);
    for (const path of gone) output.out(`${path}: deleted, since nothing changed`);
    if (planned.length + gone.length === 0)
      output.out(`nothing changed; see: ${repository.command("changes")}`);
  } else if (form === "--json") {
    output.out(JSON.stringify(reports, null, 2));
  } else {
    const lines = form === "--markdown" ? markdownLines : plainLines;
    for (const line of reports.flatMap(lines)) output.out(line);
  }
  return 0;
}
