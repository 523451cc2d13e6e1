/** `["paths", "/things"]` as `#/paths/~1things`. */
export function toPointer(keys: readonly (string | number)[]): string {
  return `#/${keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}

/** `#/paths/~1things` as `["paths", "/things"]`; percent-encoding is undone as in a `$ref`. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .filter((part) => part !== "")
    .map((part) => unescapePercent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function unescapePercent(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
