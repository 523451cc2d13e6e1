import { derefIn, type JsonObject } from "@cloud-clients/openapi-model";
import { describe, expect, it } from "vitest";
import { fieldRule as ruleOf } from "../src/emit/field-rule.js";

const fieldRule = (schema: JsonObject) => ruleOf(schema, derefIn({}));

describe("the rule of a field", () => {
  it.each([
    [{ type: "integer", minimum: 1, maximum: 9 }, "a whole number, 1 to 9"],
    [{ type: "integer" }, "a whole number"],
    [{ type: "number", maximum: 2.5 }, "a number, up to 2.5"],
    [{ type: "string", enum: ["tcp", "udp"] }, "tcp or udp"],
    [{ type: "string", pattern: "^a" }, "a string that matches ^a"],
    [{ type: "string" }, "a string"],
    [{ type: "string", maxLength: 5 }, "a string of up to 5 characters"],
    [{ type: "string", minLength: 1 }, "a string of 1 or more characters"],
    [{ type: "boolean" }, "a boolean"],
  ])("of %j says %s", (schema, title) => {
    expect(fieldRule(schema)).toMatchObject({ title, type: schema.type });
  });

  it("says the least and the most of a number, and of the characters of a text", () => {
    expect(fieldRule({ type: "integer", minimum: 0, maximum: 9 })).toMatchObject({
      least: 0,
      most: 9,
    });
    expect(fieldRule({ type: "string", minLength: 2, maxLength: 5 })).toMatchObject({
      least: 2,
      most: 5,
    });
  });
});
