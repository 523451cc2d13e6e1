/** What a change means for those who use a package, the worst first. */
export const levels = ["breaking", "additive", "documentation"] as const;

export type Level = (typeof levels)[number];

/**
 * One difference between two versions of an API, as users of its package meet it.
 */
export interface Change {
  level: Level;
  /**
   * Where it shows: in what users send or receive; in a rule that the client follows (pages, writes, retries,
   * error codes); in what the package exports; or in the API as a whole (operations, servers, security).
   */
  side: "request" | "response" | "request and response" | "rule" | "package" | "api";
  /** What changed, in the words of the API: `Thing.name`, `putThing body.name`, `listThings`. */
  where: string;
  /** The operations that have to do with it; absent where `where` names it. */
  operations?: string[];
  /** How it changed, as part of a sentence: `property removed`. */
  what: string;
  /** The value before, as JSON or as TypeScript; absent where there was none. */
  before?: string;
  /** The value now; absent where there is none any more. */
  after?: string;
}

/** The worst that a list of changes means; undefined when it is empty. */
export function worstOf(changes: readonly Change[]): Level | undefined {
  return levels.find((level) => changes.some((change) => change.level === level));
}

/** The worst first; of one level in the order of the API. */
export function sorted(changes: readonly Change[]): Change[] {
  return levels.flatMap((level) => changes.filter((change) => change.level === level));
}

const maxShown = 120;
const lead = 40;

/** A value as changes show it: JSON, cut when it is long. */
export function shown(value: unknown): string {
  return cut(JSON.stringify(value) ?? "nothing", 0);
}

/** Two values as changes show them; of long ones what begins shortly before they differ. */
export function shownBoth(before: unknown, after: unknown): Pick<Change, "before" | "after"> {
  const [old, now] = [before, after].map((value) => JSON.stringify(value));
  if (old === undefined || now === undefined) {
    return {
      ...(old !== undefined && { before: cut(old, 0) }),
      ...(now !== undefined && { after: cut(now, 0) }),
    };
  }
  let same = 0;
  while (same < old.length && old[same] === now[same]) same += 1;
  const isLong = Math.max(old.length, now.length) > maxShown;
  const start = isLong && same > lead ? same - lead : 0;
  return { before: cut(old, start), after: cut(now, start) };
}

function cut(text: string, start: number): string {
  const end = start + maxShown;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
