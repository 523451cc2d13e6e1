/** What is compared: each runs the same work once. */
export type Candidates = Record<string, () => Promise<unknown>>;

/** One measure of all candidates. */
export interface Measure {
  /** Microseconds of one call, per candidate: the median of all rounds. */
  readonly micros: Record<string, number>;
  /** Median over the rounds of the ratio of two candidates measured in the same round. */
  ratio(candidate: string, base: string): number;
  /** Between which ratios the middle half of the rounds lies. */
  spread(candidate: string, base: string): string;
}

/** What a comparison measured. */
export interface Comparison {
  /** CPU time, user and system, of all threads. */
  readonly cpu: Measure;
  /** Time on the clock. */
  readonly time: Measure;
}

/**
 * Measures CPU and time per call. Candidates take turns within a round, in an order that rotates, so
 * that a busy machine hits all of them alike.
 */
export async function compare(
  candidates: Candidates,
  { rounds = 25, calls = 2_000 } = {},
): Promise<Comparison> {
  const names = Object.keys(candidates);
  const empty = (): Record<string, number[]> => Object.fromEntries(names.map((name) => [name, []]));
  const cpu = empty();
  const time = empty();
  for (let round = -2; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + 2) % names.length] as string;
      const run = candidates[name] as () => Promise<unknown>;
      const began = performance.now();
      const before = process.cpuUsage();
      for (let call = 0; call < calls; call++) await run();
      const { user, system } = process.cpuUsage(before);
      const elapsed = (performance.now() - began) * 1000;
      if (round < 0) continue;
      cpu[name]?.push((user + system) / calls);
      time[name]?.push(elapsed / calls);
    }
  }
  return { cpu: measureOf(cpu), time: measureOf(time) };
}

function measureOf(samples: Record<string, number[]>): Measure {
  const ratios = (candidate: string, base: string): number[] =>
    (samples[candidate] ?? []).map((value, index) => value / (samples[base]?.[index] ?? 0));
  return {
    micros: Object.fromEntries(
      Object.entries(samples).map(([name, values]) => [name, median(values)]),
    ),
    ratio: (candidate, base) => median(ratios(candidate, base)),
    spread: (candidate, base) => middleHalf(ratios(candidate, base), 2),
  };
}

/** Between which values the middle half of some numbers lies. */
export function middleHalf(values: readonly number[], digits: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(digits);
  return `middle half ${at(0.25)} to ${at(0.75)}`;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
