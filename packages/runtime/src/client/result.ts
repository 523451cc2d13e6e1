import { ResponseParseError } from "../errors/response-parse-error.js";
import type { ApiRules } from "../transport/api-rules.js";
import type { Answer } from "../transport/call.js";

/** What a call resolves to. */
export interface Result {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/**
 * The answer as openapi-fetch is to read it.
 *
 * @param seen - whether a middleware will see it, and may copy it. Otherwise the service's own response
 * is handed on with its text: making another one is a tenth of a call's time on Node.
 */
export function toResponse({ response, body }: Answer, seen: boolean): Response {
  if (typeof body === "string" && !seen) {
    return Object.assign(response, {
      text: async () => body,
      json: async () => (body ? JSON.parse(body) : undefined),
    });
  }
  const { status, statusText, headers } = response;
  const empty = [204, 205, 304].includes(status);
  return new Response(empty ? null : body, { status, statusText, headers });
}

/**
 * Puts every integer of chosen properties in quotes, so that `JSON.parse` keeps all its digits, as a
 * string. Text inside JSON strings is never touched, for a quote in there is always escaped.
 *
 * @param names - the properties whose integers become strings.
 */
export function keepDigits(names: readonly string[]): (json: string) => string {
  const integer = new RegExp(
    `(?<!\\\\)("(?:${names.join("|")})"\\s*:\\s*)(-?\\d+)(?=\\s*[,}])`,
    "g",
  );
  return (json) => json.replace(integer, '$1"$2"');
}

/** The first characters of a body, enough to recognise it. */
const sampleLength = 200;

/** The error for a 2xx body that is no JSON; nothing when the body is not to blame. */
export function parseErrorFor(
  operation: string,
  answer: Answer | undefined,
  thrown: unknown,
): ResponseParseError | undefined {
  if (!(thrown instanceof SyntaxError) || typeof answer?.body !== "string" || !answer.ok) return;
  try {
    JSON.parse(answer.body);
    return undefined;
  } catch {
    const { body, redactor, response } = answer;
    const { status } = response;
    return new ResponseParseError(`${operation} answered ${status} with a body that is not JSON`, {
      status,
      sample: redactor.text(body).slice(0, sampleLength),
      cause: redactor.error(thrown),
    });
  }
}

/** What is remembered of a refused call, for the error that `unwrap` throws. */
export interface CallNotes {
  operation: string;
  attempts: number;
  rules: ApiRules;
}

const notes = new WeakMap<Response, CallNotes>();

/** Remembers what led to a response. */
export function noteCall(response: Response, note: CallNotes): void {
  notes.set(response, note);
}

/** What led to a response; nothing when it did not come through one of our clients. */
export function callNotes(response: Response): Partial<CallNotes> {
  return notes.get(response) ?? {};
}
