import type { ApiRules } from "./rules.js";

/** What is remembered of a refused call, for the error that `unwrap` throws. */
export interface CallNotes {
  operation: string;
  attempts: number;
  rules: ApiRules;
}

const notes = new WeakMap<Response, CallNotes>();

/** Remembers what led to a response. */
export function noteCall(response: Response, note: CallNotes): void {
  notes.set(response, note);
}

/** What led to a response; nothing when it did not come through one of our clients. */
export function callNotes(response: Response): Partial<CallNotes> {
  return notes.get(response) ?? {};
}
