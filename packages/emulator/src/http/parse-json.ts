/** A value that is nested deeper is refused: code that follows it down would run out of stack. */
const deepest = 200;

/** Reads JSON text. @throws SyntaxError for text that is no JSON, or nested deeper than 200 levels */
export function parseJson(text: string): unknown {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > deepest) throw new SyntaxError(`nested deeper than ${deepest} levels`);
  }
  return JSON.parse(text);
}
