/** What is compared: each runs the same work once. */
export type Candidates = Readonly<Record<string, () => Promise<unknown>>>;

/** Measured values by candidate; those with the same index were measured in the same round. */
export type Samples = Readonly<Record<string, readonly number[]>>;

/** The median of some values, and between which values the middle half of them lies. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Measures CPU (user and system, of all threads) and time of a call, in microseconds. The candidates take
 * turns.
 */
export async function compare(
  candidates: Candidates,
  { rounds = 25, calls = 2_000 } = {},
): Promise<{ cpu: Samples; time: Samples }> {
  const names = Object.keys(candidates);
  const measured = await inTurns(names, { rounds, warmUps: 2 }, async (name) => {
    const run = candidates[name] as () => Promise<unknown>;
    const began = performance.now();
    const before = process.cpuUsage();
    for (let call = 0; call < calls; call++) await run();
    const { user, system } = process.cpuUsage(before);
    return { cpu: (user + system) / calls, time: ((performance.now() - began) * 1000) / calls };
  });
  return {
    cpu: samplesOf(measured, ({ cpu }) => cpu),
    time: samplesOf(measured, ({ time }) => time),
  };
}

/**
 * Measures every candidate once per round, in an order that rotates from round to round, so that a busy
 * machine hits all of them alike.
 *
 * @returns what was measured by candidate, the rounds in order, without those to warm up.
 */
export async function inTurns<Name extends string, Measured>(
  names: readonly Name[],
  { rounds, warmUps = 0 }: { rounds: number; warmUps?: number },
  measure: (name: Name) => Promise<Measured>,
): Promise<Record<Name, Measured[]>> {
  const measured = new Map<Name, Measured[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warmUps + rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length] as Name;
      const one = await measure(name);
      if (round >= warmUps) measured.get(name)?.push(one);
    }
  }
  return Object.fromEntries(measured) as Record<Name, Measured[]>;
}

/** One figure of everything that was measured. */
export function samplesOf<Measured>(
  measured: Readonly<Record<string, readonly Measured[]>>,
  figure: (one: Measured) => number,
): Samples {
  return Object.fromEntries(
    Object.entries(measured).map(([name, all]) => [name, all.map((one) => figure(one))]),
  );
}

/** What a candidate takes to what another one does, round by round. */
export function ratios(samples: Samples, candidate: string, base: string): number[] {
  const bases = samples[base] ?? [];
  return (samples[candidate] ?? []).map((value, round) => value / (bases[round] ?? Number.NaN));
}

/** Median and middle half of some values; NaN where there are none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** Between which values the middle half of some numbers lies, in words. */
export function middleHalf(values: readonly number[], digits: number): string {
  const { low, high } = spreadOf(values);
  return `middle half ${low.toFixed(digits)} to ${high.toFixed(digits)}`;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return spreadOf(values).median;
}
