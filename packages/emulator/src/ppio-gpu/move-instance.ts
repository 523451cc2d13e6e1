import { failedPrecondition } from "./refusals.js";
import type { PpioGpuState } from "./state.js";
import type { StoredInstance } from "./stored-instance.js";
import { type Course, courses } from "./transition.js";

/** An action that takes an instance from one state to another. */
interface Move {
  /** States it starts from; any when left out. */
  readonly from?: readonly string[];
  /** States in which there is nothing left to do. */
  readonly done: readonly string[];
  readonly course: Course;
}

const moves = {
  start: { from: ["exited"], done: ["toStart", "starting", "running"], course: courses.start },
  stop: { from: ["running"], done: ["toStop", "stopping", "exited"], course: courses.stop },
  restart: { from: ["running"], done: [], course: courses.restart },
  upgrade: { from: ["running", "exited"], done: [], course: courses.upgrade },
  delete: { done: ["toRemove", "removing"], course: courses.remove },
} as const satisfies Record<string, Move>;

/** Begins an action on an instance. @throws Refusal 400 when its state does not allow it */
export function moveInstance(
  state: PpioGpuState,
  instance: StoredInstance,
  action: keyof typeof moves,
  now: number,
): void {
  const move: Move = moves[action];
  if (move.done.includes(instance.status.status)) return;
  if (move.from !== undefined) requireState(instance, action, move.from);
  state.begin("instance", instance.id, move.course, now);
}

/** @throws Refusal 400 unless the instance is in one of these states */
export function requireState(
  { id, status }: StoredInstance,
  action: string,
  allowed: readonly string[],
): void {
  if (allowed.includes(status.status)) return;
  throw failedPrecondition(
    `instance ${id} is ${status.status}; ${action} wants it ${allowed.join(" or ")}`,
  );
}
