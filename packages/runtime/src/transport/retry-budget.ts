const capacity = 10;
const refund = 0.1;

/**
 * A token bucket that all calls of a client share: a retry takes a token, a success gives a tenth
 * back. In an outage a client thus stops repeating after ten retries and only probes.
 */
export class RetryBudget {
  #tokens = capacity;

  /** Takes a token for a retry; `false` when none is left. */
  take(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Notes a success. */
  refund(): void {
    this.#tokens = Math.min(capacity, this.#tokens + refund);
  }
}
