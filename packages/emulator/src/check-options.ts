import { closestMatch } from "leven";

/** The values that one option takes. */
export interface OptionType {
  /** In words, as in `true or false`. */
  readonly allowed: string;
  fits(value: unknown): boolean;
  /** Whether an error may not show the value. */
  readonly secret?: boolean;
}

/** What each of some options takes. Adding an option without saying what it takes does not compile. */
export type OptionTypes<Options> = { readonly [Name in keyof Required<Options>]: OptionType };

/**
 * Refuses options that do not exist, that have a value they do not take, or that are missing. An
 * option that is `undefined` counts as left out.
 *
 * @param what whose options these are, as in `createEmulator`
 * @param needed the options that cannot be left out
 * @throws TypeError, or RangeError for a number that is not allowed; one line
 */
export function checkOptions<Options>(
  what: string,
  options: unknown,
  types: OptionTypes<Options>,
  needed: readonly (keyof Options & string)[] = [],
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`${what}: the options must be an object, not ${show(options)}`);
  }
  const known = new Map<string, OptionType>(Object.entries(types));
  for (const [name, value] of Object.entries(options)) {
    const type = known.get(name);
    if (type === undefined) {
      throw new TypeError(`${what} has no option "${name}"${suggest(name, [...known.keys()])}`);
    }
    if (value !== undefined) checkValue(what, name, value, type);
  }
  for (const name of needed) {
    if (Reflect.get(options, name) === undefined) {
      throw new TypeError(`${what}: ${name} is missing; it must be ${types[name].allowed}`);
    }
  }
}

/** @throws TypeError, or RangeError for a number */
export function checkValue(what: string, name: string, value: unknown, type: OptionType): void {
  if (type.fits(value)) return;
  const given = type.secret ? `what was given (${kindOf(value)})` : show(value);
  const message = `${what}: ${name} must be ${type.allowed}, not ${given}`;
  throw typeof value === "number" ? new RangeError(message) : new TypeError(message);
}

/** The end of a message about a name that does not exist: the nearest that does, else all of them. */
export function suggest(name: string, known: readonly string[]): string {
  const lower = name.toLowerCase();
  const alike = known.find((each) => each.toLowerCase().startsWith(lower) && lower !== "");
  const near = alike ?? closestMatch(name, known, { maxDistance: Math.ceil(name.length / 3) });
  return near === undefined ? `; there are ${known.join(", ")}` : `; did you mean ${near}?`;
}

/** A value in a message, never longer than a line. */
function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 80));
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return kindOf(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): OptionType {
  const range =
    most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  return {
    allowed: `a whole number ${range}`,
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
  };
}

/** How many requests: at least 1, and `Infinity` for all of them. */
export const requestCount: OptionType = {
  allowed: "a whole number of at least 1, or Infinity",
  fits: (value) => value === Number.POSITIVE_INFINITY || wholeNumber(1).fits(value),
};

/** Timers of the platform end at once when they are told to wait longer than this. */
const longestTimerMs = 2 ** 31 - 1;

export const milliseconds: OptionType = {
  allowed: `a number of milliseconds from 0 to ${longestTimerMs}`,
  fits: (value) => typeof value === "number" && value >= 0 && value <= longestTimerMs,
};

export const flag: OptionType = {
  allowed: "true or false",
  fits: (value) => typeof value === "boolean",
};

export const text: OptionType = {
  allowed: "text",
  fits: (value) => typeof value === "string",
};

export const filledText: OptionType = {
  allowed: "text that is not empty",
  fits: (value) => typeof value === "string" && value !== "",
};

/** Text that a header can carry. */
export const headerText: OptionType = {
  allowed: "text without line breaks, in Latin-1",
  fits: (value) => typeof value === "string" && /^[\t\x20-\x7e\x80-\xff]*$/.test(value),
};

export const callback: OptionType = {
  allowed: "a function",
  fits: (value) => typeof value === "function",
};

export function oneOf(...choices: readonly string[]): OptionType {
  return {
    allowed: choices.map((choice) => JSON.stringify(choice)).join(" or "),
    fits: (value) => typeof value === "string" && choices.includes(value),
  };
}

export function listOf(items: string, fits: (item: unknown) => boolean): OptionType {
  return {
    allowed: `a list of ${items}`,
    fits: (value) => Array.isArray(value) && value.every(fits),
  };
}

/** API keys, tokens and the like: an error never shows them. */
export const secrets: OptionType = {
  ...listOf("texts that are not empty", filledText.fits),
  secret: true,
};
