import { checkOptions } from "./options.js";

/**
 * The keys that lead to a place in a body: of a field's name, or of a JSON pointer (RFC 6901), which begins
 * with a slash. None for "", the whole body.
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

/** What stands at a place; `undefined` where the way ends early. Own keys only. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
}

/** The same fields with another value at a place; `undefined` leaves it out. */
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
 * What a caller gives at some places of a body, in the shape of that body.
 *
 * @param name - what is given, for the message.
 * @returns the value at each place that has one; `undefined` is none.
 * @throws UsageError for a field that leads to none of the places.
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
  // Each way begins with its place, by which it is known at its end.
  walk(
    given,
    places.map((place) => [place, ...keysOf(place)]),
    name,
  );
  return found;
}
