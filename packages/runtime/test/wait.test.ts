import { describe, expect, it } from "vitest";
import { UsageError, type WaitOptions, waitForState } from "../src/index.js";

interface Thing {
  state: string;
  error?: string;
}

/** A thing that goes through states, the last one over and over. */
function going(...states: (string | Thing)[]) {
  let reads = 0;
  return {
    what: "thing x",
    read: async (): Promise<Thing> => {
      const state = states[Math.min(reads++, states.length - 1)] as string | Thing;
      return typeof state === "string" ? { state } : state;
    },
    look: ({ state, error }: Thing) => ({ state, failure: error }),
    until: "ready",
    failed: ["failed"],
    count: () => reads,
  };
}

const quick: WaitOptions = { intervalMs: 1, maxIntervalMs: 2 };

describe("waiting for a state", () => {
  it("reads until the state is there, and tells of every look", async () => {
    const seen: string[] = [];
    const thing = going("creating", "creating", "ready");
    const onPoll = ({ state, poll }: { state: string; poll: number }) =>
      seen.push(`${poll} ${state}`);
    expect(await waitForState(thing, { ...quick, onPoll })).toEqual({ state: "ready" });
    expect(seen).toEqual(["1 creating", "2 creating", "3 ready"]);
  });

  it("does not wait for what is there already", async () => {
    const thing = going("ready");
    await waitForState(thing, { intervalMs: 60_000 });
    expect(thing.count()).toBe(1);
  });

  it("may wait for any of several states", async () => {
    const thing = going("creating", "paused");
    const found = await waitForState(thing, { ...quick, until: ["ready", "paused"] });
    expect(found.state).toBe("paused");
  });

  it("ends with a typed error in a state of failure, ours or the caller's", async () => {
    await expect(waitForState(going("creating", "failed"), quick)).rejects.toMatchObject({
      name: "FailedStateError",
      kind: "failed-state",
      state: "failed",
      resource: { state: "failed" },
      message: "thing x is failed and will not be ready",
    });
    await expect(
      waitForState(going("stopped"), { ...quick, failed: ["stopped"] }),
    ).rejects.toMatchObject({ state: "stopped" });
    const error = { state: "creating", error: "no disk left" };
    await expect(waitForState(going(error), quick)).rejects.toThrow(/: no disk left$/);
  });

  it("takes a state of failure for what it is when it is waited for", async () => {
    expect(await waitForState(going("failed"), { ...quick, until: "failed" })).toBeDefined();
  });

  it("ends when the time is up", async () => {
    await expect(
      waitForState(going("creating"), { ...quick, deadlineMs: 20 }),
    ).rejects.toMatchObject({ name: "TimeoutError", source: "deadline" });
  });

  it("ends at once when it is aborted", async () => {
    const controller = new AbortController();
    const wait = waitForState(going("creating"), {
      intervalMs: 60_000,
      signal: controller.signal,
      onPoll: () => setTimeout(() => controller.abort(), 5),
    });
    await expect(wait).rejects.toMatchObject({ name: "AbortedError" });
  });

  it("does not mind a hook that throws", async () => {
    const onPoll = () => {
      throw new Error("mine");
    };
    expect(await waitForState(going("ready"), { onPoll })).toEqual({ state: "ready" });
  });

  it.each(["deadlineMs", "intervalMs", "maxIntervalMs"])(
    "refuses a bad %s before any read",
    async (name) => {
      for (const value of [0, -1, Number.NaN, "1"]) {
        const thing = going("ready");
        await expect(waitForState(thing, { [name]: value })).rejects.toThrow(UsageError);
        expect(thing.count()).toBe(0);
      }
    },
  );
});
