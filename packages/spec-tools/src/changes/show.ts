import { visible } from "../base/input-error.js";
import { type Change, levels } from "./change.js";

/** What is said of one package. */
export interface PackageReport {
  /** Its name, `@cloud-clients/ppio-gpu`. */
  package: string;
  api: string;
  version: string;
  /** The version that a release of these changes has; absent when there are none. */
  next?: string;
  bump?: string;
  /** What it was compared with, in words. */
  since: string;
  changes: readonly Change[];
}

const mostOperations = 3;

/** A change in one line of Markdown, for a changelog. */
export function changeLine(change: Change): string {
  const { side, where, what, before, after } = change;
  const values = [before, after].map((value) => (value === undefined ? "nothing" : code(value)));
  const told = before === undefined && after === undefined ? "" : `: ${values.join(" → ")}`;
  const about = side === "api" || side === "package" || side === "rule" ? "" : ` (${side})`;
  return `${code(where)}${about}: ${text(what)}${told}`;
}

/** A report as lines for a terminal. */
export function plainLines(report: PackageReport): string[] {
  const { changes } = report;
  const rows = changes.map((change) => {
    const told = [change.before, change.after].map((value) => value ?? "nothing").join(" -> ");
    const values = change.before === undefined && change.after === undefined ? "" : `: ${told}`;
    const used = operationsIn(change);
    const line = `${change.where}: ${change.what}${values}${used === "" ? "" : ` (${used})`}`;
    return `  ${change.level.padEnd(13)}  ${change.side.padEnd(8)}  ${visible(line)}`;
  });
  return [`${report.package} ${titleOf(report, "->")}, ${report.since}`, ...rows];
}

/** A report as a Markdown table, for a pull request. */
export function markdownLines(report: PackageReport): string[] {
  const { changes } = report;
  const title = `### ${code(report.package)} ${titleOf(report, "→")}, ${text(report.since)}`;
  if (changes.length === 0) return [title, ""];
  const counts = levels
    .map((level) => [level, changes.filter((change) => change.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`);
  const cell = (value: string | undefined) => (value === undefined ? "" : code(value));
  const rows = changes.map((change) => {
    const level = change.level === "breaking" ? "**breaking**" : change.level;
    const used = operationsIn(change);
    const where = `${code(change.where)}${used === "" ? "" : ` (${text(used)})`}`;
    const cells = [
      level,
      change.side,
      where,
      text(change.what),
      cell(change.before),
      cell(change.after),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    title,
    "",
    `${counts.join(", ")}.`,
    "",
    "| For users | Side | Where | Change | Before | After |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ];
}

function titleOf({ version, next, bump, changes }: PackageReport, arrow: string): string {
  return changes.length === 0
    ? `${version}: nothing changed`
    : `${version} ${arrow} ${next} (${bump})`;
}

function operationsIn({ operations = [] }: Change): string {
  const rest = operations.length - mostOperations;
  const named = operations.slice(0, mostOperations).join(", ");
  return rest > 0 ? `${named} and ${rest} more` : named;
}

/** Words as they are; what may be anything else, markup or the name of a person, as code. */
function text(said: string): string {
  return /^[\w ,;:()'-]*$/.test(said) ? said : code(said);
}

function code(said: string): string {
  const plain = visible(said).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const gap = longest > 0 ? " " : "";
  return `${fence}${gap}${plain}${gap}${fence}`;
}
