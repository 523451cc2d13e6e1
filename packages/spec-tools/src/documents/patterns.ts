import { createRequire } from "node:module";
import { messageOf } from "../base/input-error.js";
import { fileBeside } from "../base/own-file.js";
import { quoted } from "./names.js";
import { isPlainPattern } from "./plain-pattern.js";

const maxLength = 500;
const maxTotalMs = 120_000;

/**
 * The search is bounded by steps, so that a busy machine comes to the same verdicts; time is the last net.
 * The smallest bounds that still find every slow pattern of the tests.
 */
const bounds = {
  attackLimit: 1_000_000,
  attackTimeout: null,
  incubationLimit: 10_000,
  incubationTimeout: null,
  maxGenerationSize: 50,
  maxIteration: 5,
};

/** Two megabytes of code, loaded when a pattern asks for it: the copy that is published, or its package. */
function loadRecheck(): Pick<typeof import("recheck"), "checkSync"> {
  return createRequire(import.meta.url)(fileBeside("recheck.cjs") ?? "recheck/lib/browser.js");
}

/** What is known of a pattern, for all documents of a run. */
const known = new Map<string, string | undefined>();
let spentMs = 0;

/**
 * What is wrong with a `pattern`: it does not compile under the `u` flag, or some text makes matching take
 * more than linear time. A pattern that the checker cannot judge, or that comes after two minutes of
 * checking in one run, is refused too.
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
  if (isPlainPattern(pattern)) return undefined;
  const untold = `${refused}: it is too involved to tell whether it matches in linear time`;
  const timeout = Math.floor(maxTotalMs - spentMs);
  if (timeout <= 0) return untold;
  const began = performance.now();
  try {
    const verdict = loadRecheck().checkSync(pattern, "u", { ...bounds, timeout });
    if (verdict.status === "safe") return undefined;
    return verdict.status === "vulnerable"
      ? `${refused}: some texts take ${verdict.complexity.type} time to match`
      : untold;
  } catch {
    // Repetitions of repetitions make it run out of stack.
    return untold;
  } finally {
    spentMs += performance.now() - began;
  }
}
