/** What is compared: each runs the same work once. */
export type Candidates = Record<string, () => Promise<unknown>>;

/** CPU time of one call, in microseconds, per candidate: the median of all rounds. */
export interface Comparison {
  readonly micros: Record<string, number>;
  /** Median over the rounds of the ratio of two candidates measured in the same round. */
  ratio(candidate: string, base: string): number;
}

/**
 * Measures CPU time (user and system, all threads) per call. Candidates take turns within a round, in
 * an order that rotates, so that a busy machine hits all of them alike.
 */
export async function compare(
  candidates: Candidates,
  { rounds = 25, calls = 2_000 } = {},
): Promise<Comparison> {
  const names = Object.keys(candidates);
  const samples: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + 2) % names.length] as string;
      const run = candidates[name] as () => Promise<unknown>;
      const before = process.cpuUsage();
      for (let call = 0; call < calls; call++) await run();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) samples[name]?.push((user + system) / calls);
    }
  }
  return {
    micros: Object.fromEntries(names.map((name) => [name, median(samples[name] ?? [])])),
    ratio: (candidate, base) =>
      median(
        (samples[candidate] ?? []).map((value, index) => value / (samples[base]?.[index] ?? 0)),
      ),
  };
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
