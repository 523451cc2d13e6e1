import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type PollCall,
  type PollOptions,
  UsageError,
  unwrap,
  type WaitOptions,
  waitForState,
  waitUntilGone,
} from "../src/kit.js";
import { json, responding, tinyClient } from "./tiny-api.js";

interface Thing {
  state: string;
  error?: string;
}

type Seen = string | Thing | "hangs";

/** A thing whose reads return one state after the other, the last one over and over. */
function going(...states: Seen[]) {
  const reads: number[] = [];
  return {
    what: "thing x",
    read: async (_: PollCall): Promise<Thing> => {
      reads.push(performance.now() - began);
      const seen = states[Math.min(reads.length, states.length) - 1] as Seen;
      if (seen === "hangs") return new Promise(() => {});
      return typeof seen === "string" ? { state: seen } : seen;
    },
    stateOf: ({ state, error }: Thing) => ({ state, failure: error }),
    until: "ready",
    failed: ["failed"],
    /** When it was read, in milliseconds since the test began. */
    reads,
  };
}

const client = tinyClient();
let began = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  began = performance.now();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets a wait run to its end on the clock of the test; gives what it came to. */
async function outcome(wait: Promise<unknown>, upToMs = 3_600_000) {
  const settled = wait.then(
    (value) => ({ value, error: undefined, at: performance.now() - began }),
    (error: Error) => ({ value: undefined, error, at: performance.now() - began }),
  );
  await vi.advanceTimersByTimeAsync(upToMs);
  return settled;
}

describe("waiting for a state", () => {
  it("reads until the state is there, and tells of every poll", async () => {
    const seen: string[] = [];
    const thing = going("creating", "creating", "ready");
    const onPoll = ({
      state,
      poll,
      elapsedMs,
    }: {
      state: string;
      poll: number;
      elapsedMs: number;
    }) => seen.push(`${poll} ${state} ${elapsedMs}`);
    const { value } = await outcome(waitForState(client, thing, { onPoll }));
    expect(value).toEqual({ state: "ready" });
    expect(seen).toEqual(["1 creating 0", "2 creating 1000", "3 ready 2500"]);
  });

  it("does not wait for what is there already", async () => {
    const thing = going("ready");
    expect((await outcome(waitForState(client, thing))).at).toBe(0);
    expect(thing.reads).toEqual([0]);
  });

  it("polls ever more rarely, but not less often than maxIntervalMs", async () => {
    const thing = going("creating");
    const times = { intervalMs: 100, maxIntervalMs: 200, deadlineMs: 800 };
    await outcome(waitForState(client, thing, times));
    expect(thing.reads).toEqual([0, 100, 250, 450, 650, 800]);
  });

  it("may wait for any of several states", async () => {
    const { value } = await outcome(
      waitForState(client, going("creating", "paused"), { until: ["ready", "paused"] }),
    );
    expect(value).toEqual({ state: "paused" });
  });

  it("ends with a typed error in a state of failure, ours or the caller's", async () => {
    const ours = await outcome(waitForState(client, going("creating", "failed")));
    expect(ours.error).toMatchObject({
      name: "FailedStateError",
      kind: "failed-state",
      state: "failed",
      resource: { state: "failed" },
      message: "thing x is failed and will not be ready",
    });
    for (const failed of ["stopped", ["stopped"]]) {
      const theirs = await outcome(waitForState(client, going("stopped"), { failed }));
      expect(theirs.error).toMatchObject({ state: "stopped" });
    }
    const error = { state: "creating", error: "no disk left" };
    const said = await outcome(waitForState(client, going(error)));
    expect(said.error?.message).toMatch(/: no disk left$/);
  });

  it("says in one line what the service says", async () => {
    const nasty = { state: "bad\u001b[31m", error: `no\n\u009b2J${"x".repeat(500)}` };
    const { error } = await outcome(waitForState(client, going(nasty)));
    expect(error?.message).toMatch(/^thing x is bad\\u001b\[31m and .*: no\\n\\u009b2Jx+…$/);
    const late = await outcome(waitForState(client, going("a\nb"), { deadlineMs: 10 }));
    expect(late.error?.message).toBe("thing x is still a\\nb after 10 ms, not ready");
  });

  it("takes a state of failure for what it is when it is waited for", async () => {
    const { value } = await outcome(waitForState(client, going("failed"), { until: "failed" }));
    expect(value).toEqual({ state: "failed" });
  });

  it("does not mind a hook that throws", async () => {
    const onPoll = () => {
      throw new Error("mine");
    };
    const { value } = await outcome(waitForState(client, going("ready"), { onPoll }));
    expect(value).toEqual({ state: "ready" });
  });

  it("rejects with what a read throws", async () => {
    const read = () => Promise.reject(new Error("mine"));
    const { error } = await outcome(waitForState(client, { ...going(), read }));
    expect(error?.message).toBe("mine");
  });

  it("leaves no listener on the signal, however often it polls", async () => {
    const { signal } = new AbortController();
    const states = [...Array.from({ length: 50 }, () => "creating"), "ready"];
    await outcome(waitForState(client, going(...states), { signal }));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("the deadline of a wait", () => {
  it("ends it, naming the deadline and the last state, and not before", async () => {
    const thing = going("creating", "pulling");
    const { error, at } = await outcome(waitForState(client, thing, { deadlineMs: 13_000 }));
    expect(error).toMatchObject({
      name: "TimeoutError",
      source: "deadline",
      message: "thing x is still pulling after 13000 ms, not ready",
    });
    expect(at).toBe(13_000);
  });

  it("is looked at a last time, even when the next poll would be far behind it", async () => {
    const thing = going("creating", "ready");
    const times = { deadlineMs: 500, intervalMs: 60_000, maxIntervalMs: 60_000 };
    expect((await outcome(waitForState(client, thing, times))).value).toEqual({ state: "ready" });
    expect(thing.reads).toEqual([0, 500]);
  });

  it("ends a poll that hangs, and says that the state is not known", async () => {
    const { error, at } = await outcome(
      waitForState(client, going("hangs"), { deadlineMs: 200, timeoutMs: 3_000 }),
    );
    expect(error).toMatchObject({
      name: "TimeoutError",
      source: "deadline",
      message: "thing x did not respond within 200 ms: whether it is ready is unknown",
    });
    expect(at).toBe(200);
  });

  it("ends a later poll that hangs, and names the last state", async () => {
    const thing = going("creating", "hangs");
    const { error, at } = await outcome(
      waitForState(client, thing, { deadlineMs: 200, intervalMs: 50 }),
    );
    expect(error?.message).toBe("thing x is still creating after 200 ms, not ready");
    expect(at).toBe(200);
  });

  it("grants the poll that starts on it a tenth more, and a second at most", async () => {
    for (const [deadlineMs, end] of [
      [500, 550],
      [60_000, 61_000],
    ] as const) {
      began = performance.now();
      const times = { deadlineMs, intervalMs: deadlineMs, maxIntervalMs: deadlineMs };
      const { error, at } = await outcome(waitForState(client, going("creating", "hangs"), times));
      expect(error?.name).toBe("TimeoutError");
      expect(at).toBe(end);
    }
  });

  it("ends the request of a poll that hangs, and its retries", async () => {
    let aborted = 0;
    let requests = 0;
    const fetch = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        requests++;
        signal?.addEventListener("abort", () => {
          aborted++;
          reject(signal.reason);
        });
      });
    const hanging = tinyClient({ fetch });
    const read = async (call: PollCall) => {
      const init = { ...call, params: { path: { id: "x" } } };
      return { state: (await unwrap(hanging.GET("/things/{id}", init))).id };
    };
    const { error, at } = await outcome(
      waitForState(hanging, { ...going(), read }, { deadlineMs: 200 }),
    );
    expect(error?.message).toMatch(/^thing x did not respond within 200 ms/);
    expect({ at, requests, aborted }).toEqual({ at: 200, requests: 1, aborted: 1 });
  });

  it("is not the call's own time limit, which is told apart", async () => {
    const hanging = tinyClient({ fetch: () => new Promise<Response>(() => {}), retry: false });
    const read = async (call: PollCall) => {
      const init = { ...call, params: { path: { id: "x" } } };
      return { state: (await unwrap(hanging.GET("/things/{id}", init))).id };
    };
    const { error, at } = await outcome(
      waitForState(hanging, { ...going(), read }, { attemptTimeoutMs: 70, deadlineMs: 900 }),
    );
    expect(error).toMatchObject({ name: "TimeoutError", source: "attempt" });
    expect(at).toBe(70);
  });

  it("may be infinite", async () => {
    const states = [...Array.from({ length: 100 }, () => "creating"), "ready"];
    const { value } = await outcome(
      waitForState(client, going(...states), { deadlineMs: Number.POSITIVE_INFINITY }),
    );
    expect(value).toEqual({ state: "ready" });
  });
});

describe("a wait that is aborted", () => {
  it.each(["hangs", "creating"])("ends at once while the thing %s", async (state) => {
    const controller = new AbortController();
    const options = { intervalMs: 60_000, maxIntervalMs: 60_000, signal: controller.signal };
    setTimeout(() => controller.abort("enough"), 5);
    const { error, at } = await outcome(waitForState(client, going(state), options));
    expect(error).toMatchObject({
      name: "AbortedError",
      cause: "enough",
      message: "waiting for thing x was aborted by the caller",
    });
    expect(at).toBe(5);
  });

  it("by the client's own signal ends, too, unless it has one itself", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const bound = tinyClient({ signal });
    const running = outcome(waitForState(bound, going("hangs")));
    const unbound = new AbortController().signal;
    const own = outcome(
      waitForState(bound, going("creating", "ready"), { signal: unbound, intervalMs: 20 }),
    );
    setTimeout(() => controller.abort("enough"), 5);
    expect((await running).error).toMatchObject({ name: "AbortedError", cause: "enough" });
    expect((await own).value).toEqual({ state: "ready" });
    const gone = await outcome(waitUntilGone(bound, going("hangs")));
    expect(gone.error).toMatchObject({ name: "AbortedError", cause: "enough" });
  });

  it("before it began makes no request", async () => {
    const thing = going("ready");
    const { error } = await outcome(waitForState(client, thing, { signal: AbortSignal.abort() }));
    expect(error?.name).toBe("AbortedError");
    expect(thing.reads).toEqual([]);
  });
});

describe("waiting until something is gone", () => {
  const notFound = () => json({ code: "Tiny.0404" }, { status: 404 });

  /** A thing whose reads get these responses, and waited away. */
  function vanishing(
    responses: Parameters<typeof responding>,
    options: PollOptions = {},
    more: { gone?: readonly string[]; unknownCodes?: readonly string[] } = {},
  ) {
    const service = responding(...responses);
    const own = tinyClient({ fetch: service.fetch, retry: false });
    const target = {
      what: "thing x",
      read: (call: PollCall) =>
        unwrap(own.GET("/things/{id}", { ...call, params: { path: { id: "x" } } })),
      stateOf: (thing: { id: string } | null) => ({ state: thing?.id ?? "in no state" }),
      ...more,
    };
    return { service, wait: outcome(waitUntilGone(own, target, options)) };
  }

  it("ends with the first response that says not found", async () => {
    const seen: string[] = [];
    const onPoll = ({ state }: { state: string }) => seen.push(state);
    const removing = () => json({ id: "removing" });
    const { service, wait } = vanishing([removing, removing, notFound], { onPoll });
    expect(await wait).toMatchObject({ value: undefined, error: undefined });
    expect(seen).toEqual(["removing", "removing"]);
    expect(service.asked).toHaveLength(3);
  });

  it("knows an API's own code for it, and a state that says it", async () => {
    const unknown = () => json({ code: "Tiny.2003" }, { status: 400 });
    const byCode = vanishing([unknown], {}, { unknownCodes: ["Tiny.2003"] });
    expect((await byCode.wait).error).toBeUndefined();
    const byState = vanishing([() => json({ id: "removed" })], {}, { gone: ["removed"] });
    expect((await byState.wait).error).toBeUndefined();
  });

  it.each([400, 401, 403, 500])("takes no other refusal for it: %i", async (status) => {
    const { service, wait } = vanishing([() => json({ code: "Tiny.2003" }, { status })]);
    expect((await wait).error).toMatchObject({ kind: "api", status });
    expect(service.asked).toHaveLength(1);
  });

  it.each(["null", ""])("takes no response without a thing for it: %j", async (body) => {
    const { wait } = vanishing([() => new Response(body)], { deadlineMs: 5_000 });
    expect((await wait).error?.message).toBe(
      "thing x is still in no state after 5000 ms, not gone",
    );
  });

  it("ends at its deadline, naming the last state", async () => {
    const { wait } = vanishing([() => json({ id: "removing" })], { deadlineMs: 5_000 });
    const { error, at } = await wait;
    expect(error).toMatchObject({
      name: "TimeoutError",
      source: "deadline",
      message: "thing x is still removing after 5000 ms, not gone",
    });
    expect(at).toBe(5_000);
  });

  it("has no states to wait for", async () => {
    const { service, wait } = vanishing([notFound], { until: "gone" } as PollOptions);
    expect((await wait).error?.message).toMatch(
      /no option "until": only waits for a state have it/,
    );
    expect(service.asked).toEqual([]);
  });
});

describe("bad input to a wait is refused before any read", () => {
  it.each([
    [{ deadlineMs: 0 }, /deadlineMs must be a number, 1 or more, not 0/],
    [{ intervalMs: -1 }, /intervalMs/],
    [{ maxIntervalMs: Number.NaN }, /maxIntervalMs/],
    [{ deadlineMs: "1" }, /deadlineMs/],
    [{ until: [] }, /until must be a state, or a list of one or more, not a list/],
    [{ until: "" }, /until must be a state/],
    [{ until: 5 }, /until must be a state, or a list of states, .*, not 5/],
    [{ until: ["ready", null] }, /until must be .* not null/],
    [{ until: { state: "ready" } }, /until must be .* not an object/],
    [{ failed: [7] }, /failed must be .* not 7/],
    [{ onPoll: "log" }, /onPoll must be a function, not "log"/],
    [{ signal: {} }, /signal must be an AbortSignal, not an object/],
    [{ timeoutMs: 0 }, /timeoutMs/],
    [{ retry: { retrys: 1 } }, /retry has no option "retrys": did you mean retries/],
    [{ timeout: 1 }, /waiting for thing x has no option "timeout": deadlineMs limits the wait/],
    [{ interval: 1 }, /did you mean intervalMs\?/],
    [{ state: "ready" }, /the option for states that end the wait is until/],
    [null, /must be an object, not null/],
  ])("%j", async (options, message) => {
    const thing = going("ready");
    const { error } = await outcome(waitForState(client, thing, options as WaitOptions));
    expect(error).toBeInstanceOf(UsageError);
    expect(error?.message).toMatch(message);
    expect(thing.reads).toEqual([]);
  });

  it("a client that was forgotten", async () => {
    const thing = going("ready");
    const { error } = await outcome(waitForState({} as typeof client, thing));
    expect(error?.message).toMatch(/the first argument must be a client of this package/);
    expect(thing.reads).toEqual([]);
  });
});

it("hands every option of a call on to each poll", async () => {
  const given: object[] = [];
  const read = async (call: object): Promise<string> => {
    given.push(call);
    return "ready";
  };
  const thing = {
    what: "thing x",
    read,
    stateOf: (state: string) => ({ state }),
    until: "ready",
    failed: [],
  };
  await waitForState(tinyClient(), thing, { maxResponseBytes: 5, timeoutMs: 9 });
  expect(given).toMatchObject([{ maxResponseBytes: 5, timeoutMs: 9 }]);
});
