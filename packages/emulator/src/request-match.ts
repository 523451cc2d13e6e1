import type { LoggedRequest } from "./http/request-log.js";

/** Says which requests are meant; what is left out does not matter. */
export interface RequestMatch {
  /** operationId, as in `updateInstancePorts`. */
  readonly operation?: string;
  /** In any case. */
  readonly method?: string;
  /** The whole path, or an expression that is found in it. */
  readonly path?: string | RegExp;
  /** Any further condition, on a header or the body for instance. */
  readonly where?: (request: LoggedRequest) => boolean;
  /** First of the requests that fit the rest. @default 1, the next one */
  readonly nth?: number;
}

/**
 * Makes a function that is asked about each request in turn, and says whether it is meant.
 *
 * @param times how many requests are meant, from the nth on
 * @param operationIds the operations that there are
 * @throws Error for an unknown operation; RangeError when `nth` or `times` is below 1
 */
export function createMatcher(
  match: RequestMatch,
  times: number,
  operationIds: ReadonlySet<string>,
): (request: LoggedRequest) => boolean {
  const { nth = 1, operation } = match;
  for (const [name, value] of Object.entries({ nth, times })) {
    if (!(value >= 1)) throw new RangeError(`${name} must be at least 1, not ${value}`);
  }
  if (operation !== undefined && !operationIds.has(operation)) {
    throw new Error(
      `no operation is called ${operation}; there are ${[...operationIds].join(", ")}`,
    );
  }
  let seen = 0;
  return (request) => {
    if (!fits(match, request)) return false;
    seen += 1;
    return seen >= nth && seen < nth + times;
  };
}

function fits(match: RequestMatch, request: LoggedRequest): boolean {
  const { operation, method, path, where } = match;
  if (operation !== undefined && operation !== request.operation) return false;
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  if (typeof path === "string" && path !== request.path) return false;
  // search() ignores lastIndex, so that an expression with the g flag matches every time.
  if (path instanceof RegExp && request.path.search(path) === -1) return false;
  return where === undefined || where(request);
}
