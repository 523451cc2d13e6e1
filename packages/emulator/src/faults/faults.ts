import type { LoggedRequest } from "../http/request-log.js";
import { createMatcher, type RequestMatch } from "../request-match.js";
import type { Fault } from "./fault.js";

/** Which requests meet which fault. */
export interface FaultRule<State> {
  /** @default every request */
  readonly match?: RequestMatch;
  /** How many matching requests meet the fault, from `match.nth` on. @default 1 */
  readonly times?: number;
  readonly fault: Fault<State>;
}

/** A fault that was added. */
export interface AddedFault {
  /** How many requests have met it. */
  readonly applied: number;
  /** No further request meets it. */
  remove(): void;
}

/** Makes the emulator unkind. A request meets every fault that matches it. */
export interface Faults<State> {
  /**
   * @throws Error when `match.operation` names no operation; RangeError for counts below 1
   * @example
   * const fault = emulator.faults.add({
   *   match: { operation: "listInstances", nth: 3 },
   *   times: 2,
   *   fault: { kind: "status", status: 503 },
   * });
   */
  add(rule: FaultRule<State>): AddedFault;
  /** Removes every fault, and makes all writes visible. */
  clear(): void;
}

interface Rule<State> {
  readonly matches: (request: LoggedRequest) => boolean;
  readonly fault: Fault<State>;
  applied: number;
}

/** The faults of one emulator. */
export class FaultList<State> implements Faults<State> {
  readonly #operationIds: ReadonlySet<string>;
  readonly #onClear: () => void;
  readonly #rules = new Set<Rule<State>>();

  constructor(operationIds: ReadonlySet<string>, onClear: () => void) {
    this.#operationIds = operationIds;
    this.#onClear = onClear;
  }

  add({ match = {}, times = 1, fault }: FaultRule<State>): AddedFault {
    const matches = createMatcher(match, times, this.#operationIds);
    const rule: Rule<State> = { matches, fault, applied: 0 };
    this.#rules.add(rule);
    return {
      get applied() {
        return rule.applied;
      },
      remove: () => {
        this.#rules.delete(rule);
      },
    };
  }

  clear(): void {
    this.#rules.clear();
    this.#onClear();
  }

  /** The faults that a request meets; asked once per request, in the order of arrival. */
  take(request: LoggedRequest): readonly Fault<State>[] {
    const met = [...this.#rules].filter(({ matches }) => matches(request));
    for (const rule of met) rule.applied += 1;
    return met.map(({ fault }) => fault);
  }
}
