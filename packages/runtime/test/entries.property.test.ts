import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EntryList, labelOf, normalise } from "../src/edits/compare.js";
import { adding, ensuring, removing } from "../src/edits/intent.js";
import { makePlan } from "../src/edits/plan.js";
import type { EntriesRule, Entry } from "../src/edits/rule.js";
import { examples } from "./examples.js";
import { portsRule } from "./tiny-api.js";

const runs = { numRuns: examples(1_000), seed: 20_261_121 };
const note = { title: "a note", type: "string" } as const;
const rule: EntriesRule = { ...portsRule, maxItems: 99, fields: { ...portsRule.fields, note } };
const target = {
  operation: "replacePorts",
  resource: "https://api.example.org/things/t1",
  id: "t1",
  list: "ports",
};
const listOf = (entries: readonly Entry[], by = rule) => new EntryList(by, entries);
const sameList = (by: EntriesRule, a: readonly Entry[], b: readonly Entry[]) =>
  listOf(a, by).equals(listOf(b, by));
const identityOf = (by: EntriesRule, entry: Entry) => listOf([entry], by).keys[0];

/** An entry in its barest form, and what a service or a caller may make of it. */
const bare = fc.record(
  {
    port: fc.integer({ min: 1, max: 12 }),
    protocol: fc.constantFrom("TCP", "UDP"),
    target: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    note: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
  },
  { requiredKeys: ["port", "protocol"] },
);
type Bare = typeof bare extends fc.Arbitrary<infer T> ? T : never;

const spelling = fc.record({
  protocol: fc.constantFrom("kept", "lower", "mixed", "left out"),
  target: fc.constantFrom(null, undefined),
  endpoint: fc.option(fc.string(), { nil: undefined }),
  reversed: fc.boolean(),
});
type Spelling = typeof spelling extends fc.Arbitrary<infer T> ? T : never;

/** The same entry, said differently. */
function spell({ port, protocol, target: to, note }: Bare, how: Spelling): Entry {
  const words = {
    kept: protocol,
    lower: protocol.toLowerCase(),
    mixed: protocol[0] + protocol.slice(1).toLowerCase(),
    "left out": protocol === "TCP" ? undefined : protocol,
  };
  const fields = Object.entries({
    port,
    protocol: words[how.protocol as keyof typeof words],
    target: to ?? how.target,
    note,
    endpoint: how.endpoint,
  });
  return Object.fromEntries(how.reversed ? fields.reverse() : fields);
}

const one = fc.tuple(bare, spelling).map(([entry, how]) => spell(entry, how));
const list = fc.uniqueArray(bare, {
  maxLength: 8,
  selector: ({ port, protocol }) => `${port}/${protocol}`,
});
const respelt = list.chain((entries) =>
  fc.tuple(
    fc.constant(entries as Entry[]),
    fc
      .array(spelling, { minLength: entries.length, maxLength: entries.length })
      .map((hows) => entries.map((entry, index) => spell(entry, hows[index] as Spelling)))
      .chain((spelt) => fc.shuffledSubarray(spelt, { minLength: spelt.length })),
  ),
);
/** Entries that were only given by what identifies them. */
const keys = fc.uniqueArray(bare, {
  maxLength: 4,
  selector: ({ port, protocol }) => `${port}/${protocol}`,
});

describe("normalise", () => {
  it("does nothing a second time", () =>
    fc.assert(
      fc.property(one, (entry) => {
        const once = normalise(rule, entry);
        expect(normalise(rule, once)).toEqual(once);
      }),
      runs,
    ));

  it("sees through order, defaults, case, null and what the service adds", () =>
    fc.assert(
      fc.property(respelt, ([plain, spelt]) => {
        expect(listOf(spelt).equals(listOf(plain))).toBe(true);
        expect(spelt.map((entry) => labelOf(rule, entry)).sort()).toEqual(
          plain.map((entry) => labelOf(rule, entry)).sort(),
        );
        expect(spelt.map((entry) => identityOf(rule, entry)).sort()).toEqual(
          plain.map((entry) => identityOf(rule, entry)).sort(),
        );
      }),
      runs,
    ));

  it("and through nothing else: lists that differ in an entry or a field stay different", () =>
    fc.assert(
      fc.property(list, list, (a, b) => {
        const texts = (entries: Bare[]) =>
          entries
            .map(({ port, protocol, target: to, note }) =>
              JSON.stringify([port, protocol, to, note]),
            )
            .sort();
        const same = JSON.stringify(texts(a)) === JSON.stringify(texts(b));
        expect(sameList(rule, a, b)).toBe(same);
      }),
      runs,
    ));

  it("keeps the order where it means something", () => {
    const ordered = { ...rule, ordered: true };
    const [a, b] = [{ port: 1 }, { port: 2 }];
    expect(sameList(ordered, [a, b], [b, a])).toBe(false);
    expect(sameList(ordered, [a, b], [a, { protocol: "tcp", port: 2 }])).toBe(true);
  });
});

describe("a plan", () => {
  it("leads from what was read to what is wanted, and says nothing else", () =>
    fc.assert(
      fc.property(respelt, list, ([, base], desired: Entry[]) => {
        const plan = JSON.parse(
          JSON.stringify(makePlan(target, listOf(base), listOf(desired))),
        ) as ReturnType<typeof makePlan>;
        const { added, removed, changed, kept } = plan;
        const befores = changed.map((one) => one.base);
        const afters = changed.map((one) => one.desired);
        expect(sameList(rule, [...kept, ...befores, ...removed], base)).toBe(true);
        expect(sameList(rule, [...kept, ...afters, ...added], desired)).toBe(true);
        expect(sameList(rule, plan.desired, desired)).toBe(true);
        expect(changed.filter((one) => sameList(rule, [one.base], [one.desired]))).toEqual([]);
        const known = new Set(base.map((entry) => identityOf(rule, entry)));
        expect(added.filter((entry) => known.has(identityOf(rule, entry)))).toEqual([]);
      }),
      runs,
    ));
});

describe("an intent", () => {
  it("does what it says, leaves everything else, and is content with its own result", () =>
    fc.assert(
      fc.property(respelt, keys, keys, ([, base], present, given) => {
        const wanted = new Set(present.map((entry) => identityOf(rule, entry)));
        const absent = given.filter((entry) => !wanted.has(identityOf(rule, entry)));
        const gone = new Set(absent.map((entry) => identityOf(rule, entry)));
        const intent = ensuring(rule, { present, absent });
        const result = intent(base);
        const identities = result.map((entry) => identityOf(rule, entry));
        expect(new Set(identities).size).toBe(result.length);
        expect(identities.filter((identity) => gone.has(identity))).toEqual([]);
        for (const desired of present) {
          const found = result.find(
            (entry) => identityOf(rule, entry) === identityOf(rule, desired),
          );
          expect(normalise(rule, found ?? {})).toMatchObject(Object(normalise(rule, desired)));
        }
        const others = (entries: readonly Entry[]) =>
          entries.filter((entry) => {
            const identity = identityOf(rule, entry);
            return !wanted.has(identity) && !gone.has(identity);
          });
        expect(others(result)).toEqual(others(base));
        expect(sameList(rule, intent(result), result)).toBe(true);
      }),
      runs,
    ));

  it("to add, then to remove the same, gives back the list", () =>
    fc.assert(
      fc.property(respelt, keys, ([, base], entries) => {
        const known = new Set(base.map((entry) => identityOf(rule, entry)));
        const fresh = entries.filter((entry) => !known.has(identityOf(rule, entry)));
        const more = adding(rule, fresh)(base);
        expect(more).toHaveLength(base.length + fresh.length);
        const again = removing(rule, fresh)(more);
        expect(again).toEqual(base);
      }),
      runs,
    ));
});
