/** What the emulator takes for the present. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Moves the clock forward. @throws RangeError when `ms` is negative or no finite number. */
  advance(ms: number): void;
}

/** Where {@link createClock} starts. */
export interface ClockOptions {
  /** First reading: a date, milliseconds since 1970, or ISO 8601 text. Default 2026-01-01T00:00:00Z. */
  readonly startAt?: Date | number | string;
}

/**
 * A clock that stands still until it is told to move, so that two runs read the same times.
 *
 * @throws RangeError when `startAt` is no date
 * @example
 * const clock = createClock({ startAt: "2026-03-01T00:00:00Z" });
 * const emulator = createEmulator("huaweicloud-vpcep", { clock });
 * clock.advance(60_000); // whatever takes a minute is done now
 */
export function createClock(options: ClockOptions = {}): Clock {
  const { startAt = "2026-01-01T00:00:00Z" } = options;
  let now = new Date(startAt).getTime();
  if (Number.isNaN(now)) throw new RangeError(`createClock: startAt ${startAt} is no date`);
  return {
    now: () => now,
    advance: (ms) => {
      now += checkedStep(ms);
    },
  };
}

/** The computer's clock; `advance` puts it ahead of real time. */
export function createWallClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += checkedStep(ms);
    },
  };
}

function checkedStep(ms: number): number {
  if (!Number.isFinite(ms) || ms < 0) {
    throw new RangeError(`clock.advance: ${ms} ms is not a finite number of at least 0`);
  }
  return ms;
}
