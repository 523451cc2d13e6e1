import { readFile, writeFile } from "node:fs/promises";
import { type Figure, inWords } from "./report.js";

/** Figures of a part by their names, each with the reason for which it was last changed. */
export type Committed = Readonly<Record<string, { readonly figure: number; readonly why: string }>>;

const file = new URL("../figures.json", import.meta.url);

/** The committed figures of all parts. */
export async function readCommitted(): Promise<Record<string, Committed>> {
  return JSON.parse(await readFile(file, "utf8")) as Record<string, Committed>;
}

/** Writes the committed figures of all parts. */
export async function writeCommitted(committed: Record<string, Committed>): Promise<void> {
  await writeFile(file, `${JSON.stringify(committed, null, 2)}\n`);
}

/**
 * What is worse than committed by more than noise, one line each with the way out; also names that stand
 * on one side only.
 *
 * @param noise - share of a figure by which it may rise without a cause.
 */
export function problems(
  part: string,
  noise: number,
  figures: readonly Figure[],
  committed: Committed,
): string[] {
  const accept = `npx --yes pnpm@10 --dir benchmarks bench ${part} --accept "<why>"`;
  const found: string[] = [];
  for (const { what, measured, unit } of figures) {
    const was = committed[what]?.figure;
    const is = inWords(measured, unit);
    if (was === undefined) {
      found.push(`${what}: is ${is}, not committed yet. Run ${accept}`);
    } else if (measured > was * (1 + noise)) {
      const rise = `${percent(measured / was - 1)} more, ${percent(noise)} are noise`;
      const raise = `Mend it, or raise it on purpose: ${accept} (the reason goes into figures.json)`;
      found.push(`${what}: was ${inWords(was, unit)}, is ${is} (${rise}). ${raise}`);
    }
  }
  const measured = new Set(figures.map(({ what }) => what));
  for (const what of Object.keys(committed)) {
    if (!measured.has(what)) found.push(`${what}: committed, but not measured. Run ${accept}`);
  }
  return found;
}

/**
 * The figures to commit: those that differ by more than noise, for better or worse, are taken over with
 * the reason; the others stay as they are.
 */
export function accepted(
  noise: number,
  figures: readonly Figure[],
  committed: Committed,
  why: string,
): Committed {
  const entries = figures.map(({ what, measured }) => {
    const old = committed[what];
    const same = old && Math.abs(measured - old.figure) <= old.figure * noise;
    return [what, same ? old : { figure: Number(measured.toFixed(3)), why }] as const;
  });
  return Object.fromEntries(entries);
}

/** The figures to commit when only those without one are taken over, with the reason. */
export function withFirst(
  figures: readonly Figure[],
  committed: Committed,
  why: string,
): Committed {
  const missing = figures.filter(({ what }) => !Object.hasOwn(committed, what));
  return { ...committed, ...accepted(0, missing, {}, why) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
