const maxWays = 1_000;

/** An atom and what repeats it, or a mark of the pattern's structure. */
const token =
  /(\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?:)?|[)|^$]|[^()|^$[\\*+?{}])([*+?]\??|\{\d+(?:,\d*)?\}\??)?/suy;

/**
 * Whether a pattern that compiles under the `u` flag plainly matches in linear time: it repeats single
 * characters only, at most one of them without end and then from the start of the text on, and leaves few
 * ways to go otherwise. False says nothing: that pattern is for a real analysis.
 */
export function isPlainPattern(pattern: string): boolean {
  let ways = 1;
  let endless = 0;
  let depth = 0;
  let openAlternatives = false;
  token.lastIndex = 0;
  while (token.lastIndex < pattern.length) {
    const [, atom = "", repeat = ""] = token.exec(pattern) ?? [];
    if (atom === "" || /^\\[1-9k]/.test(atom)) return false;
    if (atom === ")" && repeat !== "" && repeat !== "?") return false;
    if (atom.startsWith("(") && repeat !== "") return false; // a look-around, or a name
    if (atom.startsWith("(")) depth += 1;
    if (atom === ")") depth -= 1;
    if (atom === "|") {
      ways += 1;
      if (depth === 0) openAlternatives = true;
    }
    const choices = choicesOf(repeat);
    if (choices === Number.POSITIVE_INFINITY) endless += 1;
    else ways *= choices;
    if (ways > maxWays || endless > 1) return false;
  }
  return endless === 0 || (pattern.startsWith("^") && !openAlternatives);
}

/** How many times of repeating something may be tried. */
function choicesOf(repeat: string): number {
  if (repeat === "") return 1;
  if (repeat.startsWith("?")) return 2;
  if (!repeat.startsWith("{")) return Number.POSITIVE_INFINITY;
  const [least = "", most] = repeat.slice(1, repeat.indexOf("}")).split(",");
  if (most === undefined) return 1;
  return most === "" ? Number.POSITIVE_INFINITY : Number(most) - Number(least) + 1;
}
