import type { Random } from "../engine/random.js";

/** What the resources of the stand-in have in common: chance, ids, and states that change by themselves. */
export interface World {
  /** The source of all made-up data. */
  readonly random: Random;
  /** An id that nothing else has. */
  newId(kind: string): string;
  /** Sends a thing through states, in place of those that it still had before it. */
  begin(kind: TransitionKind, id: string, course: Course, now: number): void;
  /** Leaves a thing in the state that it has. */
  cancel(kind: TransitionKind, id: string): void;
}

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

/** The state of a thing, in the form that all kinds of things share. */
export interface StoredStatus {
  status: string;
  /** Empty: none. */
  error: string;
  message: string;
}

/** A state; without an error unless one is given. */
export function toStatus(status: string, error = "", message = ""): StoredStatus {
  return { status, error, message };
}

/** The one account of the emulator: whatever is created belongs to it. */
export const account = {
  owner_id: "550e8400-e29b-41d4-a716-446655440000",
  /** The member that every accepted key stands for. */
  member_id: "member-0",
} as const;

/** The member of the account that created the nth seeded thing: four take turns. */
export function memberOf(number: number): string {
  return `member-${number % 4}`;
}

/** Unix time in seconds of the nth seeded thing of a kind: a minute apart, the first a month ago. */
export function seedTime(now: number, number: number): number {
  return Math.floor(now / 1000) - 30 * 86_400 + number * 60;
}

/** An environment variable as a request may give it. */
export interface SentVariable {
  readonly key?: string;
  readonly value?: string;
}

/** The variables with both members; what was left out is empty. */
export function toVariables(sent: readonly SentVariable[]): { key: string; value: string }[] {
  return sent.map(({ key = "", value = "" }) => ({ key, value }));
}
