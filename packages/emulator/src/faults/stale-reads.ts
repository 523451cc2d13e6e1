import type { StaleReadsFault } from "./fault.js";

interface Window<State> {
  readonly before: State;
  readonly until: number;
  reads: number;
}

/** Keeps what reads still see after writes that are slow to show. */
export class StaleReads<State> {
  readonly #windows: Window<State>[] = [];

  /** From now on reads see `before`, as long as the fault says. */
  open(before: State, fault: StaleReadsFault, now: number): void {
    const lasts =
      "reads" in fault
        ? { reads: fault.reads, until: Number.POSITIVE_INFINITY }
        : { reads: Number.POSITIVE_INFINITY, until: now + fault.ms };
    this.#windows.push({ before, ...lasts });
  }

  /** What one more read sees, when that is not the present state. */
  read(now: number): State | undefined {
    for (const window of [...this.#windows]) {
      if (window.reads > 0 && now < window.until) {
        window.reads -= 1;
        return window.before;
      }
      this.#windows.splice(this.#windows.indexOf(window), 1);
    }
    return undefined;
  }

  clear(): void {
    this.#windows.length = 0;
  }
}
