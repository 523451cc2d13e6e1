import { UsageError } from "../errors/usage-error.js";

/** Nothing, `.`, `..`, or half of a surrogate pair. */
const misleading = /^\.{0,2}$|\p{Surrogate}/u;

/**
 * Fills the `{parameters}` of an address. An id that could change which resource is meant is
 * refused before any request: an empty or missing one, `.`, `..`, and anything but text or a number.
 *
 * @throws UsageError naming the parameter.
 */
export function fillPath(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    const text = Number.isFinite(value) ? String(value) : value;
    if (typeof text !== "string" || misleading.test(text)) {
      throw new UsageError(
        `${name} must be a non-empty text other than "." and "..", not ${JSON.stringify(value)}`,
      );
    }
    return encodeURIComponent(text);
  });
}
