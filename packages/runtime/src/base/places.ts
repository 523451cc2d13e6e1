import { checkOptions } from "./options.js";

/**
 * The keys that lead to a place in a body. A place is a field's name, or a JSON pointer (RFC 6901), which
 * starts with a slash. No keys for "", the whole body.
 */
export function keysOf(place: string): readonly string[] {
  if (place !== "" && !place.startsWith("/")) return [place];
  const parts = place.split("/").slice(1);
  return parts.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A place as messages name it: `rules`, `config.rules`. */
export function nameOfPlace(place: string): string {
  return keysOf(place).join(".");
}

/** The value at a place; `undefined` if the path to it ends early. Own keys only. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
}

/** A copy of the fields with a new value at a place; `undefined` removes it. */
export function withValue(
  fields: Readonly<Record<string, unknown>>,
  [key = "", ...inner]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  const { [key]: old, ...rest } = fields;
  const below = Object(old) as Readonly<Record<string, unknown>>;
  const next = inner.length === 0 ? value : withValue(below, inner, value);
  return next === undefined ? rest : { ...fields, [key]: next };
}

/**
 * The values that a caller passed for some places of a body, in the shape of that body.
 *
 * @param name - what was passed, for messages.
 * @returns the value of each place that has one; `undefined` counts as none.
 * @throws UsageError for a field that does not lead to any of the places.
 */
export function valuesAt(
  given: unknown,
  places: readonly string[],
  name: string,
): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const walk = (value: unknown, ways: readonly (readonly string[])[], where: string): void => {
    const names = ways.flatMap(([, first = ""]) => first);
    checkOptions(where, value, [...new Set(names)]);
    for (const [key, inner] of Object.entries(value as object)) {
      const onward = ways.filter(([, first]) => first === key);
      const end = onward.find((way) => way.length === 2);
      if (inner === undefined) continue;
      if (end) found.set(end[0] ?? "", inner);
      else
        walk(
          inner,
          onward.map(([place = "", , ...rest]) => [place, ...rest]),
          `${where}.${key}`,
        );
    }
  };
  // Each path starts with its place, which identifies it when its end is reached.
  walk(
    given,
    places.map((place) => [place, ...keysOf(place)]),
    name,
  );
  return found;
}
