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
 * Turns openapi-fetch's result into ours: JSON parsed with every digit kept, and `error` set on
 * every status that is not 2xx.
 *
 * @throws ResponseParseError when a 2xx body is not JSON.
 */
export function readResult(
  { rules }: ClientContext,
  { operation }: Call,
  parseAs: string,
  { data, error, response }: Result,
  exchange: Exchange | undefined,
): Result {
  const { ok, status } = response;
  if (!ok) {
    noteCall(response, { operation, rules, attempts: exchange?.attempts ?? 1 });
    return { error: error || { message: `HTTP ${status} without a body` }, response };
  }
  if (parseAs !== "json" || typeof data !== "string") return { data, response };
  try {
    return { data: data ? JSON.parse(keepDigits(data, rules.int64)) : undefined, response };
  } catch {
    throw new ResponseParseError(`${operation} answered ${status} with a body that is not JSON`, {
      status,
      sample: sample(blot(data, exchange?.sent ?? {})),
    });
  }
}
