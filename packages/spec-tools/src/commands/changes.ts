import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { InputError } from "../base/input-error.js";
import type { Repository } from "../base/repository.js";
import { type PlannedFile, writeFiles } from "../base/write-files.js";
import { planChangeset, reportOf } from "../changes/changesets.js";
import { History } from "../changes/history.js";
import { markdownLines, type PackageReport, plainLines } from "../changes/show.js";
import { changesSince } from "../changes/versions.js";
import { listApis } from "../documents/specs.js";

const usage =
  "changes [API…] [--api NAME] [--since TAG|VERSION] [--json | --markdown | --changeset]";
const forms = ["--json", "--markdown", "--changeset"];

/**
 * `changes`: what the specs and packages of the checkout are to users of the last release, per package:
 * breaking, additive, documentation, with the version that semver asks for. `--changeset` writes it into
 * `.changeset/`, one file per API.
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
  const wanted = options.api === undefined ? words : [...words, options.api];
  const apis = await listApis(repository, wanted);
  const history = await History.of(repository.root);
  if (history === undefined) {
    throw new InputError(
      `${repository.root}: not a git checkout; changes are read from the history`,
    );
  }
  const reports: PackageReport[] = [];
  const planned: PlannedFile[] = [];
  for (const api of apis) {
    const { base, here, before, changes: found } = await changesSince(history, api, options.since);
    reports.push(reportOf(api, { ...before, name: here.name }, base.said, found));
    const file = await planChangeset(history, base, api, { ...before, name: here.name }, found);
    if (file !== undefined) planned.push(file);
  }
  if (chosen[0] === "--changeset") return writeChangesets(repository, planned, output);
  if (chosen[0] === "--json") output.out(JSON.stringify(reports, null, 2));
  else {
    const lines = chosen[0] === "--markdown" ? markdownLines : plainLines;
    for (const line of reports.flatMap(lines)) output.out(line);
  }
  return 0;
}

async function writeChangesets(
  repository: Repository,
  planned: readonly PlannedFile[],
  output: Output,
): Promise<number> {
  const results = await writeFiles(repository.root, planned);
  for (const [index, { path }] of planned.entries()) output.out(`${path}: ${results[index]}`);
  if (planned.length === 0) output.out(`nothing changed; see: ${repository.command("changes")}`);
  return 0;
}
