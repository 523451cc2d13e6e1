/** Where the two vendors put the code of an error, and what proxies in front of them do. */
const codes = ["code", "error_code"];
const messages = ["message", "error_msg", "reason", "error", "title"];

/** The code in an error body, whichever envelope it came in; `undefined` when there is none. */
export function errorCode(body: unknown): string | undefined {
  return find(body, codes);
}

/** The message in an error body, whichever envelope it came in; for plain text, the text. */
export function errorMessage(body: unknown): string | undefined {
  return typeof body === "string" ? body : find(body, messages);
}

function find(body: unknown, names: readonly string[]): string | undefined {
  const outer = (body ?? {}) as Record<string, unknown>;
  const inner = (outer.error ?? {}) as Record<string, unknown>;
  for (const name of names) {
    for (const value of [inner[name], outer[name]]) {
      if (typeof value === "number" || (value && typeof value === "string")) return String(value);
    }
  }
  return undefined;
}

const longestQuote = 200;
/** Control and format characters, line breaks of Unicode included: they could rewrite a terminal or a log. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/** Text from outside as it may stand in a message: on one line, unprintable characters escaped, cut. */
export function oneLine(text: string): string {
  const shown = text.slice(0, longestQuote).replace(unprintable, escapeCharacter);
  return text.length > longestQuote ? `${shown}…` : shown;
}

function escapeCharacter(character: string): string {
  if (character === "\n") return "\\n";
  const code = character.codePointAt(0) ?? 0;
  return `\\u${code > 0xffff ? `{${code.toString(16)}}` : code.toString(16).padStart(4, "0")}`;
}
