import { median, ratios, type Samples, spreadOf } from "./compare.js";
import type { Figure } from "./report.js";

/** What several clients take for the same work, measured in one run. */
export interface Comparison {
  readonly work: string;
  /** How it was measured. */
  readonly about: string;
  /** The client beside which the others are set. */
  readonly ours: string;
  /** Less is better. The first one is drawn. */
  readonly measures: readonly Measure[];
  /** Clients that were not measured, each with the reason. */
  readonly absent: Readonly<Record<string, string>>;
}

/** One thing that was measured of each client. */
export interface Measure {
  readonly name: string;
  readonly unit: string;
  /** A single value where every round would measure the same. */
  readonly samples: Samples;
}

/** What a part measured: figures to set beside those that are committed, and comparisons for the page. */
export interface Measured {
  readonly figures: readonly Figure[];
  readonly comparisons: readonly Comparison[];
}

/** What ours takes beside another client, as a figure; none when the other one could not be measured. */
export function ratioFigures(
  what: string,
  { unit, samples }: Measure,
  ours: string,
  other: string,
): Figure[] {
  if (samples[other] === undefined) return [];
  const { median: measured, low, high } = spreadOf(ratios(samples, ours, other));
  const amounts = [ours, other].map(
    (client) => `${client} ${inThreeDigits(median(samples[client] ?? []))}`,
  );
  const spread = `middle half ${low.toFixed(2)} to ${high.toFixed(2)}`;
  return [{ what, measured, unit: "×", beside: `${spread}; ${unit}: ${amounts.join(", ")}` }];
}

/** A number as short as its first three digits allow. */
export function inThreeDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
