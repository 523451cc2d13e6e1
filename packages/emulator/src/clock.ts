import { checkOptions } from "./check-options.js";

/** What the emulator takes for the present. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /**
   * Moves the clock forward.
   *
   * @throws RangeError when `ms` is negative or no finite number, or leads past the year 9999
   */
  advance(ms: number): void;
}

/** Where {@link createClock} starts. */
export interface ClockOptions {
  /** First reading: a date, milliseconds since 1970, or ISO 8601 text. Default 2026-01-01T00:00:00Z. */
  readonly startAt?: Date | number | string | undefined;
}

/**
 * A clock that stands still until it is told to move, so that two runs read the same times.
 *
 * @throws TypeError for an unknown option; RangeError when `startAt` is no date up to the year 9999
 * @example
 * const clock = createClock({ startAt: "2026-03-01T00:00:00Z" });
 * const emulator = createEmulator("huaweicloud-vpcep", { clock });
 * clock.advance(60_000); // whatever takes a minute is done now
 */
export function createClock(options: ClockOptions = {}): Clock {
  checkOptions<ClockOptions>("createClock", options, {
    startAt: { allowed: "a date", fits: () => true },
  });
  const { startAt = "2026-01-01T00:00:00Z" } = options;
  let now = new Date(startAt).getTime();
  if (!(now >= 0 && now <= end)) {
    throw new RangeError(`createClock: startAt ${startAt} is no date from 1970 to 9999`);
  }
  return {
    now: () => now,
    advance: (ms) => {
      now = moved(now, ms);
    },
  };
}

/**
 * The computer's clock; `advance` puts it ahead of real time.
 *
 * @param speed how many times faster than real time it runs from now on
 */
export function createWallClock(speed = 1): Clock {
  const start = Date.now();
  let ahead = 0;
  const now = (): number => Math.floor(start + (Date.now() - start) * speed + ahead);
  return {
    now,
    advance: (ms) => {
      moved(now(), ms);
      ahead += ms;
    },
  };
}

/** Later years do not fit the form that the services write times in. */
const end = Date.UTC(9999, 11, 31);

function moved(now: number, ms: number): number {
  if (!Number.isFinite(ms) || ms < 0) {
    throw new RangeError(`clock.advance: ${ms} ms is not a finite number of at least 0`);
  }
  if (now + ms > end) throw new RangeError(`clock.advance: ${ms} ms lead past the year 9999`);
  return now + ms;
}
