import { AsyncLocalStorage } from "node:async_hooks";
import { createClient, type EditOptions, type EditTarget, type WriteRule } from "../src/kit.js";
import { connectionError, fetchOf, json, portsRule, rules } from "./tiny-api.js";
import type { TinyPort } from "./tiny-ports.js";

/** Somebody who edits the one list of the race. */
export interface Writer {
  run(target: EditTarget): Promise<unknown>;
  /** Whether a thing is as this writer wants it. */
  content(thing: Thing): boolean;
  /** Ports that this writer closes on purpose. */
  readonly closes: readonly number[];
  /** Whether this writer turns the switch on. */
  readonly turns?: boolean;
}

/** What a PUT sets: one list or two, and the switch beside them. */
export interface Thing {
  readonly ports: readonly number[];
  /** The second list; empty where the PUT has but one. */
  readonly outs: readonly number[];
  readonly on: boolean;
}

/** What the service held, and whose write made it. */
export interface State extends Thing {
  /** What the writer sent, of which the service may have stored a part. */
  readonly sent: Thing;
  /** Index of the writer. */
  readonly by: number;
  /** Index of the state that the writer had read last when it sent this. */
  readonly base: number;
}

/** How a race ended. */
export interface Race {
  readonly states: readonly State[];
  readonly ends: readonly End[];
  /** What was done, in order; shown when a proof fails. */
  readonly steps: readonly string[];
}

/** How one writer ended. */
export interface End {
  readonly error: unknown;
  /** Index of the state that its last read showed. */
  readonly read: number;
  /** What it sent last. */
  readonly sent: Thing | undefined;
}

/**
 * What may go wrong with a request. "lagging": the read shows an older state, but none older than
 * another read did. "lost": the write took effect, its response is lost. "dropped": neither. "turned
 * away": 429. "ignored": success without effect. "twice": a copy of the write lands later. "late":
 * the write is given up as lost, and lands later. "partly": success, but port 10 is left out.
 */
export const readFaults = ["fresh", "lagging"] as const;
export const writeFaults = [
  "done",
  "lost",
  "dropped",
  "turned away",
  "ignored",
  "twice",
  "late",
  "partly",
] as const;
type Fault = (typeof readFaults)[number] | (typeof writeFaults)[number];

/** How a race is run. */
export interface RaceOptions {
  /** How many requests may go wrong. */
  readonly faults: number;
  /** How many steps are taken before the first of them may; by default none. */
  readonly faultsAfter?: number;
  /** Ways to go wrong that are left out. */
  readonly without?: readonly string[];
  readonly options?: EditOptions;
  /**
   * The writers let their writes settle: no read after that wait is served before all writes have landed
   * that were planned before, and it shows them. That is what a long enough settleMs comes to.
   */
  readonly settled?: boolean;
  /** The PUT has two lists, of which writers edit one each. */
  readonly twoLists?: boolean;
  /** Reads show a version, writes send it back, and one that is not the latest is refused. */
  readonly versioned?: boolean;
}

interface Waiting {
  readonly method: string;
  readonly sent: Thing;
  /** The version that was sent: the index of a state. */
  readonly version: number | undefined;
  respond(response: Response | Error): void;
}

interface Seat {
  waiting: Waiting | undefined;
  done: boolean;
  read: number;
  wrote: number | undefined;
  sent: Thing | undefined;
  /** While the next read comes after a wait for older writes: index of the newest state that is not older. */
  settled: number | undefined;
}

interface Step {
  readonly name: string;
  take(): void;
}

const names = "ABCDEFGH";

/** Tells a wait for writes to settle from all others. */
const settleMs = 3;

/** Whose code is running. */
const running = new AsyncLocalStorage<Seat>();
const { setTimeout: setTimer } = globalThis;

/** A `setTimeout` that notes which writer begins to let writes settle, and hurries. */
const noting = Object.assign((callback: () => void, ms?: number): NodeJS.Timeout => {
  const seat = running.getStore();
  if (!seat || ms !== settleMs) return setTimer(callback, ms);
  seat.settled = seat.wrote ?? seat.read;
  queueMicrotask(callback);
  return setTimer(() => {}, 0);
}, setTimer);

/**
 * Lets writers race on one list: every request waits until all others wait too, then `choose` says
 * which one is served, and whether it goes wrong.
 */
export async function race(
  writers: readonly Writer[],
  choose: (count: number) => number,
  {
    faults,
    faultsAfter = 0,
    without = [],
    options = {},
    settled = false,
    twoLists,
    versioned,
  }: RaceOptions,
): Promise<Race> {
  const first: Thing = { ports: [9, 10], outs: twoLists ? [9] : [], on: false };
  const states: State[] = [{ ...first, sent: first, by: -1, base: -1 }];
  const steps: string[] = [];
  const late: { state: State; version: number | undefined }[] = [];
  const seats: Seat[] = writers.map(() => newSeat());
  let shown = 0;
  let wake = (): void => {};

  const commit = (state: State): number => states.push(state) - 1;
  const isOld = (version: number | undefined): boolean =>
    version !== undefined && version !== states.length - 1;
  const read = (seat: Seat, waiting: Waiting, fault: Fault): void => {
    shown = fault === "lagging" ? shown : states.length - 1;
    seat.read = shown;
    const { ports = [], outs = [], on } = states[shown] ?? {};
    const entries = (list: readonly number[]) => list.map((port) => ({ port }));
    waiting.respond(json({ ports: entries(ports), outs: entries(outs), on, version: shown }));
  };
  const write = (by: number, seat: Seat, waiting: Waiting, fault: Fault): void => {
    const { sent, version, respond } = waiting;
    seat.sent = sent;
    const state = { ...sent, sent, by, base: seat.read };
    const old = isOld(version);
    if (!old && (fault === "done" || fault === "lost" || fault === "twice")) {
      seat.wrote = commit(state);
    }
    if (!old && fault === "partly") {
      seat.wrote = commit({ ...state, ports: sent.ports.filter((port) => port !== 10) });
    }
    if (fault === "twice" || fault === "late") late.push({ state, version });
    const broken = fault === "lost" || fault === "dropped" || fault === "late";
    const refused = old && fault !== "ignored" ? 409 : 200;
    const status = fault === "turned away" ? 429 : refused;
    respond(broken ? connectionError("ECONNRESET") : json({}, { status }));
  };
  const possible = (): Step[] => {
    const gone = steps.filter((name) => /[a-z]/.test(name)).length;
    const left = steps.length < faultsAfter ? 0 : faults - gone;
    const found: Step[] = [];
    for (const [by, seat] of seats.entries()) {
      const { waiting } = seat;
      if (!waiting || (settled && tooEarly(seat, seats, late))) continue;
      const kinds = waiting.method === "GET" ? readFaults : writeFaults;
      for (const fault of kinds) {
        const faulty = fault !== "fresh" && fault !== "done";
        if (faulty && (left < 1 || without.includes(fault))) continue;
        const fresh = shown === states.length - 1 || (settled && seat.settled !== undefined);
        if (fault === "lagging" && fresh) continue;
        const name = `${names[by]} ${waiting.method}${faulty ? ` ${fault}` : ""}`;
        const take = (): void => {
          seat.waiting = undefined;
          if (waiting.method === "GET") read(seat, waiting, fault);
          else write(by, seat, waiting, fault);
        };
        found.push({ name, take });
      }
    }
    for (const [index, { state, version }] of late.entries()) {
      const take = (): void => {
        late.splice(index, 1);
        if (isOld(version)) return;
        const seat = seats[state.by];
        const landed = commit(state);
        // A copy is a write, too: what was planned before it may still undo it.
        if (!seat) return;
        seat.wrote = landed;
        if (seat.settled !== undefined) seat.settled = landed;
      };
      found.push({ name: `${names[state.by]} COPY`, take });
    }
    return found;
  };

  globalThis.setTimeout = noting;
  const runs = writers.map(async (writer, index): Promise<unknown> => {
    const seat = seats[index] as Seat;
    const fetch = (_: string, init: RequestInit): Promise<Response> =>
      new Promise((resolve, reject) => {
        const {
          ports = [],
          outs = [],
          on = false,
          version,
        } = JSON.parse((init.body as string) ?? "{}") as {
          ports?: TinyPort[];
          outs?: TinyPort[];
          on?: boolean;
          version?: number;
        };
        const numbers = (list: TinyPort[]) => list.map(({ port }) => port);
        const sent = { ports: numbers(ports), outs: numbers(outs), on };
        const respond = (given: Response | Error): void =>
          given instanceof Error ? reject(given) : resolve(given);
        const { method = "GET" } = init;
        if (method === "PUT") seat.settled = undefined;
        seat.waiting = { method, sent, version, respond };
        wake();
      });
    try {
      const all = settled ? { ...options, settleMs } : options;
      await running.run(seat, () => writer.run(targetOf(fetch, all, ruleOf(twoLists, versioned))));
      return undefined;
    } catch (error) {
      return error;
    } finally {
      seat.done = true;
      wake();
    }
  });

  for (;;) {
    while (!seats.every(({ done, waiting }) => done || waiting)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const next = possible();
    const step = next[Math.min(next.length - 1, choose(next.length))];
    if (!step) break;
    steps.push(step.name);
    step.take();
  }
  const errors = await Promise.all(runs);
  globalThis.setTimeout = setTimer;
  return {
    states,
    steps,
    ends: errors.map((error, index) => {
      const { read, sent } = seats[index] ?? newSeat();
      return { error, read, sent };
    }),
  };
}

function newSeat(): Seat {
  return {
    waiting: undefined,
    done: false,
    read: -1,
    wrote: undefined,
    sent: undefined,
    settled: undefined,
  };
}

/** Whether a read after a wait for older writes would be served while one of them is still to land. */
function tooEarly(seat: Seat, seats: readonly Seat[], late: readonly { state: State }[]): boolean {
  const { settled, waiting } = seat;
  if (settled === undefined || waiting?.method !== "GET") return false;
  return (
    seats.some((other) => other.waiting?.method === "PUT" && other.read < settled) ||
    late.some(({ state }) => state.base < settled)
  );
}

function targetOf(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  options: EditOptions,
  rule: WriteRule,
): EditTarget {
  const client = createClient<Record<string, never>>(rules, {
    baseUrl: "https://api.example.org",
    userAgent: "tiny/1",
    authorize: () => ({}),
    retry: { baseMs: 1, maxMs: 1 },
    fetch: fetchOf(fetch),
  });
  // As if each writer were a process of its own.
  const lock = <T>(_: string, task: () => Promise<T>): Promise<T> => task();
  const quick = { lock, settleMs: 0, verify: { timeoutMs: 0, intervalMs: 0 } };
  return { client, rule, id: "t1", options: { ...quick, ...options } };
}

function ruleOf(twoLists = false, versioned = false): WriteRule {
  const keep = [{ to: "on", title: "a boolean", type: "boolean" }];
  const beside = { keep, ...(versioned ? { version: { to: "version" } } : {}) };
  if (!twoLists) return { ...portsRule, ...beside };
  const { operation, path, read, id } = portsRule;
  const outs = { ...portsRule, list: "outs" };
  return { operation, path, read, id, lists: [portsRule, outs], ...beside };
}

/** A `choose` that goes by numbers, again and again. */
export function choosing(numbers: readonly number[]): (count: number) => number {
  let turn = 0;
  return (count) => (numbers[turn++ % numbers.length] ?? 0) % count;
}

/** Every choice sequence of a run, one after the other: `choose` for each run until all are done. */
export async function everyChoice(run: (choose: (count: number) => number) => Promise<void>) {
  const path: { index: number; count: number }[] = [];
  let runs = 0;
  for (;;) {
    let depth = 0;
    await run((count) => {
      const at = depth++;
      const known = path[at];
      if (known) return known.index;
      path.push({ index: 0, count });
      return 0;
    });
    runs++;
    path.length = Math.min(path.length, depth);
    while (path.length > 0) {
      const last = path[path.length - 1] as { index: number; count: number };
      last.index++;
      if (last.index < last.count) break;
      path.pop();
    }
    if (path.length === 0) return runs;
  }
}
