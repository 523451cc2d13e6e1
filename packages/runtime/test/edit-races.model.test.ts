import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addEntries,
  editEntries,
  isApiError,
  isConcurrentWriteError,
  isNetworkError,
  isWriteNotAppliedError,
  removeEntries,
} from "../src/kit.js";
import {
  type End,
  everyChoice,
  type Race,
  type RaceOptions,
  race,
  type Thing,
  type Writer,
} from "./race.js";
import type { TinyPort } from "./tiny-ports.js";

/** Opens a port: read, write, verify. */
const adds = (port: number): Writer => ({
  run: (target) => addEntries(target, [{ port }]),
  content: ({ ports }) => ports.includes(port),
  closes: [],
});

/** Opens a port with a callback that takes time: read, read again, write, verify. */
const edits = (port: number): Writer => ({
  ...adds(port),
  // It may run again, on a list that holds its own result already.
  run: (target) =>
    editEntries<TinyPort>(target, async (ports) =>
      ports.some((one) => one.port === port) ? undefined : [...ports, { port }],
    ),
});

/** Closes a port that was there: read, write, verify. */
const closes = (port: number): Writer => ({
  run: (target) => removeEntries(target, [{ port }]),
  content: ({ ports }) => !ports.includes(port),
  closes: [port],
});

/** Turns the switch on that every PUT sets: read, write, verify. */
const turns: Writer = {
  run: (target) => {
    const options = { ...target.options, also: { on: true } };
    return addEntries({ ...target, options }, []);
  },
  content: ({ on }) => on,
  closes: [],
  turns: true,
};

/**
 * What must hold however a race went; the message is its steps.
 *
 * @returns how many writers got success and lost their edit all the same: in the window that the
 * documentation's table leaves open, or this throws.
 */
function judge(writers: readonly Writer[], { states, ends, steps }: Race): number {
  const story = steps.join(", ");
  const nothing: Thing = { ports: [], on: false };
  const last = states.at(-1) ?? nothing;
  for (const { sent, by, base } of states.slice(1)) {
    const meant = writers[by]?.closes ?? [];
    const gone = states[base]?.ports.filter(
      (port) => !sent.ports.includes(port) && !meant.includes(port),
    );
    expect(gone, `${story}: a write keeps what its last read showed`).toEqual([]);
    const on = writers[by]?.turns || states[base]?.on;
    expect(sent.on, `${story}: a write leaves the switch as its last read showed it`).toBe(on);
  }
  let unnoticed = 0;
  for (const [index, writer] of writers.entries()) {
    const asked = steps.filter((step) => step.startsWith("ABCDEFGH"[index] ?? "")).join(", ");
    expect(asked, "a write is not sent again without a read").not.toMatch(/PUT[a-z ]*, . PUT/);
    const { error, read, sent } = ends[index] as End;
    if (error !== undefined) {
      const reported = [isConcurrentWriteError, isWriteNotAppliedError, isNetworkError, isApiError];
      expect(
        reported.some((guard) => guard(error)),
        `${story}: ${error}`,
      ).toBe(true);
      continue;
    }
    const verified = states[read] ?? nothing;
    const shown = writer.content(verified);
    expect(shown, `${story}: success means that a read has shown the edit`).toBe(true);
    const at = states.findIndex((state) => state.by === index && state.sent === sent);
    const cut = sent?.ports.includes(10) && at >= 0 && !states[at]?.ports.includes(10);
    const alone = states.slice(at + 1, read + 1).every(({ by }) => by === index);
    const kept = !cut || !alone || verified.ports.includes(10);
    expect(kept, `${story}: success means that all that was written was stored`).toBe(true);
    if (writer.content(last)) continue;
    unnoticed++;
    const undone = states.find((state, at) => at > read && !writer.content(state));
    const planned = states[undone?.base ?? read] ?? nothing;
    const inWindow = undone?.by !== index && !writer.content(planned);
    expect(inWindow, `${story}: undone after its verifying read, by an older plan`).toBe(true);
  }
  return unnoticed;
}

async function raceAll(writers: Writer[], options: RaceOptions) {
  let unnoticed = 0;
  const runs = await everyChoice(async (choose) => {
    unnoticed += judge(writers, await race(writers, choose, options));
  });
  return { runs, unnoticed };
}

const pairs: [name: string, writers: [Writer, Writer], interleavings: number][] = [
  ["two that add", [adds(1), adds(2)], 20],
  ["one that adds and one that closes", [adds(1), closes(9)], 20],
  ["one that adds and one that edits with a callback", [adds(1), edits(2)], 37],
  ["two that edit with a callback", [edits(1), edits(2)], 76],
  ["one that adds and one that turns a switch", [adds(1), turns], 20],
];

describe("every interleaving of two writers loses nothing outside the window", () => {
  for (const [name, writers, interleavings] of pairs) {
    it(`${name}`, async () => {
      const { runs, unnoticed } = await raceAll(writers, { faults: 0 });
      expect(runs).toBe(interleavings);
      expect(unnoticed, "the window is there").toBeGreaterThan(0);
    });
  }

  for (const [name, writers] of [...pairs.slice(0, 2), ...pairs.slice(4)]) {
    it(`${name}, with any one request going wrong in any way`, async () => {
      expect((await raceAll(writers, { faults: 1 })).runs).toBeGreaterThan(1_000);
    });
  }

  it("two that edit with a callback, with any one request going wrong but none turned away or stored in part", async () => {
    const options = { faults: 1, without: ["turned away", "partly"] };
    expect((await raceAll([edits(1), edits(2)], options)).runs).toBeGreaterThan(4_000);
  });
});

describe("every interleaving of two writers that let writes settle loses nothing unnoticed", () => {
  for (const [name, writers] of pairs) {
    it(`${name}`, async () => {
      expect(await raceAll(writers, { faults: 0, settled: true })).toMatchObject({ unnoticed: 0 });
    });
  }

  it("two that add, with any one request going wrong in any way", async () => {
    const settled = await raceAll([adds(1), adds(2)], { faults: 1, settled: true });
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
  const chooser = (choices: number[]) => {
    let turn = 0;
    return (count: number): number => (choices[turn++ % choices.length] ?? 0) % count;
  };
  const runs = { numRuns: 1_000, seed: 20_261_121 };

  it("lose nothing outside the window, with up to four requests going wrong", () =>
    fc.assert(
      fc.asyncProperty(three, schedule, fc.nat(4), onConflict, async (writers, at, faults, how) => {
        const options = { onConflict: how, verify: { timeoutMs: 5, intervalMs: 0 } };
        judge(writers, await race(writers, chooser(at), { faults, options }));
      }),
      runs,
    ));

  it("lose nothing unnoticed when they let writes settle", () =>
    fc.assert(
      fc.asyncProperty(three, schedule, fc.nat(4), onConflict, async (writers, at, faults, how) => {
        const options = { onConflict: how, verify: { timeoutMs: 5, intervalMs: 0 } };
        const result = await race(writers, chooser(at), { faults, options, settled: true });
        expect(judge(writers, result), result.steps.join(", ")).toBe(0);
      }),
      runs,
    ));
});
