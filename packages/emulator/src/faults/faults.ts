import { checkOptions, type OptionType } from "../check-options.js";
import type { LoggedRequest } from "../http/request-log.js";
import { createMatcher, type RequestMatch } from "../request-match.js";
import { checkFault } from "./check-fault.js";
import type { Fault } from "./fault.js";

/** Which requests meet which fault. */
export interface FaultRule<State> {
  /** Must name something when it is given. @default every request */
  readonly match?: RequestMatch | undefined;
  /** How many matching requests meet the fault, from `match.nth` on. @default 1 */
  readonly times?: number | undefined;
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
   * @throws TypeError for a kind, a field or an operation that does not exist, and for a `match` that
   * names nothing; RangeError for a number that is not allowed
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

/** Judged by those who know what it is for. */
const anything: OptionType = { allowed: "anything", fits: () => true };

/** The faults of one emulator. */
export class FaultList<State> implements Faults<State> {
  readonly #operationIds: ReadonlySet<string>;
  readonly #onClear: () => void;
  readonly #rules = new Set<Rule<State>>();

  constructor(operationIds: ReadonlySet<string>, onClear: () => void) {
    this.#operationIds = operationIds;
    this.#onClear = onClear;
  }

  add(added: FaultRule<State>): AddedFault {
    checkOptions<FaultRule<State>>("faults.add", added, {
      match: anything,
      times: anything,
      fault: anything,
    });
    const { match, times = 1, fault } = added;
    checkFault(fault);
    const operationIds = this.#operationIds;
    const matches = createMatcher("faults.add", { match, times, operationIds });
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
