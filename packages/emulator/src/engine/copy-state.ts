/**
 * Copies the public fields of a state into another of its class: maps by their entries, all else as plain data.
 * Fields that only say what the state is made in (`#private`, or in `shared`) stay those of the copy.
 */
export function copyState<State extends object>(
  copy: State,
  original: State,
  shared: readonly (keyof State)[],
): State {
  for (const [name, value] of Object.entries(original)) {
    if (shared.some((one) => one === name)) continue;
    if (value instanceof Map) {
      const map: unknown = Reflect.get(copy, name);
      if (!(map instanceof Map)) throw new TypeError(`${name} is no map in the copy`);
      map.clear();
      for (const [key, each] of value) map.set(key, structuredClone(each));
    } else {
      Reflect.set(copy, name, structuredClone(value));
    }
  }
  return copy;
}
