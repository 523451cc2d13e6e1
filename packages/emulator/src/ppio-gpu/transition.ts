/** A state that a thing will have once the clock has got there. */
export interface Transition {
  readonly kind: TransitionKind;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly status: string;
}

/** The kinds of things that change by themselves. */
export type TransitionKind = "instance" | "endpoint" | "job" | "prewarmTask" | "network";

/** States with how many milliseconds after the start a thing has them; the first at once. */
export type Course = readonly (readonly [status: string, after: number])[];

/** How long things take. */
export const courses = {
  create: [
    ["toCreate", 0],
    ["creating", 2_000],
    ["pulling", 10_000],
    ["running", 60_000],
  ],
  start: [
    ["toStart", 0],
    ["starting", 2_000],
    ["running", 20_000],
  ],
  stop: [
    ["toStop", 0],
    ["stopping", 2_000],
    ["exited", 15_000],
  ],
  restart: [
    ["toRestart", 0],
    ["restarting", 2_000],
    ["running", 30_000],
  ],
  upgrade: [
    ["toReset", 0],
    ["resetting", 2_000],
    ["pulling", 10_000],
    ["running", 60_000],
  ],
  remove: [
    ["toRemove", 0],
    ["removing", 2_000],
    ["removed", 10_000],
  ],
  endpoint: [
    ["creating", 0],
    ["running", 30_000],
  ],
  job: [
    ["Pending", 0],
    ["Running", 5_000],
    ["Succeeded", 120_000],
  ],
  prewarm: [
    ["pending", 0],
    ["running", 5_000],
    ["succeeded", 60_000],
  ],
  network: [
    ["creating", 0],
    ["running", 10_000],
  ],
} as const satisfies Record<string, Course>;
