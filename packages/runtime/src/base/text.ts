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
