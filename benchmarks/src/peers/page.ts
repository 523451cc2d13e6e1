import { arch, cpus, platform } from "node:os";
import { median, ratios, type Spread, spreadOf } from "../compare.js";
import { type Comparison, inThreeDigits, type Measure } from "../comparison.js";
import { clients, versionOf } from "./clients.js";
import { huawei, signing } from "./signing.js";

/** Where and when the comparisons were measured, and what of. */
export interface Run {
  /** The day, as 2026-11-26. */
  readonly date: string;
  readonly machine: string;
  readonly clients: readonly ClientRow[];
}

/** A client in words. */
export interface ClientRow {
  readonly name: string;
  /** Package and version; empty for what is written by hand. */
  readonly version: string;
  readonly about: string;
}

/** The run that is going on. */
export async function thisRun(): Promise<Run> {
  const [{ model = "" } = {}, ...more] = cpus();
  const version = async (name: string): Promise<string> => `\`${name}\` ${await versionOf(name)}`;
  const rows = Object.entries(clients).map(async ([name, { installs, about }]) => {
    return { name, version: installs === undefined ? "" : await version(installs), about };
  });
  const sdk = {
    name: huawei,
    version: await version(signing[huawei].installs),
    about: "signs requests with an access key, as `@cloud-clients/huaweicloud-vpcep` does",
  };
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `Node ${process.versions.node}, ${platform()} ${arch()}, ${more.length + 1} × ${model}`,
    clients: [...(await Promise.all(rows)), sdk],
  };
}

/** `docs/benchmarks.md`. */
export function pageOf(comparisons: readonly Comparison[], run: Run): string {
  const rows = run.clients.map(({ name, version, about }) => [name, version, about]);
  return `<!-- Written by "npx --yes pnpm@10 bench peers --write". Do not edit. -->

# Benchmarks

Ours beside other ways to do the same, measured on ${run.date} in one run of

\`\`\`sh
npx --yes pnpm@10 bench peers --write
\`\`\`

(${run.machine}). *Beside ours* is what a client takes divided by what ours takes: below 1 it takes less, above 1 more.
Of several rounds, in which all clients take turns, the tables have the medians and, in parentheses, between which
values the middle half lies. Where that includes 1, there is no clear difference.

![${alternativeOf(comparisons)}](benchmarks.svg)

${markdownTable([["client", "package", "how it is used here"], ...rows])}

${comparisons.map((comparison) => sectionOf(comparison)).join("\n\n")}
`;
}

/** The heading, table and outcome of a comparison. */
export function sectionOf(comparison: Comparison): string {
  const { work, about, measures } = comparison;
  const outcomes = measures.map((measure) => `- ${outcomeOf(measure, comparison.ours)}`);
  const title = work.charAt(0).toUpperCase() + work.slice(1);
  return [`## ${title}`, about, tableOf(comparison), outcomes.join("\n")].join("\n\n");
}

/** A comparison as a Markdown table: a row per client, those that were not measured too. */
export function tableOf({ ours, measures, absent }: Comparison): string {
  const measured = Object.keys(measures[0]?.samples ?? {});
  const heads = measures.flatMap(({ name, unit }) => [
    unit === "" ? name : `${name}, ${unit}`,
    "beside ours",
  ]);
  const rows = measured.map((client) => [
    client,
    ...measures.flatMap(({ samples }) => {
      const values = samples[client] ?? [];
      const beside = client === ours ? "1" : inWords(spreadOf(ratios(samples, client, ours)));
      return [inThreeDigits(median(values)), beside];
    }),
  ]);
  const gaps = Object.entries(absent).map(([client, reason]) => [
    client,
    reason.replaceAll("|", "\\|"),
    ...heads.slice(1).map(() => ""),
  ]);
  return markdownTable([["client", ...heads], ...rows, ...gaps]);
}

/** Than which clients ours takes more, and than which less. */
export function outcomeOf({ name, samples }: Measure, ours: string): string {
  const more: string[] = [];
  const less: string[] = [];
  const unclear: string[] = [];
  for (const client of Object.keys(samples)) {
    if (client === ours) continue;
    const { low, high } = spreadOf(ratios(samples, client, ours));
    (high < 1 ? more : low > 1 ? less : unclear).push(client);
  }
  const parts = [
    ...(more.length > 0 ? [`ours takes more than ${more.join(", ")}`] : []),
    ...(less.length > 0 ? [`ours takes less than ${less.join(", ")}`] : []),
    ...(unclear.length > 0 ? [`no clear difference from ${unclear.join(", ")}`] : []),
  ];
  return `${name}: ${parts.length > 0 ? parts.join("; ") : "nothing to compare with"}`;
}

function inWords({ median: middle, low, high }: Spread): string {
  const [value, from, to] = [middle, low, high].map((ratio) => inThreeDigits(ratio));
  return from === value && to === value ? `${value}` : `${value} (${from}–${to})`;
}

function alternativeOf(comparisons: readonly Comparison[]): string {
  const works = comparisons.map(({ work }) => work).join("; ");
  return `Bars of what each client takes beside ours, with the values of the tables below: ${works}`;
}

function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
