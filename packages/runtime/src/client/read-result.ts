import { parseIfJson } from "../base/json.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { blot } from "../transport/blot.js";
import type { ClientContext, Exchange } from "../transport/outgoing.js";
import { noteCall } from "./call-notes.js";
import { sample } from "./error-body.js";

/** What a call resolves to. */
export interface Result {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/**
 * Turns an answer into a result: JSON parsed with every digit kept, and `error` set on every status
 * that is not 2xx.
 *
 * @throws ResponseParseError when a 2xx body is not JSON.
 */
export function readResult(
  { rules, parse }: ClientContext,
  operation: string,
  parseAs: string,
  { response, ok, text, attempts, headers }: Exchange,
): Result | Promise<Result> {
  const { status } = response;
  if (!ok) {
    noteCall(response, { operation, rules, attempts });
    return { error: parseIfJson(text || `{"message":"HTTP ${status} without a body"}`), response };
  }
  if (parseAs === "text") return { data: text, response };
  if (text === undefined) {
    if (parseAs === "stream") return { data: response.body, response };
    return response[parseAs as "blob"]().then((data) => ({ data, response }));
  }
  try {
    return { data: text ? parse(text) : undefined, response };
  } catch {
    throw new ResponseParseError(`${operation} answered ${status} with a body that is not JSON`, {
      status,
      sample: sample(blot(text, headers)),
    });
  }
}
