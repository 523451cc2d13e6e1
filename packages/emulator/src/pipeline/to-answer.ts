import type { Answer } from "../http/answer.js";
import { serializeJson } from "../http/serialize-json.js";
import type { Refusal } from "../service/refusal.js";
import type { Outcome } from "./answer-request.js";

/** An outcome as text with its headers. */
export function toAnswer({ status, headers, body }: Outcome): Answer {
  if (body === undefined) return { status, headers, text: undefined };
  const text = serializeJson(body);
  return { status, headers: { "content-type": "application/json", ...headers }, text };
}

/** A refusal as an outcome, worded as the vendor does. */
export function toOutcome(refusal: Refusal, errorBody: (refusal: Refusal) => unknown): Outcome {
  const { status, headers } = refusal;
  return { status, headers, body: errorBody(refusal) };
}

/** The answer with the request id that every answer has. */
export function withRequestId(answer: Answer, id: number): Answer {
  const requestId = `req-${String(id).padStart(8, "0")}`;
  return { ...answer, headers: { "x-request-id": requestId, ...answer.headers } };
}
