import { UsageError } from "../errors/usage-error.js";

/** Nothing, `.`, `..`, or half of a surrogate pair. */
const misleading = /^\.{0,2}$|\p{Surrogate}/u;

type Values = Readonly<Record<string, unknown>>;

/**
 * Fills the `{parameters}` of an address. An id that could change which resource is meant is
 * refused before any request: an empty or missing one, `.`, `..`, and anything but text or a number.
 *
 * @param defaults - for parameters that the values lack.
 * @throws UsageError naming the parameter.
 */
export function fillPath(template: string, values: Values, defaults: Values): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name] ?? defaults[name];
    const text = Number.isFinite(value) ? String(value) : value;
    if (typeof text !== "string" || misleading.test(text)) {
      throw new UsageError(
        `${name} must be a text other than "", "." and "..", not ${JSON.stringify(value)}`,
      );
    }
    return encodeURIComponent(text);
  });
}
