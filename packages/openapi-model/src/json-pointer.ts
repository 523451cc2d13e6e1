/** `["paths", "/things"]` as `#/paths/~1things`. */
export function toPointer(keys: readonly (string | number)[]): string {
  return `#/${keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}

/** The keys of a JSON pointer into a body (RFC 6901): `/page/size` as `["page", "size"]`, "" as none. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Keys as a JSON pointer into a body: `["page", "size"]` as `/page/size`. */
export function keysPointer(keys: readonly string[]): string {
  return keys.length === 0 ? "" : toPointer(keys).slice(1);
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
