import {
  checkOptions,
  filledText,
  flag,
  type OptionType,
  type OptionTypes,
  oneOf,
  secrets,
  wholeNumber,
} from "./check-options.js";
import type { Clock } from "./clock.js";
import { type AllowedOrigins, originsType } from "./http/allow-origins.js";
import type { AccessKeySecret } from "./huaweicloud-vpcep/verify-signature.js";

/** Options of both services. */
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
   * Whether an answer that does not fit the specification becomes a 500 that names the place.
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
   * A request with more bytes of body is answered 413.
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

/** Options of the PPIO GPU stand-in. */
export interface PpioGpuOptions extends EmulatorOptions {
  /**
   * How many instances exist at the start.
   *
   * @default 250
   */
  readonly instances?: number | undefined;
  /**
   * The API keys that are accepted.
   *
   * @default any that is not empty
   */
  readonly apiKeys?: readonly string[] | undefined;
}

/** Options of the VPCEP stand-in. */
export interface VpcepOptions extends EmulatorOptions {
  /**
   * How many endpoint services the project has at the start.
   *
   * @default 30
   */
  readonly services?: number | undefined;
  /**
   * How many public endpoint services there are.
   *
   * @default 12
   */
  readonly publicServices?: number | undefined;
  /**
   * The values of `X-Auth-Token` that are accepted.
   *
   * @default any that is not empty
   */
  readonly tokens?: readonly string[] | undefined;
  /**
   * Secrets by access key id, for signed requests. Without its secret no signature can be checked,
   * so that one by an unknown key is refused. Signatures carry the time: give the signing client
   * the same clock, or this emulator `clock: "wall"`.
   *
   * @default none
   */
  readonly accessKeys?: Readonly<Record<string, AccessKeySecret>> | undefined;
  /**
   * The only project that the credentials give access to; others are answered 403.
   *
   * @default any project, and all of them see the same services
   */
  readonly projectId?: string | undefined;
  /**
   * Which of the two documented forms errors have.
   *
   * @default "nested"
   */
  readonly errorEnvelope?: "nested" | "flat" | undefined;
}

/** More would take minutes to make up. */
const count = wholeNumber(0, 1_000_000);

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

const accessKeys: OptionType = {
  allowed: "an object with a secret, or { secret, securityToken }, under each access key id",
  fits: (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([id, key]) => id !== "" && isAccessKey(key)),
  secret: true,
};

function isAccessKey(key: unknown): boolean {
  if (typeof key !== "object" || key === null) return filledText.fits(key);
  return ["secret", "securityToken"].every((name) => filledText.fits(Reflect.get(key, name)));
}

const common: OptionTypes<EmulatorOptions> = {
  seed: wholeNumber(0),
  clock,
  speed: speedType,
  strict: flag,
  cors: originsType,
  maxBodyBytes: wholeNumber(0),
  loggedRequests: wholeNumber(0),
  loggedBodyBytes: wholeNumber(0),
};

/** Refuses options that the stand-in for PPIO GPU does not take. @throws TypeError or RangeError */
export function checkPpioGpuOptions(options: PpioGpuOptions): void {
  check<PpioGpuOptions>("ppio-gpu", options, { ...common, instances: count, apiKeys: secrets });
}

/** Refuses options that the stand-in for VPCEP does not take. @throws TypeError or RangeError */
export function checkVpcepOptions(options: VpcepOptions): void {
  check<VpcepOptions>("huaweicloud-vpcep", options, {
    ...common,
    services: count,
    publicServices: count,
    tokens: secrets,
    accessKeys,
    projectId: filledText,
    errorEnvelope: oneOf("nested", "flat"),
  });
}

function check<Options extends EmulatorOptions>(
  api: string,
  options: Options,
  types: OptionTypes<Options>,
): void {
  const what = `createEmulator("${api}")`;
  checkOptions<Options>(what, options, types);
  if (options.speed !== undefined && options.clock !== "wall") {
    throw new TypeError(`${what}: speed is for clock: "wall"; move any other clock by advance()`);
  }
}
