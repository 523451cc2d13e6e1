import fc from "fast-check";
import { expect } from "vitest";
import {
  addEntries,
  type EditTarget,
  editEntries,
  editLists,
  isApiError,
  isConcurrentWriteError,
  isNetworkError,
  isWriteNotAppliedError,
  removeEntries,
} from "../src/kit.js";
import { isThorough } from "./examples.js";
import {
  choosing,
  type End,
  everyChoice,
  type Race,
  type RaceOptions,
  race,
  type Thing,
  type Writer,
} from "./race.js";
import type { TinyPort } from "./tiny-ports.js";

export type { Writer } from "./race.js";

/** The first list of a race. */
const onPorts = (target: EditTarget): EditTarget => ({ ...target, list: "ports" });

/** Opens a port: read, write, verify. */
export const adds = (port: number): Writer => ({
  run: (target) => addEntries(onPorts(target), [{ port }]),
  content: ({ ports }) => ports.includes(port),
  closes: [],
});

/** Opens a port with a callback that takes time: read, read again, write, verify. */
export const edits = (port: number): Writer => ({
  ...adds(port),
  // It may run again, on a list that holds its own result already.
  run: (target) =>
    editEntries<TinyPort>(onPorts(target), async (ports) =>
      ports.some((one) => one.port === port) ? undefined : [...ports, { port }],
    ),
});

/** Closes a port that was there: read, write, verify. */
export const closes = (port: number): Writer => ({
  run: (target) => {
    const options = { ...target.options, allowEmpty: true };
    return removeEntries(onPorts({ ...target, options }), [{ port }]);
  },
  content: ({ ports }) => !ports.includes(port),
  closes: [port],
});

/** Opens a port of the second list: read, write, verify. */
export const addsOut = (port: number): Writer => ({
  run: (target) => addEntries({ ...target, list: "outs" }, [{ port }]),
  content: ({ outs }) => outs.includes(port),
  closes: [],
});

/** Opens a port of each list in one write: read, write, verify. */
export const addsBoth = (port: number): Writer => ({
  run: (target) =>
    editLists<Record<"ports" | "outs", TinyPort[]>>(target, ({ ports, outs }) => {
      const open = (list: TinyPort[]) =>
        list.some((one) => one.port === port) ? list : [...list, { port }];
      return { ports: open(ports), outs: open(outs) };
    }),
  content: ({ ports, outs }) => ports.includes(port) && outs.includes(port),
  closes: [],
});

/** Turns the switch on that every PUT sets: read, write, verify. */
export const turns: Writer = {
  run: (target) => {
    const options = { ...target.options, also: { on: true } };
    return addEntries(onPorts({ ...target, options }), []);
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
export function judge(writers: readonly Writer[], { states, ends, steps }: Race): number {
  const story = steps.join(", ");
  const nothing: Thing = { ports: [], outs: [], on: false };
  const last = states.at(-1) ?? nothing;
  for (const { sent, by, base } of states.slice(1)) {
    const meant = writers[by]?.closes ?? [];
    const gone = states[base]?.ports.filter(
      (port) => !sent.ports.includes(port) && !meant.includes(port),
    );
    expect(gone, `${story}: a write keeps what its last read showed`).toEqual([]);
    const goneOut = states[base]?.outs.filter((port) => !sent.outs.includes(port));
    expect(goneOut, `${story}: a write keeps what its last read showed of the other list`).toEqual(
      [],
    );
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

/** Runs every interleaving of some writers, and judges each. */
export async function raceAll(writers: Writer[], options: RaceOptions) {
  let unnoticed = 0;
  const runs = await everyChoice(async (choose) => {
    unnoticed += judge(writers, await race(writers, choose, options));
  });
  return { runs, unnoticed };
}

const someRaces = fc.record({
  at: fc.array(fc.nat(41), { minLength: 20, maxLength: 20 }),
  faultsAfter: fc.nat(12),
});

/**
 * Races of some writers in which requests go wrong, which are thousands of interleavings: every one where all examples
 * are tried, and otherwise 100, in which it goes wrong early or late.
 */
export async function raceFaulty(writers: Writer[], options: RaceOptions) {
  if (isThorough) return raceAll(writers, options);
  let unnoticed = 0;
  const chosen = fc.sample(someRaces, { numRuns: 100, seed: 20_261_126 });
  for (const { at, faultsAfter } of chosen) {
    unnoticed += judge(writers, await race(writers, choosing(at), { ...options, faultsAfter }));
  }
  return { runs: chosen.length, unnoticed };
}
