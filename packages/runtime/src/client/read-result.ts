import { ResponseParseError } from "../errors/response-parse-error.js";
import { blot } from "../transport/blot.js";
import type { Call, ClientContext, Exchange } from "../transport/outgoing.js";
import { noteCall } from "./call-notes.js";
import { sample } from "./error-body.js";
import { keepDigits } from "./keep-digits.js";

/** What a call resolves to. */
export interface Result {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/**
 * Turns openapi-fetch's result into ours: JSON parsed with every digit kept, `error` set on every
 * status that is not 2xx, and the real response beside it.
 *
 * @throws ResponseParseError when a 2xx body is not JSON.
 */
export function readResult(
  context: ClientContext,
  call: Call,
  parseAs: string,
  result: Result,
  exchange: Exchange | undefined,
): Result {
  const { response } = result;
  if (!response.ok) {
    noteCall(response, {
      operation: call.operation,
      attempts: exchange?.attempts ?? 1,
      rules: context.rules,
    });
    const { error } = result;
    const empty = error === undefined || error === "";
    return {
      error: empty ? { message: `HTTP ${response.status} without a body` } : error,
      response,
    };
  }
  const { data } = result;
  if (parseAs !== "json" || typeof data !== "string") return { data, response };
  try {
    const json = data === "" ? undefined : JSON.parse(keepDigits(data, context.rules.int64));
    return { data: json, response };
  } catch {
    throw new ResponseParseError(
      `${call.operation} answered ${response.status} with a body that is not JSON`,
      response.status,
      sample(blot(data, exchange?.sent ?? {})),
    );
  }
}
