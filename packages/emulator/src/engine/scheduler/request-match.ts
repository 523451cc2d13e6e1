import {
  callback,
  checkOptions,
  filledText,
  type OptionTypes,
  oneOf,
  requestCount,
  suggest,
  wholeNumber,
} from "../check-options.js";
import type { LoggedRequest } from "../http/request-log.js";

/** Says which requests are meant; what is left out does not matter. */
export interface RequestMatch {
  /** operationId, as in `updateInstancePorts`. */
  readonly operation?: string | undefined;
  /** In any case. */
  readonly method?: string | undefined;
  /** The whole path, or an expression that is found in it. */
  readonly path?: string | RegExp | undefined;
  /** Any further condition, on a header or the body for instance. */
  readonly where?: ((request: LoggedRequest) => boolean) | undefined;
  /** First of the requests that fit the rest. @default 1, the next one */
  readonly nth?: number | undefined;
}

const methods = oneOf("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

/** What the parts of a {@link RequestMatch} may be. */
export const matchTypes: OptionTypes<RequestMatch> = {
  operation: filledText,
  method: {
    allowed: methods.allowed,
    fits: (value) => typeof value === "string" && methods.fits(value.toUpperCase()),
  },
  path: {
    allowed: "a path that begins with / or an expression",
    fits: (value) => value instanceof RegExp || (typeof value === "string" && value[0] === "/"),
  },
  where: callback,
  nth: wholeNumber(1),
};

/** Which requests are meant, in the order of their arrival. */
export interface MatchRule {
  /** Every request, when left out. */
  readonly match: RequestMatch | undefined;
  /** How many requests are meant, from the nth on. */
  readonly times: number;
  /** The operations that there are. */
  readonly operationIds: ReadonlySet<string>;
}

/**
 * Makes a function that is asked about each request in turn, and says whether it is meant.
 *
 * @param what whose rule this is, for the message of an error
 * @throws TypeError for a match that names nothing, and for names or values that do not exist;
 * RangeError when `nth` or `times` is no whole number of at least 1
 */
export function createMatcher(
  what: string,
  { match, times, operationIds }: MatchRule,
): (request: LoggedRequest) => boolean {
  checkOptions(what, { times }, { times: requestCount });
  if (match !== undefined) {
    checkOptions(`${what}: match`, match, matchTypes);
    if (Object.values(match).every((value) => value === undefined)) {
      throw new TypeError(`${what}: match is empty; leave it out to match every request`);
    }
  }
  const { nth = 1, operation } = match ?? {};
  if (operation !== undefined && !operationIds.has(operation)) {
    throw new TypeError(
      `${what}: no operation is called ${operation}${suggest(operation, [...operationIds])}`,
    );
  }
  let seen = 0;
  return (request) => {
    if (!fits(match ?? {}, request)) return false;
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
