import { expect, it } from "vitest";
import { problemsOf } from "./lint-spec.js";

const rule = "house/response-enum-open";

function responding(schema: string): string {
  return `
  /things:
    put:
      requestBody: { content: { application/json: { schema: { type: string, enum: [a, b] } } } }
      responses:
        "200":
          description: Done
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  schemas:
    Thing: { properties: { state: ${schema}, itself: { $ref: "#/components/schemas/Thing" } } }
`;
}

it("refuses a string enum in a response that does not say whether it is open", async () => {
  expect(await problemsOf(rule, responding("{ type: string, enum: [on, off] }"))).toEqual([
    {
      message:
        "A string enum in a response needs x-enum-open: true (or false, if it will never change).",
      pointer: "#/components/schemas/Thing/properties/state/enum",
      line: expect.stringContaining("enum: [on, off]"),
    },
  ]);
});

it.each([
  ["in an array", "{ type: array, items: { type: string, enum: [on] } }", "items"],
  ["in a choice", "{ anyOf: [{ type: string, enum: [on] }, { type: boolean }] }", "anyOf/0"],
  ["in a map", "{ additionalProperties: { type: string, enum: [on] } }", "additionalProperties"],
  ["deep down", "{ properties: { enum: { type: string, enum: [on] } } }", "properties/enum"],
])("finds one %s, once", async (_, schema, below) => {
  const pointers = (await problemsOf(rule, responding(schema))).map((found) => found.pointer);
  expect(pointers).toEqual([`#/components/schemas/Thing/properties/state/${below}/enum`]);
});

it("accepts it once it says so, whichever way", async () => {
  for (const open of ["true", "false"]) {
    const schema = `{ type: string, enum: [on, off], x-enum-open: ${open} }`;
    expect(await problemsOf(rule, responding(schema))).toEqual([]);
  }
});

it("does not ask it of numbers, nor of what is only sent", async () => {
  expect(await problemsOf(rule, responding("{ type: integer, enum: [1, 2] }"))).toEqual([]);
});
