import { checkOptions, oneOf, requestCount } from "../check-options.js";
import { abortable } from "../http/abortable.js";
import type { LoggedRequest } from "../http/request-log.js";
import { createMatcher, matchTypes, type RequestMatch } from "./request-match.js";

/**
 * Where a request can be made to wait: when it has arrived and changed nothing yet, or when it has
 * taken effect and its response is not sent yet.
 */
export type StopPoint = "received" | "committed";

/** Which requests wait, and where. */
export interface HoldRule extends RequestMatch {
  /** @default both points */
  readonly at?: StopPoint | undefined;
  /** How many matching requests wait. @default all of them */
  readonly times?: number | undefined;
}

/** A request that waits. */
export interface WaitingRequest {
  /** Its number in the log. */
  readonly id: number;
  readonly at: StopPoint;
  readonly request: LoggedRequest;
}

/** Where a request got to. */
export interface StepResult {
  readonly id: number;
  /** "done": responded to, or given up by its client. */
  readonly at: StopPoint | "done";
}

/**
 * Pauses chosen requests, so that a test can run any interleaving of several writers.
 *
 * @example
 * // B's write lands between A's read and A's write.
 * scheduler.hold({ method: "PUT", at: "received" });
 * const a = addPorts(clientA, id, [portA]);
 * await scheduler.whenWaiting(1); // A has read and wants to write
 * const b = addPorts(clientB, id, [portB]);
 * const [ofA, ofB] = await scheduler.whenWaiting(2);
 * await scheduler.step(ofB.id);
 * await scheduler.step(ofA.id);
 * scheduler.releaseAll();
 * await Promise.allSettled([a, b]);
 */
export interface RequestScheduler {
  /**
   * Makes requests wait that arrive from now on: every one, unless the rule names some.
   *
   * @returns a function that ends this rule; requests that wait already go on waiting
   * @throws TypeError for an option or an operation that does not exist; RangeError for counts below 1
   */
  hold(rule?: HoldRule): () => void;
  /** The requests that wait now, in the order in which they began to. */
  waiting(): readonly WaitingRequest[];
  /** Resolves to `waiting()` as soon as at least `count` requests wait. */
  whenWaiting(count: number): Promise<readonly WaitingRequest[]>;
  /** Lets a request continue. @throws Error when it is not waiting */
  release(id: number): void;
  /**
   * Lets a request go on (the one that has waited longest, unless told otherwise) and resolves when
   * it waits again or is done. @throws Error when none waits
   */
  step(id?: number): Promise<StepResult>;
  /** Ends all rules and lets everything go on. */
  releaseAll(): void;
}

/** One request on its way through the emulator. */
export interface Visit {
  /** Waits here if a rule says so. @throws the signal's reason when it is aborted */
  stop(at: StopPoint, signal: AbortSignal | undefined): Promise<void>;
  /** The request is done. */
  leave(): void;
}

interface Held extends WaitingRequest {
  readonly go: () => void;
}

interface Rule {
  readonly matches: (request: LoggedRequest) => boolean;
  readonly at: StopPoint | undefined;
}

/** The scheduler of one emulator. */
export class HeldRequests implements RequestScheduler {
  readonly #operationIds: ReadonlySet<string>;
  readonly #rules = new Set<Rule>();
  readonly #held = new Map<number, Held>();
  /** Told whenever a request begins to wait or is done. */
  readonly #watchers = new Set<(news: StepResult) => void>();

  constructor(operationIds: ReadonlySet<string>) {
    this.#operationIds = operationIds;
  }

  hold(held: HoldRule = {}): () => void {
    checkOptions<HoldRule>("scheduler.hold", held, {
      ...matchTypes,
      at: oneOf("received", "committed"),
      times: requestCount,
    });
    const { at, times = Number.POSITIVE_INFINITY, ...named } = held;
    const match = Object.keys(named).length === 0 ? undefined : named;
    const operationIds = this.#operationIds;
    const matches = createMatcher("scheduler.hold", { match, times, operationIds });
    const rule: Rule = { at, matches };
    this.#rules.add(rule);
    return () => {
      this.#rules.delete(rule);
    };
  }

  waiting(): readonly WaitingRequest[] {
    return [...this.#held.values()].map(({ id, at, request }) => ({ id, at, request }));
  }

  async whenWaiting(count: number): Promise<readonly WaitingRequest[]> {
    if (this.#held.size < count) await this.#watch(() => this.#held.size >= count);
    return this.waiting();
  }

  release(id: number): void {
    const held = this.#held.get(id);
    if (held === undefined) throw new Error(`request ${id} is not waiting`);
    this.#held.delete(id);
    held.go();
  }

  async step(id?: number): Promise<StepResult> {
    const chosen = id ?? this.#held.keys().next().value;
    if (chosen === undefined) throw new Error("no request is waiting");
    const arrival = this.#watch((news) => news.id === chosen);
    this.release(chosen);
    return arrival;
  }

  releaseAll(): void {
    this.#rules.clear();
    for (const id of [...this.#held.keys()]) this.release(id);
  }

  /** Notes that a request has arrived; asked once per request, in the order of arrival. */
  arrive(request: LoggedRequest): Visit {
    const { id } = request;
    const met = [...this.#rules].filter(({ matches }) => matches(request));
    return {
      stop: async (at, signal) => {
        const held = met.filter((rule) => this.#rules.has(rule));
        if (held.some((rule) => (rule.at ?? at) === at)) await this.#wait(request, at, signal);
      },
      leave: () => this.#tell({ id, at: "done" }),
    };
  }

  async #wait(
    request: LoggedRequest,
    at: StopPoint,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { id } = request;
    const released = new Promise<void>((go) => {
      this.#held.set(id, { id, at, request, go });
    });
    this.#tell({ id, at });
    try {
      await abortable(released, signal);
    } finally {
      this.#held.delete(id);
    }
  }

  #watch(until: (news: StepResult) => boolean): Promise<StepResult> {
    return new Promise((resolve) => {
      const watcher = (news: StepResult): void => {
        if (!until(news)) return;
        this.#watchers.delete(watcher);
        resolve(news);
      };
      this.#watchers.add(watcher);
    });
  }

  #tell(news: StepResult): void {
    for (const watcher of [...this.#watchers]) watcher(news);
  }
}
