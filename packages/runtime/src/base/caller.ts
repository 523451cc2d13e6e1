import { isCloudClientError } from "../errors/any-error.js";

/** V8, and others since; where it is missing, stacks are those of the engine. */
const engine = Error as { captureStackTrace?: (target: object, entry: unknown) => void };

/**
 * Runs the work of a public function. Its errors name what they concern, and their stacks end with the
 * caller's lines: the engine's own async stacks are lost at timers, sockets and locks.
 *
 * @param entry - the public function; frames above it are ours.
 * @param subject - prefix for messages of our errors that do not mention it, such as `ports of i1`.
 */
export async function withCaller<T>(
  entry: (...args: never) => unknown,
  subject: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const here: { stack?: string } = {};
  engine.captureStackTrace?.(here, entry);
  try {
    return await work();
  } catch (error) {
    if (!isCloudClientError(error)) throw error;
    const { message, stack = "" } = error;
    if (subject && !message.includes(subject)) error.message = `${subject}: ${message}`;
    const frames = here.stack?.split("\n").slice(1) ?? [];
    const [calling = ""] = frames;
    const lost = stack.split("\n").map(placeOf).includes(placeOf(calling)) ? [] : frames;
    error.stack = [stack.replace(message, () => error.message), ...lost].join("\n");
    throw error;
  }
}

/** The function, file and line of a frame: a call and the wait for it differ in the rest. */
function placeOf(frame: string): string {
  return frame.replace("at async ", "at ").replace(/:\d+\)?$/, "");
}
