/**
 * Puts the digits of chosen integer properties into quotes, so that `JSON.parse` keeps those beyond
 * 2^53. Text inside JSON strings is never touched: a quote in there is always escaped.
 *
 * @param json - the text of a JSON document.
 * @param names - the properties whose integers become strings.
 */
export function keepDigits(json: string, names: readonly string[] | undefined): string {
  return names
    ? json.replace(
        new RegExp(`(?<!\\\\)("(?:${names.join("|")})"\\s*:\\s*)(-?\\d+)(?=\\s*[,}])`, "g"),
        '$1"$2"',
      )
    : json;
}
