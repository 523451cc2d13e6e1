import { describe, expect, it } from "vitest";
import { patternProblem } from "../src/documents/patterns.js";

describe("a pattern", () => {
  it.each([
    "^[^<>]*$",
    "^(\\*|iam:domain::[A-Za-z0-9]{1,64}|organizations:orgPath::.+)$",
    "^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])$",
    "^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$",
    "^[\\u4e00-\\u9fa5a-zA-Z0-9_-]{1,64}$",
    "\\p{L}+",
  ])("%s matches in linear time, and is allowed", (pattern) => {
    expect(patternProblem(pattern)).toBeUndefined();
  });

  it.each([
    ["^(a+)+$", "exponential time"],
    ["^(a|a)*$", "exponential time"],
    ["^([a-z0-9]+-?)+$", "exponential time"],
    ["(x+x+)+y", "exponential time"],
    ["^((a{1,100}){1,100}){1,100}$", "exponential time"],
    ["^(?:a?){40}a{40}$", "exponential time"],
    ["^(.*)(.*)x$", "polynomial time"],
    ["a*b", "polynomial time"],
    ["a{1,2000}a{1,2000}a{1,2000}b", "polynomial time"],
    ["^\\w+([-+.']\\w+)*@\\w+([-.]\\w+)*\\.\\w+([-.]\\w+)*$", "polynomial time"],
    ["^(([a-z]{0,29}){0,29}){0,29}$", "too involved"],
    ["[", "Unterminated character class"],
    ["(?i)a", "Invalid group"],
    ["\\_", "Invalid escape"],
  ])("%s is refused", (pattern, reason) => {
    expect(patternProblem(pattern)).toContain(reason);
    expect(patternProblem(pattern)).not.toContain("\n");
  });
});
