import type { ApiRules, ErrorEnvelope } from "./api-rules.js";

type Rules = Pick<ApiRules, "errorEnvelope">;

/** What most services and the proxies before them use. */
const usual: ErrorEnvelope = {
  code: ["code"],
  message: ["message", "error"],
  requestId: "x-request-id",
};

/** The code in an error body; `undefined` when there is none. */
export function errorCode({ errorEnvelope = usual }: Rules, body: unknown): string | undefined {
  return find(body, errorEnvelope.code);
}

/** The message in an error body; for plain text, the text. */
export function errorMessage({ errorEnvelope = usual }: Rules, body: unknown): string | undefined {
  if (typeof body === "string") return body;
  // A proxy before the service may respond in the usual way.
  return find(body, errorEnvelope.message) ?? find(body, usual.message);
}

/** The id of a response, to quote to the vendor. */
export function requestIdOf(
  { errorEnvelope = usual }: Rules,
  headers: Headers,
): string | undefined {
  return headers.get(errorEnvelope.requestId) ?? undefined;
}

function find(body: unknown, places: readonly string[]): string | undefined {
  for (const place of places) {
    let value = body;
    for (const name of place.split(".")) value = (value as Record<string, unknown> | null)?.[name];
    if (typeof value === "number" || (value && typeof value === "string")) return String(value);
  }
  return undefined;
}
