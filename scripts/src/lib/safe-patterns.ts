import recheck from "recheck/lib/browser.js";
import { messageOf } from "./input-error.js";
import { quoted } from "./safe-names.js";

const maxLength = 500;
const maxPatternMs = 5_000;
const maxTotalMs = 30_000;

/** What is known of a pattern, for all documents of a run. */
const known = new Map<string, string | undefined>();
let spentMs = 0;

/**
 * What is wrong with a `pattern`: it does not compile under the `u` flag, or some text makes matching take
 * more than linear time. A pattern whose check does not end in 5 s, or comes after 30 s of checking in one
 * run, is refused too.
 */
export function patternProblem(pattern: string): string | undefined {
  if (!known.has(pattern)) known.set(pattern, judge(pattern));
  return known.get(pattern);
}

function judge(pattern: string): string | undefined {
  const refused = `the pattern ${quoted(pattern)} is refused`;
  if (pattern.length > maxLength) return `${refused}: longer than ${maxLength} characters`;
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    return `${refused}: ${messageOf(error)}`;
  }
  const timeout = Math.min(maxPatternMs, maxTotalMs - spentMs);
  if (timeout <= 0)
    return `${refused}: the patterns before it took ${maxTotalMs / 1000} s to check`;
  const began = performance.now();
  const verdict = recheck.checkSync(pattern, "u", { timeout });
  spentMs += performance.now() - began;
  if (verdict.status === "safe") return undefined;
  return verdict.status === "vulnerable"
    ? `${refused}: some texts take ${verdict.complexity.type} time to match`
    : `${refused}: whether it matches in linear time could not be told in ${maxPatternMs / 1000} s`;
}
