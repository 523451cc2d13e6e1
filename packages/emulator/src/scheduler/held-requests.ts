import { checkOptions, oneOf, requestCount } from "../check-options.js";
import { abortable } from "../http/abortable.js";
import type { LoggedRequest } from "../http/request-log.js";
import { createMatcher, matchTypes } from "../request-match.js";
import type {
  HoldRule,
  RequestScheduler,
  StepResult,
  StopPoint,
  WaitingRequest,
} from "./request-scheduler.js";

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
    if (held === undefined) throw new Error(`request ${id} does not wait`);
    this.#held.delete(id);
    held.go();
  }

  async step(id?: number): Promise<StepResult> {
    const chosen = id ?? this.#held.keys().next().value;
    if (chosen === undefined) throw new Error("no request waits");
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
