import type { Outcome } from "./measure.js";

const begin = "<!-- races: begin, written by the command above -->";
const end = "<!-- races: end -->";

/** The outcomes as a Markdown table. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => {
    const { writers, processes, way, entries, lost, unnoticed, requests } = outcome;
    const share = `${lost} of ${entries} (${((100 * lost) / entries).toFixed(1)} %)`;
    const each = (requests / entries).toFixed(1);
    return `| ${writers} | ${processes} | ${way} | ${share} | ${lost - unnoticed} | ${unnoticed} | ${each} |`;
  });
  return [
    "| writers | processes | how | entries missing in the end | reported by an error | unnoticed | requests an edit |",
    "|---|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** The outcomes with locks, and with the lock within a process for comparison, as a Markdown table. */
export function lockTable(outcomes: readonly Outcome[]): string {
  const eachMs = ({ ms, entries }: Outcome): number => ms / entries;
  const sorted = outcomes.toSorted((one, other) => one.latencyMs - other.latencyMs);
  const rows = sorted.map((outcome) => {
    const { writers, latencyMs, lock, entries, lost, errors, requests } = outcome;
    const alone = outcomes.find(
      (one) => one.writers === writers && one.latencyMs === latencyMs && !one.lock,
    );
    const beside = alone && lock ? `${(eachMs(outcome) / eachMs(alone)).toFixed(2)} ×` : "";
    const cells = [
      `0 to ${latencyMs} ms`,
      writers,
      lock?.name ?? "within one process",
      `${lost} of ${entries}`,
      errors,
      (requests / entries).toFixed(1),
      eachMs(outcome).toFixed(1),
      beside,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| latency each way | writers | lock | entries missing in the end | errors | requests an edit | ms an edit | beside one process |",
    "|---|---|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/**
 * A page with the table put between its markers.
 *
 * @throws Error when the page has no markers
 */
export function withTable(page: string, text: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page lacks the lines ${begin} and ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
}
