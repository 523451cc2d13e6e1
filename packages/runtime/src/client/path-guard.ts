import { UsageError } from "../errors/usage-error.js";

/**
 * Fills the `{parameters}` of an address. An id that could change which resource is meant is
 * refused before any request: an empty or missing one, `.`, `..`, and anything but text or a number.
 *
 * @throws UsageError naming the parameter.
 */
export function fillPath(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    const text = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
    if (typeof text !== "string" || text === "" || text === "." || text === "..") {
      throw new UsageError(
        `${name} must be a non-empty text other than "." and "..", not ${describe(value)}`,
      );
    }
    try {
      return encodeURIComponent(text);
    } catch {
      throw new UsageError(`${name} holds half a surrogate pair and cannot be sent`);
    }
  });
}

function describe(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : value === null ? "null" : typeof value;
}
