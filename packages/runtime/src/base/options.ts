import { UsageError } from "../errors/usage-error.js";
import { printable } from "./text.js";

const longestShown = 100;

/** A value for a message: strings are quoted and truncated, lists and objects are only named as such. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    const cut = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
    return printable(JSON.stringify(cut));
  }
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value) return "an object";
  if (typeof value === "function") return "a function";
  return value === undefined ? "missing" : String(value);
}

/**
 * Throws the error for an argument that is not allowed.
 *
 * @param allowed - what is allowed, in words.
 * @throws UsageError, always: it names the field, what is allowed, and what was given.
 */
export function refuse(name: string, allowed: string, given: unknown): never {
  throw new UsageError(`${name} must be ${allowed}, not ${show(given)}`);
}

/** Options whose optional members also accept `undefined`. */
export type MaybeUndefined<Options> = {
  [Name in keyof Options]: object extends Pick<Options, Name>
    ? Options[Name] | undefined
    : Options[Name];
};

/**
 * The names of an option type. The compiler requires all of them and allows no others, so a new option cannot
 * be forgotten here.
 */
export type OptionNames<Options> = { readonly [Name in keyof Required<Options>]: true };

/**
 * Refuses unknown options: a misspelt one would silently have no effect.
 *
 * @param what - whose options these are, such as `"listInstances"`.
 * @param known - the names that exist, as a list or as {@link OptionNames}.
 * @param hints - for names that people may look for here: where to find that option.
 * @throws UsageError naming the option and the nearest one that exists.
 */
export function checkOptions(
  what: string,
  options: unknown,
  known: readonly string[] | Readonly<Record<string, true>>,
  hints: Readonly<Record<string, string>> = {},
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    // Text is not shown: where options are expected, people also pass a credential.
    const given = typeof options === "string" ? "text" : show(options);
    throw new UsageError(`the options of ${what} must be an object, not ${given}`);
  }
  const names = Array.isArray(known) ? known : Object.keys(known);
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    const hint = Object.hasOwn(hints, name) && hints[name];
    const advice = hint || (near ? `did you mean ${near}?` : `there are ${names.join(", ")}`);
    throw new UsageError(`${what} has no option ${show(name)}: ${advice}`);
  }
}

/**
 * The name that was probably meant: one that starts with what was given, or differs by at most three letters.
 */
function nearest(given: string, known: readonly string[]): string | undefined {
  const lower = given.toLowerCase();
  const longer = known.find((name) => name.toLowerCase().startsWith(lower));
  if (longer) return longer;
  const distances = known.map((name) => ({ name, distance: distance(lower, name.toLowerCase()) }));
  const [best] = distances.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.min(3, given.length / 2) ? best.name : undefined;
}

/** The number of insertions, deletions and substitutions between two strings (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let at = 0; at < b.length; at++) {
      const exchange = (row[at] as number) + (b[at] === letter ? 0 : 1);
      next.push(Math.min(exchange, (row[at + 1] as number) + 1, (next[at] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/**
 * Checks numeric options and applies their defaults. Those whose names end in `Ms` are milliseconds; all
 * others are whole numbers.
 *
 * @param given - the caller's values; `undefined` keeps the default.
 * @param least - the smallest number allowed.
 * @param most - the largest.
 * @throws UsageError naming the first option that is not allowed.
 */
export function withDefaults<Numbers extends object>(
  defaults: Numbers,
  given: object,
  least = 1,
  most = Number.POSITIVE_INFINITY,
): Numbers {
  const filled = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === filled[name as keyof Numbers]) continue;
    const kind = name.endsWith("Ms") ? "number" : "whole number";
    if (!(Number.isInteger(value) || typeof value === kind) || !(value >= least && value <= most)) {
      refuse(name, `a ${kind}, ${least} ${most < 2 ** 53 ? `to ${most}` : "or more"}`, value);
    }
    filled[name as keyof Numbers] = value;
  }
  return filled;
}
