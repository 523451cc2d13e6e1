import { describe, expect, it } from "vitest";
import { createEmulator, services } from "../../src/create-emulator.js";

describe("a copy of a state", () => {
  it.each(Object.keys(services))(
    "of %s has all that the original has, and shares none of it",
    (api) => {
      const original: { clone(): object } = createEmulator(api).state;
      const copy = original.clone();
      expect(copy).toEqual(original);
      for (const [name, value] of Object.entries(original)) {
        if (value instanceof Object) expect(Reflect.get(copy, name), name).not.toBe(value);
        if (!(value instanceof Map) || value.size === 0) continue;
        const [[id, first] = []] = value;
        if (first instanceof Object) expect(Reflect.get(copy, name).get(id), name).not.toBe(first);
        value.clear();
        expect(Reflect.get(copy, name).size, name).toBeGreaterThan(0);
      }
    },
  );
});
