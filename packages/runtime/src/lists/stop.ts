/** Ends the requests of one walk that are under way. */
export interface Stop extends AbortController {
  /** Whether the caller has a page, and waits for none. */
  idle: boolean;
}

/** For a new walk. */
export function newStop(): Stop {
  return Object.assign(new AbortController(), { idle: false });
}

/**
 * Makes a walk whose requests end in the moment its loop is left. A generator alone cleans up some
 * microtasks later, in which one more page could be requested.
 */
export function endedAtOnce<T>(
  generate: (stop: Stop) => AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  const stop = newStop();
  const walking = generate(stop);
  const close = walking.return.bind(walking);
  walking.return = (value) => {
    if (stop.idle) stop.abort();
    return close(value);
  };
  return walking;
}
