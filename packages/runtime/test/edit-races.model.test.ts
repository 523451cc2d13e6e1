import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examples, isThorough } from "./examples.js";
import { choosing, race } from "./race.js";
import {
  adds,
  closes,
  edits,
  judge,
  raceAll,
  raceFaulty,
  turns,
  type Writer,
} from "./race-judge.js";

const pairs: [name: string, writers: [Writer, Writer], interleavings: number][] = [
  ["two that add", [adds(1), adds(2)], 20],
  ["one that adds and one that closes", [adds(1), closes(9)], 20],
  ["one that adds and one that edits with a callback", [adds(1), edits(2)], 37],
  ["two that edit with a callback", [edits(1), edits(2)], 76],
  ["one that adds and one that turns a switch", [adds(1), turns], 20],
];

describe("two writers lose nothing outside the window", () => {
  for (const [name, writers, interleavings] of pairs) {
    it(`in every interleaving: ${name}`, async () => {
      const { runs, unnoticed } = await raceAll(writers, { faults: 0 });
      expect(runs).toBe(interleavings);
      expect(unnoticed, "the window is there").toBeGreaterThan(0);
    });
  }

  for (const [name, writers] of [...pairs.slice(0, 2), ...pairs.slice(4)]) {
    it(`with any one request going wrong in any way: ${name}`, async () => {
      const { runs } = await raceFaulty(writers, { faults: 1 });
      expect(runs).toBeGreaterThanOrEqual(isThorough ? 1_000 : 100);
    });
  }

  it("with any one request going wrong but none turned away or stored in part: two that edit with a callback", async () => {
    const options = { faults: 1, without: ["turned away", "partly"] };
    const { runs } = await raceFaulty([edits(1), edits(2)], options);
    expect(runs).toBeGreaterThanOrEqual(isThorough ? 4_000 : 100);
  });
});

describe("two writers that let writes settle lose nothing unnoticed", () => {
  for (const [name, writers] of pairs) {
    it(`in every interleaving: ${name}`, async () => {
      expect(await raceAll(writers, { faults: 0, settled: true })).toMatchObject({ unnoticed: 0 });
    });
  }

  it("with any one request going wrong in any way: two that add", async () => {
    const settled = await raceFaulty([adds(1), adds(2)], { faults: 1, settled: true });
    expect(settled).toMatchObject({ unnoticed: 0 });
  });
});

describe("sampled races of three writers", () => {
  const three: fc.Arbitrary<Writer[]> = fc
    .tuple(
      fc.constantFrom(adds(1), edits(1)),
      fc.constantFrom(adds(2), edits(2)),
      fc.constantFrom(closes(9), turns),
    )
    .chain((writers) => fc.shuffledSubarray(writers, { minLength: 3 }));
  const schedule = fc.array(fc.nat(41), { minLength: 20, maxLength: 60 });
  const onConflict = fc.constantFrom("throw" as const, "reapply" as const);
  const runs = { numRuns: examples(1_000), seed: 20_261_121 };

  it("lose nothing outside the window, with up to four requests going wrong", () =>
    fc.assert(
      fc.asyncProperty(three, schedule, fc.nat(4), onConflict, async (writers, at, faults, how) => {
        const options = { onConflict: how, verify: { timeoutMs: 5, intervalMs: 0 } };
        judge(writers, await race(writers, choosing(at), { faults, options }));
      }),
      runs,
    ));

  it("lose nothing unnoticed when they let writes settle", () =>
    fc.assert(
      fc.asyncProperty(three, schedule, fc.nat(4), onConflict, async (writers, at, faults, how) => {
        const options = { onConflict: how, verify: { timeoutMs: 5, intervalMs: 0 } };
        const result = await race(writers, choosing(at), { faults, options, settled: true });
        expect(judge(writers, result), result.steps.join(", ")).toBe(0);
      }),
      runs,
    ));
});
