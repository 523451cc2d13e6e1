/**
 * Makes a `JSON.parse` that keeps every digit of chosen integer properties, as strings. It puts the
 * digits into quotes first; text inside JSON strings is never touched, for a quote in there is always
 * escaped.
 *
 * @param names - the properties whose integers become strings.
 */
export function keepDigits(names: readonly string[]): (json: string) => unknown {
  const integer = new RegExp(
    `(?<!\\\\)("(?:${names.join("|")})"\\s*:\\s*)(-?\\d+)(?=\\s*[,}])`,
    "g",
  );
  return (json) => JSON.parse(json.replace(integer, '$1"$2"'));
}
