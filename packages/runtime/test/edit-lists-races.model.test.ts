import { describe, expect, it } from "vitest";
import {
  adds,
  addsBoth,
  addsOut,
  closes,
  edits,
  raceAll,
  raceFaulty,
  type Writer,
} from "./race-judge.js";

const pairs: [name: string, writers: [Writer, Writer]][] = [
  ["one that adds to each list", [adds(1), addsOut(2)]],
  ["one that closes in one list and one that adds to the other", [closes(9), addsOut(2)]],
  ["one that adds to both lists and one that adds to one", [addsBoth(1), addsOut(2)]],
];
const slow: (typeof pairs)[number] = [
  "one that edits one list with a callback and one that adds to the other",
  [edits(1), addsOut(2)],
];

describe("two writers of different lists in one PUT", () => {
  for (const [name, writers] of [...pairs, slow]) {
    it(`lose nothing outside the window in every interleaving: ${name}`, async () => {
      const { unnoticed } = await raceAll(writers, { faults: 0, twoLists: true });
      expect(unnoticed, "the window is there").toBeGreaterThan(0);
    });

    it(`lose nothing unnoticed with a version in the body in every interleaving: ${name}`, async () => {
      const options = { faults: 0, twoLists: true, versioned: true };
      expect(await raceAll(writers, options)).toMatchObject({ unnoticed: 0 });
    });
  }

  // Writers of both lists take the same steps as these.
  for (const [name, writers] of pairs.slice(0, 2)) {
    it(`lose nothing outside the window when one request goes wrong: ${name}`, async () => {
      await raceFaulty(writers, { faults: 1, twoLists: true });
    });

    it(`lose nothing unnoticed with a version when one request goes wrong: ${name}`, async () => {
      const options = { faults: 1, twoLists: true, versioned: true };
      expect(await raceFaulty(writers, options)).toMatchObject({ unnoticed: 0 });
    });
  }
});
