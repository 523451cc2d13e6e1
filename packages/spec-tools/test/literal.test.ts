import { expect, it } from "vitest";
import { literal } from "../src/emit/literal.js";

it("keeps a value on one line where it fits, quoting only what needs it", () => {
  expect(literal({ a: 1, "b-c": ["x", 'y"'], d: {}, e: [], f: true, g: null })).toBe(
    '{ a: 1, "b-c": ["x", "y\\""], d: {}, e: [], f: true, g: null }',
  );
});

it("breaks what is wider than 100 characters, one entry a line", () => {
  const long = "x".repeat(60);
  expect(literal({ first: [long, long], second: 2 }, "  ", 6)).toBe(
    `{\n    first: [\n      "${long}",\n      "${long}",\n    ],\n    second: 2,\n  }`,
  );
});

it("writes line separators, which some readers take for the end of a line, as escapes", () => {
  expect(literal({ "a\u2028b": ["c\u2029d"] })).toBe(String.raw`{ "a\u2028b": ["c\u2029d"] }`);
});
