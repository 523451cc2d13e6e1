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

/** What led to a response; all unknown when it did not come through one of our clients. */
export function callNotes(response: Response): CallNotes {
  return (
    notes.get(response) ?? { operation: "request", attempts: 1, rules: { name: "", servers: [] } }
  );
}
