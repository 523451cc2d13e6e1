import { refuse } from "../errors/refuse.js";

/**
 * Lays options that are numbers over their defaults. Those whose names end in `Ms` are milliseconds;
 * all others count something and are whole.
 *
 * @param given - `undefined` in it leaves the default.
 * @param least - the lowest number that is allowed.
 * @throws UsageError naming the first that is not allowed.
 */
export function fillIn<Numbers extends object>(
  defaults: Numbers,
  given: object,
  least = 1,
): Numbers {
  const filled = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const kind = name.endsWith("Ms") ? "number" : "whole number";
    if (!(Number.isInteger(value) || typeof value === kind) || !(value >= least)) {
      refuse(name, `a ${kind}, ${least} or more`, value);
    }
    filled[name as keyof Numbers] = value;
  }
  return filled;
}
