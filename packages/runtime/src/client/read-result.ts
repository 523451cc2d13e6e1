import { ResponseParseError } from "../errors/response-parse-error.js";
import { blot } from "../transport/blot.js";
import type { ClientContext, Exchange } from "../transport/outgoing.js";
import { noteCall } from "./call-notes.js";
import { parseIfJson, sample } from "./error-body.js";

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
export async function readResult(
  { rules, parse }: ClientContext,
  operation: string,
  parseAs: string,
  { response, text, attempts, headers }: Exchange,
): Promise<Result> {
  const { ok, status, body } = response;
  if (!ok) {
    noteCall(response, { operation, rules, attempts });
    const said = text ?? (await response.text());
    return { error: parseIfJson(said || `{"message":"HTTP ${status} without a body"}`), response };
  }
  if (parseAs === "stream") return { data: body, response };
  if (parseAs !== "json") return { data: text ?? (await response[parseAs as "text"]()), response };
  const json = text ?? (await response.text());
  try {
    return { data: json ? parse(json) : undefined, response };
  } catch {
    throw new ResponseParseError(`${operation} answered ${status} with a body that is not JSON`, {
      status,
      sample: sample(blot(json, headers)),
    });
  }
}
