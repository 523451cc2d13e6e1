import type { Clock } from "./clock.js";
import type { AccessKeySecret } from "./huaweicloud-vpcep/verify-signature.js";

/** Options of both services. */
export interface EmulatorOptions {
  /**
   * Everything made up (ids, names, cursors) follows from this number.
   *
   * @default 1
   */
  readonly seed?: number;
  /**
   * What the emulator takes for the present: a clock of yours, or the computer's.
   *
   * @default a clock of its own that stands still at 2026-01-01T00:00:00Z
   */
  readonly clock?: Clock | "wall";
  /**
   * Whether an answer that does not fit the specification becomes a 500 that names the place.
   *
   * @default true
   */
  readonly strict?: boolean;
}

/** Options of the PPIO GPU stand-in. */
export interface PpioGpuOptions extends EmulatorOptions {
  /**
   * How many instances exist at the start.
   *
   * @default 250
   */
  readonly instances?: number;
  /**
   * The API keys that are accepted.
   *
   * @default any that is not empty
   */
  readonly apiKeys?: readonly string[];
}

/** Options of the VPCEP stand-in. */
export interface VpcepOptions extends EmulatorOptions {
  /**
   * How many endpoint services the project has at the start.
   *
   * @default 30
   */
  readonly services?: number;
  /**
   * How many public endpoint services there are.
   *
   * @default 12
   */
  readonly publicServices?: number;
  /**
   * The values of `X-Auth-Token` that are accepted.
   *
   * @default any that is not empty
   */
  readonly tokens?: readonly string[];
  /**
   * Secrets by access key id, for signed requests. Without its secret no signature can be checked,
   * so that one by an unknown key is refused. Signatures carry the time: give the signing client
   * the same clock, or this emulator `clock: "wall"`.
   *
   * @default none
   */
  readonly accessKeys?: Readonly<Record<string, AccessKeySecret>>;
  /**
   * The only project that the credentials give access to; others are answered 403.
   *
   * @default any project, and all of them see the same services
   */
  readonly projectId?: string;
  /**
   * Which of the two documented forms errors have.
   *
   * @default "nested"
   */
  readonly errorEnvelope?: "nested" | "flat";
}
