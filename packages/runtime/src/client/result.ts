import { ResponseParseError } from "../errors/response-parse-error.js";
import type { ApiRules } from "../transport/api-rules.js";
import type { Received } from "../transport/call.js";

/** What a call resolves to. */
export interface Result {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/**
 * A response whose text has been read, with what openapi-fetch looks at. Another `Response` would take a tenth of
 * a call's time on Node. The text is not put on the service's own, which Node keeps until a full garbage collection.
 */
export class ReadResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  /** The service's own; its body cannot be read again. */
  readonly origin: Response;
  readonly #body: string;

  constructor(origin: Response, body: string) {
    this.ok = origin.ok;
    this.status = origin.status;
    this.headers = origin.headers;
    this.origin = origin;
    this.#body = body;
  }

  async text(): Promise<string> {
    return this.#body;
  }

  async json(): Promise<unknown> {
    return this.#body ? JSON.parse(this.#body) : undefined;
  }
}

/** The response for the caller. */
export function ownResponse(response: Response | ReadResponse): Response {
  return response instanceof ReadResponse ? response.origin : response;
}

/**
 * The response that openapi-fetch reads.
 *
 * @param seen - whether a middleware will see it and may copy it.
 */
export function toResponse(
  response: Response,
  body: Received["body"],
  seen: boolean,
): Response | ReadResponse {
  if (typeof body === "string" && !seen) return new ReadResponse(response, body);
  // A `Response` cannot be made with a status above 599, which `fetch` passes on.
  if (typeof body === "string" && response.status > 599) {
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
 * Puts every integer of chosen properties in quotes, so that `JSON.parse` keeps all its digits, as a string.
 * Text inside JSON strings is never changed, because quotes in it are always escaped.
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

/** Length of the body sample in errors. */
const sampleLength = 200;

/** The error for a 2xx body that is not JSON; `undefined` if the body is not the cause. */
export function parseErrorFor(
  operation: string,
  received: Received | undefined,
  thrown: unknown,
): ResponseParseError | undefined {
  if (!(thrown instanceof SyntaxError) || !received?.ok || typeof received.body !== "string")
    return;
  const { body, redactor, response } = received;
  const { status } = response;
  const text = redactor.text(body);
  // An engine quotes some characters of the text, which may be the half of a credential.
  const cause = syntaxErrorOf(text);
  if (!cause) return;
  return new ResponseParseError(`${operation} returned ${status} with a body that is not JSON`, {
    status,
    sample: text.slice(0, sampleLength),
    cause: text === body ? thrown : cause,
  });
}

function syntaxErrorOf(text: string): unknown {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** What is remembered of a failed call for the error that `unwrap` throws. */
export interface CallNotes {
  operation: string;
  attempts: number;
  rules: ApiRules;
  /** The id of the response, without credentials. */
  requestId: string | undefined;
}

const notes = new WeakMap<Response, CallNotes>();

/** Remembers what led to a response. */
export function noteCall(response: Response, note: CallNotes): void {
  notes.set(response, note);
}

/** What led to a response; `undefined` if it did not come through one of our clients. */
export function callNotes(response: Response): Partial<CallNotes> {
  return notes.get(response) ?? {};
}
