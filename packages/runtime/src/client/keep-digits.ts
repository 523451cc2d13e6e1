const patterns = new WeakMap<readonly string[], RegExp>();

/**
 * Puts the digits of chosen integer properties into quotes, so that `JSON.parse` keeps those beyond
 * 2^53. Text inside JSON strings is never touched: a quote in there is always escaped.
 *
 * @param json - the text of a JSON document.
 * @param names - the properties whose integers become strings.
 */
export function keepDigits(json: string, names: readonly string[]): string {
  if (names.length === 0) return json;
  let pattern = patterns.get(names);
  if (!pattern) {
    pattern = new RegExp(`(?<!\\\\)("(?:${names.join("|")})"\\s*:\\s*)(-?\\d+)(?=\\s*[,}])`, "g");
    patterns.set(names, pattern);
  }
  return json.replace(pattern, '$1"$2"');
}
