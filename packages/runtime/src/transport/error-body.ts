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

const longestQuote = 200;
/** Control and format characters, line breaks of Unicode included: they could rewrite a terminal or a log. */
const unprintable = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]`;

/** Text from outside, made fit for a message: one line, unprintable characters escaped, truncated. */
export function oneLine(text: string): string {
  const shown = printable(text.slice(0, longestQuote));
  return text.length > longestQuote ? `${shown}…` : shown;
}

/** Text from outside with unprintable characters escaped, of any length. */
export function printable(text: string): string {
  // Built here and not at import: a class of Unicode costs an import about 0.1 ms, as much as 5 kB of code.
  return text.replace(new RegExp(unprintable, "gu"), escapeCharacter);
}

function escapeCharacter(character: string): string {
  if (character === "\n") return "\\n";
  const code = character.codePointAt(0) ?? 0;
  return `\\u${code > 0xffff ? `{${code.toString(16)}}` : code.toString(16).padStart(4, "0")}`;
}
