/** What the resources of the stand-in have in common. */
export interface World {
  /** An id that no other resource has. */
  newId(): string;
  /** What is still being created: id of a service or endpoint, and when (ms since 1970) it is done. */
  readonly creating: Map<string, number>;
  /** What is being deleted: id of a service or endpoint, and when (ms since 1970) it is gone. */
  readonly deleting: Map<string, number>;
}

/** The region that the stand-in plays; part of every service name. */
export const region = "cn-north-4";

/** Id of the one account that the stand-in knows; it owns everything. */
export const accountId = "ae97ba94d0eda82f8f6d05584ef8aa38";

/** A time as this API writes it: UTC, whole seconds. */
export function toTimestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** Path of an operation in a project. */
export interface ProjectPath {
  readonly project_id: string;
}

/** A service or an endpoint is `creating` for this long. */
export const creatingMs = 60_000;

/** A service or an endpoint is `deleting` for this long. */
export const deletingMs = 60_000;
