import { parseEvents } from "js-yaml";
import { describe, expect, it } from "vitest";
import { Places } from "../src/documents/places.js";

const placesIn = (text: string) => new Places(text, parseEvents(text, {}));

describe("places in a text", () => {
  it("are those of values and of keys, however either is written", () => {
    const places = placesIn(
      `a: 1\n"b c": { 'd': [x, "y"] }\n? |\n  e\n: 9007199254740993\nf: &one z\ng: *one\n`,
    );
    expect(places.at(["a"])).toEqual({ line: 1, col: 4 });
    expect(places.at(["a"], "key")).toEqual({ line: 1, col: 1 });
    expect(places.at(["b c", "d", 1])).toEqual({ line: 2, col: 19 });
    expect(places.at(["b c", "d"], "key")).toEqual({ line: 2, col: 10 });
    expect(places.written(["e\n"])).toBe("9007199254740993");
    expect(places.at(["g"])).toEqual({ line: 7, col: 4 });
  });

  it("are those of the nearest thing above where nothing stands, and of the key where a value is empty", () => {
    const places = placesIn("a:\n  b: 1\nc:\nd: 2\n");
    expect(places.at(["a", "b", "c", "d"])).toEqual({ line: 2, col: 6 });
    expect(places.at(["nowhere"])).toEqual({ line: 1, col: 1 });
    expect(places.at(["c"])).toEqual({ line: 3, col: 1 });
  });
});
