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
