import {
  checkOptions,
  flag,
  type OptionType,
  type OptionTypes,
  wholeNumber,
} from "./check-options.js";
import type { Clock } from "./clock.js";
import { type AllowedOrigins, originsType } from "./http/allow-origins.js";

/** Options of every service. */
export interface EmulatorOptions {
  /**
   * Everything made up (ids, names, cursors) follows from this number.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * What the emulator takes for the present: a clock of yours, or the computer's.
   *
   * @default a clock of its own that stands still at 2026-01-01T00:00:00Z
   */
  readonly clock?: Clock | "wall" | undefined;
  /**
   * How many times faster than real time `clock: "wall"` runs, up to 86 400: with 60 an hour of the
   * service passes in a minute. Dates of signatures are judged by the computer's own time all the same.
   *
   * @default 1
   */
  readonly speed?: number | undefined;
  /**
   * Whether a response that does not fit the specification becomes a 500 that names the place.
   *
   * @default true
   */
  readonly strict?: boolean | undefined;
  /**
   * Which pages in a browser may use the emulator: `true` for those that come from this computer, as
   * `http://localhost:5173` does, or a list of origins.
   *
   * @default false: none
   */
  readonly cors?: AllowedOrigins | undefined;
  /**
   * A request with more bytes of body gets a 413.
   *
   * @default 1048576, a mebibyte
   */
  readonly maxBodyBytes?: number | undefined;
  /**
   * How many requests `emulator.requests` keeps. It drops the oldest, earlier if together they have
   * more than 16 MiB.
   *
   * @default 10000
   */
  readonly loggedRequests?: number | undefined;
  /**
   * `emulator.requests` keeps no body that has more bytes, only their number.
   *
   * @default 65536
   */
  readonly loggedBodyBytes?: number | undefined;
}

const clock: OptionType = {
  allowed: '"wall", or a clock as createClock makes it',
  fits: (value) =>
    value === "wall" ||
    (typeof value === "object" &&
      value !== null &&
      typeof Reflect.get(value, "now") === "function" &&
      typeof Reflect.get(value, "advance") === "function"),
};

/** What `speed` takes; at the fastest a day passes in a second. */
export const speedType: OptionType = {
  allowed: "a number above 0, up to 86400",
  fits: (value) => typeof value === "number" && value > 0 && value <= 86_400,
};

/** What the options of every service take. */
export const engineOptionTypes: OptionTypes<EmulatorOptions> = {
  seed: wholeNumber(0),
  clock,
  speed: speedType,
  strict: flag,
  cors: originsType,
  maxBodyBytes: wholeNumber(0),
  loggedRequests: wholeNumber(0),
  loggedBodyBytes: wholeNumber(0),
};

/** How many of a kind there are at the start: more would take minutes to make up. */
export const seedCount = wholeNumber(0, 1_000_000);

/**
 * Refuses options that one service does not take.
 *
 * @param what whose options these are, as in `createEmulator("ppio-gpu")`
 * @throws TypeError or RangeError
 */
export function checkEngineOptions<Options extends EmulatorOptions>(
  what: string,
  options: object,
  types: OptionTypes<Options>,
): asserts options is Options {
  checkOptions<Options>(what, options, types);
  const { speed, clock }: EmulatorOptions = options;
  if (speed !== undefined && clock !== "wall") {
    throw new TypeError(`${what}: speed needs clock: "wall"; use advance() with any other clock`);
  }
}
