/** One measured figure; less is better. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** What the figure was measured beside, for the reader. */
  readonly beside?: string;
}

/** The figure in words: a count as it is, all else with two digits and its unit. */
export function inWords(figure: number, unit: string): string {
  return unit === "" ? String(figure) : `${figure.toFixed(2)} ${unit}`;
}

/** Prints figures as a Markdown table beside those that are committed, by their names. */
export function report(
  title: string,
  figures: readonly Figure[],
  committed: Readonly<Record<string, { figure: number }>>,
): void {
  console.log(`\n### ${title}\n\n| measured | is | was | |\n|---|---|---|---|`);
  for (const { what, measured, unit, beside = "" } of figures) {
    const was = committed[what];
    const before = was ? inWords(was.figure, unit) : "new";
    console.log(`| ${what} | ${inWords(measured, unit)} | ${before} | ${beside} |`);
  }
}

/** Does some work, and says on stderr what it was and how long it took. */
export async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work();
  console.error(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
