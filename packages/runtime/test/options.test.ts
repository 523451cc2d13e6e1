import { describe, expect, test } from "vitest";
import { checkOptions } from "../src/base/options.js";

const known = [
  "signal",
  "retry",
  "attemptTimeoutMs",
  "timeoutMs",
  "maxItems",
  "maxPages",
  "prefetch",
];

function check(options: unknown, hints?: Record<string, string>): () => void {
  return () => checkOptions("listThings", options, known, hints);
}

describe("an option that does not exist", () => {
  test.each([
    ["timeout", "timeoutMs"],
    ["timeoutMS", "timeoutMs"],
    ["max", "maxItems"],
    ["prefetsh", "prefetch"],
    ["retrys", "retry"],
  ])("%s is refused, naming %s", (name, near) => {
    expect(check({ [name]: 1 })).toThrow(
      `listThings has no option "${name}": did you mean ${near}?`,
    );
  });

  test("far from every name is refused, naming them all", () => {
    expect(check({ colour: 1 })).toThrow(`has no option "colour": there are signal, retry,`);
  });

  test("at home elsewhere is refused with the way there", () => {
    const hints = { pageSize: "the page size is the query's limit" };
    expect(check({ pageSize: 1 }, hints)).toThrow(`"pageSize": the page size is the query's limit`);
  });

  test.each(["constructor", "__proto__"])("%s is no option either", (name) => {
    expect(check(JSON.parse(`{"${name}":1}`), {})).toThrow(`has no option "${name}"`);
  });

  test("is refused even when it is undefined", () => {
    expect(check({ timeout: undefined })).toThrow("timeoutMs");
  });
});

test("options that exist are taken, given or not", () => {
  expect(check({ timeoutMs: undefined, prefetch: 1 })).not.toThrow();
});

test.each([
  [null, "null"],
  [5, "5"],
  ["sk_live_0123", "text"],
  [[], "a list"],
])("options that are no object are refused: %j", (options, shown) => {
  expect(check(options)).toThrow(`the options of listThings must be an object, not ${shown}`);
});
