import { UsageError } from "../errors/usage-error.js";

const longestShown = 100;

/** A value in a message: text in quotes and cut, and only its kind where it could be long. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    const cut = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
    return JSON.stringify(cut);
  }
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value) return "an object";
  if (typeof value === "function") return "a function";
  return value === undefined ? "missing" : String(value);
}

/**
 * Refuses what the caller gave.
 *
 * @param allowed - what would be taken, in words.
 * @throws UsageError, always: it names the field, what is allowed, and what was given.
 */
export function refuse(name: string, allowed: string, given: unknown): never {
  throw new UsageError(`${name} must be ${allowed}, not ${show(given)}`);
}

/** Options that may be given as `undefined` wherever they may be left out. */
export type MaybeUndefined<Options> = {
  [Name in keyof Options]: object extends Pick<Options, Name>
    ? Options[Name] | undefined
    : Options[Name];
};

/**
 * The names of an option type, written once. The compiler asks for each of them and takes no other, so
 * that an option that is added to its type cannot be forgotten here.
 */
export type OptionNames<Options> = { readonly [Name in keyof Required<Options>]: true };

/**
 * Refuses an option that does not exist: a misspelt one would have no effect, silently.
 *
 * @param what - whose options these are, such as `"listInstances"`.
 * @param known - the names that exist, as a list or as {@link OptionNames}.
 * @param hints - what people look for here under a name that is at home elsewhere, and where that is.
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

/** The name that was probably meant: one that continues what was given, or differs by three letters at most. */
function nearest(given: string, known: readonly string[]): string | undefined {
  const lower = given.toLowerCase();
  const longer = known.find((name) => name.toLowerCase().startsWith(lower));
  if (longer) return longer;
  const distances = known.map((name) => ({ name, distance: distance(lower, name.toLowerCase()) }));
  const [best] = distances.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.min(3, given.length / 2) ? best.name : undefined;
}

/** How many letters must be put in, taken out or exchanged to make one text of the other (Levenshtein). */
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
 * Lays options that are numbers over their defaults. Those whose names end in `Ms` are milliseconds;
 * all others count something and are whole.
 *
 * @param given - `undefined` in it leaves the default.
 * @param least - the lowest number that is allowed.
 * @param most - the highest.
 * @throws UsageError naming the first that is not allowed.
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
