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
