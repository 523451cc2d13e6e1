import { describe, expect, it } from "vitest";
import { createClock, createEmulator } from "../src/index.js";

describe("a clock", () => {
  it("stands still until it is moved", () => {
    const clock = createClock();
    expect(clock.now()).toBe(Date.UTC(2026, 0, 1));
    clock.advance(1_500);
    expect(clock.now()).toBe(Date.UTC(2026, 0, 1, 0, 0, 1, 500));
  });

  it("starts where it is told, and refuses what is no date", () => {
    expect(createClock({ startAt: "2026-03-01T00:00:00Z" }).now()).toBe(Date.UTC(2026, 2, 1));
    expect(createClock({ startAt: 5 }).now()).toBe(5);
    expect(() => createClock({ startAt: "yesterday" })).toThrow("startAt yesterday is no date");
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("does not move by %d", (ms) => {
    expect(() => createClock().advance(ms)).toThrow(RangeError);
  });

  it("can be the computer's, and then be put ahead", () => {
    const { clock } = createEmulator("ppio-gpu", { instances: 0, clock: "wall" });
    const before = Date.now();
    expect(clock.now()).toBeGreaterThanOrEqual(before);
    clock.advance(3_600_000);
    expect(clock.now()).toBeGreaterThanOrEqual(before + 3_600_000);
  });

  it("can be the computer's, but faster", () => {
    const options = { instances: 0, clock: "wall", speed: 86_400 } as const;
    const { clock } = createEmulator("ppio-gpu", options);
    const before = clock.now();
    for (const start = Date.now(); Date.now() < start + 5; );
    expect(clock.now() - before).toBeGreaterThanOrEqual(4 * 86_400);
    expect(Number.isInteger(clock.now())).toBe(true);
  });

  it("can be shared by two emulators", () => {
    const clock = createClock();
    const options = { clock, instances: 0 };
    expect(createEmulator("ppio-gpu", options).clock).toBe(clock);
  });
});
