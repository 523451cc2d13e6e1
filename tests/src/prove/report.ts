import type { Limits, Runtime } from "./runtimes.js";

/** What the suite found in one runtime. */
export interface Findings {
  /** Names of checks. */
  readonly passed: readonly string[];
  readonly failed: readonly { readonly name: string; readonly reason: string }[];
  /** What a refused connection is said to be: whether the write was sent. */
  readonly refusedSent: boolean | undefined;
  /** How often the server saw a write, by how it was sent and by write. */
  readonly writes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What the suite found in a runtime, or why it was not run there. */
export type Outcome =
  | { readonly runtime: Runtime; readonly version: string; readonly findings: Findings }
  | { readonly runtime: Runtime; readonly missing: string };

/** A run of the suite. */
export type Proven = Extract<Outcome, { findings: Findings }>;

/** What is wrong in a runtime, a line each: failed checks, and figures that are not those that it can have. */
export function problemsOf({ runtime, findings }: Proven): string[] {
  const { limits, name } = runtime;
  const { failed, refusedSent, writes } = findings;
  const problems = failed.map((check) => `${name}: ${check.name}: ${check.reason}`);
  if (refusedSent !== limits.hidesRefusals) {
    problems.push(`${name}: a refused connection has sent: ${refusedSent}`);
  }
  for (const sender of ["client", "client with a fetch"]) {
    for (const [write, times] of Object.entries(writes[sender] ?? {})) {
      const expected = timesOf(limits);
      if (times !== expected) {
        problems.push(
          `${name}: a ${write} by a ${sender} was seen ${times} times, not ${expected}`,
        );
      }
    }
  }
  return problems;
}

function timesOf({ resends }: Limits): number {
  return resends ? 2 : 1;
}

/** A table of what was found: one row per runtime. */
export function tableOf(outcomes: readonly Proven[], words: TableWords = english): string {
  const [first] = outcomes;
  const kinds = Object.keys(first?.findings.writes.client ?? {});
  const rows = outcomes.map(({ runtime, version, findings }) => {
    const { passed, failed, refusedSent, writes } = findings;
    const counts = kinds.map((kind) => {
      const alone = writes.fetch?.[kind];
      const ours = writes.client?.[kind];
      return alone === ours ? `${ours}` : `${ours} (${alone})`;
    });
    const checks = `${passed.length} ${words.of} ${passed.length + failed.length}`;
    return [runtime.name, version, checks, ...counts, `${refusedSent}`];
  });
  const { runtime, version, checks, withoutBody, sentWhenRefused } = words;
  const columns = kinds.map((kind) => (kind === "PUT without a body" ? withoutBody : kind));
  const head = [runtime, version, checks, ...columns, sentWhenRefused];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** The words of the table in one language. */
export interface TableWords {
  readonly runtime: string;
  readonly version: string;
  readonly checks: string;
  readonly of: string;
  readonly withoutBody: string;
  readonly sentWhenRefused: string;
}

const english: TableWords = {
  runtime: "runtime",
  version: "version",
  checks: "checks",
  of: "of",
  withoutBody: "PUT without a body",
  sentWhenRefused: "`sent` when refused",
};
