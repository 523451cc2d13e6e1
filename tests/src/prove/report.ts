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
export function tableOf(outcomes: readonly Proven[]): string {
  const [first] = outcomes;
  const kinds = Object.keys(first?.findings.writes.client ?? {});
  const rows = outcomes.map(({ runtime, version, findings }) => {
    const { passed, failed, refusedSent, writes } = findings;
    const counts = kinds.map((kind) => {
      const alone = writes.fetch?.[kind];
      const ours = writes.client?.[kind];
      return alone === ours ? `${ours}` : `${ours} (${alone})`;
    });
    const checks = `${passed.length} of ${passed.length + failed.length}`;
    return [runtime.name, version, checks, ...counts, `${refusedSent}`];
  });
  const head = ["runtime", "version", "checks", ...kinds, "`sent` when refused"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** `docs/runtimes.md`. */
export function pageOf(outcomes: readonly Proven[]): string {
  const [first] = outcomes;
  const checks = [...(first?.findings.passed ?? [])].map((name) => `- ${name}`);
  return `<!-- Written by "npx --yes pnpm@10 prove runtimes". Do not edit. -->

# Runtimes

The packages, installed from their tarballs, run one suite in each of these runtimes, against the emulator on a socket.
The columns with the name of a write say how often the server saw it when its kept-alive connection died before the
response: sent by a client, and, where that differs, by the platform's \`fetch\` alone in parentheses.

${tableOf(outcomes)}

## What is sent once

- **Node** sends every write once by itself.
- **Bun** sends PUT and DELETE again, **Deno** every write. There, our clients give each write a connection of its own
  (\`keepalive: false\`; a client made by \`Deno.createHttpClient\`), which costs it a handshake. Your own \`fetch\` option
  gets this as its second argument: pass it on, as \`fetch: (...given) => fetch(...given)\` does. What you set in
  \`requestInitExt\` takes precedence.
- **workerd** sends a PUT or DELETE again if it has no body. There, our clients give it an empty stream as its body, so
  that it arrives with \`Transfer-Encoding: chunked\`.
- **Chromium** sends every write again, and no option stops it: \`keepalive\`, \`cache\`, \`priority\`, a \`Blob\` as the
  body; nor do \`XMLHttpRequest\` and \`sendBeacon\`. A write may act twice there, while the hooks show one attempt: send
  writes that cost money from a server, or through one. Tried by hand, not by this command: over HTTP/2, a body given
  as a stream (\`duplex: "half"\`) is sent once; over HTTP/1.1, Chromium refuses to send a stream.
- Firefox and Safari were not measured.

## What a refused connection says

\`sent\` of a \`NetworkError\` is \`false\` only if nothing can have reached the service. workerd and Chromium report a
refused connection like one that broke later, so there it is \`true\`: a write that may not be sent twice is then not
sent again.

## What is checked

${checks.join("\n")}
`;
}
