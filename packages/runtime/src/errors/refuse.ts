import { show } from "./show.js";
import { UsageError } from "./usage-error.js";

/**
 * Refuses what the caller gave.
 *
 * @param allowed - what would be taken, in words.
 * @throws UsageError, always: it names the field, what is allowed, and what was given.
 */
export function refuse(name: string, allowed: string, given: unknown): never {
  throw new UsageError(`${name} must be ${allowed}, not ${show(given)}`);
}
