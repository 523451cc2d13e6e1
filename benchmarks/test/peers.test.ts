import { describe, expect, it } from "vitest";
import type { Comparison } from "../src/comparison.js";
import { parts, partsNamed, peerParts } from "../src/parts.js";
import { chartOf } from "../src/peers/chart.js";
import { outcomeOf, pageOf, sectionOf, tableOf } from "../src/peers/page.js";

/** Ours takes 10, twice by-hand's 5 but for one round, and half of the SDK's 20; another is like ours. */
const time = {
  name: "time",
  unit: "ms",
  samples: {
    ours: [10, 10, 10, 10],
    "by hand": [5, 5, 5, 20],
    SDK: [20, 20, 22, 18],
    even: [9, 10, 11, 12],
  },
};
const comparison: Comparison = {
  work: "walk over a <socket>",
  about: "From another process.",
  ours: "ours",
  measures: [time],
  absent: { openai: "could not be run: no a|b" },
};

describe("the table of a comparison", () => {
  it("has a row per client with median, ratio and the middle half of the ratios", () => {
    expect(tableOf(comparison).split("\n").slice(0, 5)).toEqual([
      "| client | time, ms | beside ours |",
      "| --- | --- | --- |",
      "| ours | 10 | 1 |",
      "| by hand | 5 | 0.5 (0.5–2) |",
      "| SDK | 20 | 2 (2–2.2) |",
    ]);
  });

  it("has a row for a client that could not be run, with the reason, as wide as the others", () => {
    expect(tableOf(comparison).split("\n").at(-1)).toBe(
      "| openai | could not be run: no a\\|b |  |",
    );
  });

  it("shows no spread where every round would measure the same", () => {
    const size = { name: "size", unit: "kB", samples: { ours: [12.3456], SDK: [3.1] } };
    const table = tableOf({ ...comparison, measures: [size], absent: {} });
    expect(table).toContain("| ours | 12.3 | 1 |\n| SDK | 3.1 | 0.251 |");
  });

  it("is followed by where ours takes more, where less, and where that is not clear", () => {
    expect(outcomeOf(time, "ours")).toBe(
      "time: ours takes less than SDK; no clear difference from by hand, even",
    );
    const worse = { ...time, samples: { ours: [10, 10], "by hand": [5, 6] } };
    expect(outcomeOf(worse, "ours")).toBe("time: ours takes more than by hand");
    expect(sectionOf(comparison)).toContain(`\n\n- ${outcomeOf(time, "ours")}`);
  });
});

describe("the page", () => {
  const page = pageOf([comparison], {
    date: "2026-11-26",
    machine: "Node 20.20.2, 2 × a CPU",
    clients: [{ name: "SDK", version: "`sdk` 3.1.2", about: "an SDK" }],
  });

  it("names the command that writes it, the machine, and the version of every client", () => {
    expect(page).toMatch(/^<!-- Written by "npx --yes pnpm@10 bench peers --write"/);
    expect(page).toContain("\nnpx --yes pnpm@10 bench peers --write\n");
    expect(page).toContain("Node 20.20.2, 2 × a CPU");
    expect(page).toContain("| SDK | `sdk` 3.1.2 | an SDK |");
  });

  it("shows the chart with a text in its place", () => {
    expect(page).toMatch(/!\[Bars of [^\]]+ walk over a <socket>\]\(benchmarks\.svg\)/);
  });
});

describe("the chart", () => {
  const chart = chartOf([comparison]);

  it("has a bar per client, as long as what it takes, labelled with that and the ratio", () => {
    const bars = [...chart.matchAll(/<rect class="(\w+)" .* width="([\d.]+)"/g)];
    expect(bars.map(([, kind]) => kind)).toEqual(["ours", "bar", "bar", "bar"]);
    const [ours, byHand, sdk] = bars.map(([, , length]) => Number(length));
    expect(byHand).toBeCloseTo((ours ?? 0) / 2, 0);
    expect(sdk).toBeCloseTo((ours ?? 0) * 2, 0);
    expect(chart).toContain(">10 ms</text>");
    expect(chart).toContain(">5 ms, 0.5 × ours</text>");
  });

  it("spans the middle half of the rounds with a line, where they differ", () => {
    expect(chart.match(/<line class="spread"/g)).toHaveLength(3);
  });

  it("stays inside of its picture", () => {
    const [, width = "0", height = "0"] = /viewBox="0 0 (\d+) (\d+)"/.exec(chart) ?? [];
    const bottoms = [...chart.matchAll(/ y="([\d.]+)" width="[\d.]+" height="(\d+)"/g)];
    for (const [, y, tall] of bottoms) expect(Number(y) + Number(tall)).toBeLessThan(+height);
    for (const [, x] of chart.matchAll(/ (?:x|x2)="([\d.]+)"/g)) {
      expect(Number(x)).toBeLessThan(+width);
    }
  });

  it("has a title and a description, escaped, and colours for light and dark", () => {
    expect(chart).toMatch(/role="img" aria-labelledby="title about"/);
    expect(chart).toMatch(/<desc id="about">[^<]*walk over a &lt;socket&gt;/);
    expect(chart).toContain("@media (prefers-color-scheme: dark)");
    expect(chart).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("the names that bench takes", () => {
  it("are refused when no part has them, with those that there are", () => {
    expect(() => partsNamed(["socket", "sokcet"])).toThrow(
      /^unknown part sokcet; there are size, /,
    );
    expect(() => partsNamed(["toString"])).toThrow("unknown part toString");
  });

  it("mean every part once: peers those with other clients, none all of them", () => {
    expect(partsNamed(["peers"])).toEqual(peerParts);
    expect(partsNamed(["socket", "peers"]).toSorted()).toEqual([...peerParts].toSorted());
    expect(partsNamed([]).toSorted()).toEqual(Object.keys(parts).toSorted());
  });
});
