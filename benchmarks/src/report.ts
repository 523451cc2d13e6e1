/** One measured figure and the limit we hold it to, if any. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly limit?: number;
  readonly unit: string;
  /** What the figure was measured beside, for the reader. */
  readonly beside?: string;
}

/** Prints figures as a Markdown table; gives the number of those beyond their limit. */
export function report(title: string, figures: readonly Figure[]): number {
  console.log(`\n### ${title}\n\n| measured | figure | limit | |\n|---|---|---|---|`);
  let beyond = 0;
  for (const { what, measured, limit, unit, beside = "" } of figures) {
    const within = limit === undefined || measured <= limit;
    if (!within) beyond++;
    const figure = unit === "" ? String(measured) : `${measured.toFixed(2)} ${unit}`;
    console.log(
      `| ${what} | ${figure} | ${limit === undefined ? "none" : `${limit} ${unit}`} ${within ? "" : "**beyond**"} | ${beside} |`,
    );
  }
  return beyond;
}
