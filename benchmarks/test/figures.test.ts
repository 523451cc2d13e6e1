import { describe, expect, it } from "vitest";
import { accepted, problems, readCommitted, withFirst } from "../src/committed.js";
import { parts } from "../src/parts.js";

const steady = Object.entries(parts).filter(([, part]) => part.steady);

describe("the figures that no load of the machine changes", () => {
  it.each(steady)("%s: are no worse than committed in figures.json", async (name, part) => {
    const { figures } = await part.measure({ full: false });
    expect(figures.length).toBeGreaterThan(1);
    const committed = (await readCommitted())[name] ?? {};
    expect(problems(name, part.noise, figures, committed)).toEqual([]);
  });

  it("are committed for parts that there are, each with a reason", async () => {
    const committed = await readCommitted();
    expect(Object.keys(committed).filter((name) => !(name in parts))).toEqual([]);
    const entries = Object.values(committed).flatMap((part) => Object.values(part));
    expect(entries.filter(({ why }) => why.trim() === "")).toEqual([]);
  });
});

describe("a figure beside the committed one", () => {
  const committed = { "a call": { figure: 10, why: "first measured" } };
  const measured = (figure: number) => [{ what: "a call", measured: figure, unit: "kB" }];

  it("may be lower, or higher within noise", () => {
    expect(problems("size", 0.02, measured(10.2), committed)).toEqual([]);
    expect(problems("size", 0.02, measured(3), committed)).toEqual([]);
  });

  it("is a problem beyond noise, and the line says what was, what is, and the way out", () => {
    expect(problems("size", 0.02, measured(10.3), committed)).toEqual([
      "a call: was 10.00 kB, is 10.30 kB (3.0 % more, 2.0 % are noise). Mend it, or raise it on purpose: " +
        'npx --yes pnpm@10 --dir benchmarks bench size --accept "<why>" (the reason goes into figures.json)',
    ]);
  });

  it("is a problem when it stands on one side only", () => {
    expect(problems("size", 0.02, measured(10), {})).toEqual([
      expect.stringMatching(
        /^a call: is 10\.00 kB, not committed yet\. Run .* bench size --accept/,
      ),
    ]);
    expect(problems("size", 0.02, [], committed)).toEqual([
      expect.stringMatching(/^a call: committed, but not measured\. Run .* bench size --accept/),
    ]);
  });

  it("is accepted with the reason where it changed, for better or worse, and else left alone", () => {
    const now = (figure: number) => accepted(0.02, measured(figure), committed, "reads trailers");
    expect(now(10.1)).toEqual(committed);
    expect(now(12.3456)).toEqual({ "a call": { figure: 12.346, why: "reads trailers" } });
    expect(now(7)).toEqual({ "a call": { figure: 7, why: "reads trailers" } });
  });

  it("is taken over with the reason where there was none, and those that are worse stay worse", () => {
    const figures = [...measured(99), { what: "a new call", measured: 5, unit: "kB" }];
    const both = { ...committed, "a new call": { figure: 5, why: "a new API" } };
    expect(withFirst(figures, committed, "a new API")).toEqual(both);
  });
});
