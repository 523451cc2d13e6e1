import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint-spec.js";

const facts = `
      operationId: makeThing
      summary: Make a thing
      description: Makes one.
      x-idempotent: false
      x-completeness: complete
      x-source: [https://docs.tiny.test/make.md]`;

function posting(
  own: string,
  response = "example: {}, schema: { type: object }",
  method = "post",
): string {
  return `
  /things:
    ${method}:${own}
      responses:
        "201": { description: Made, content: { application/json: { ${response} } } }
        "400": { description: Refused, content: { application/json: { schema: { type: object } } } }
`;
}

async function pointers(rule: string, paths: string): Promise<(string | undefined)[]> {
  return (await problemsOf(rule, paths)).map((found) => found.pointer);
}

const at = "#/paths/~1things/post";

describe("the house rules of redocly.yaml", () => {
  it.each([
    ["rule/write-says-idempotent", "x-idempotent: false", "x-idempotent: maybe"],
    ["rule/completeness", "x-completeness: complete", "x-completeness: mostly"],
    ["rule/source", "x-source: [https://docs.tiny.test/make.md]", "x-source: []"],
    ["rule/operation-id-camel-case", "operationId: makeThing", "operationId: make_thing"],
  ])("%s refuses an operation without its field, and a wrong value", async (rule, field, wrong) => {
    const place = `${at}/${field.split(":")[0]}`;
    expect(await pointers(rule, posting(facts))).toEqual([]);
    expect(await pointers(rule, posting(facts.replace(field, "tags: [a]")))).toEqual([place]);
    expect(await pointers(rule, posting(facts.replace(field, wrong)))).toHaveLength(1);
  });

  it("a page address in x-source is https", async () => {
    const paths = posting(facts.replace("https://docs", "http://docs"));
    expect(await pointers("rule/source", paths)).toHaveLength(1);
  });

  it("a GET need not say that it may be repeated", async () => {
    const paths = posting(facts.replace("x-idempotent: false", "tags: [a]"), "example: {}", "get");
    expect(await pointers("rule/write-says-idempotent", paths)).toEqual([]);
  });

  it("a success body needs an example, an error body does not", async () => {
    const rule = "rule/success-example";
    expect(await pointers(rule, posting(facts))).toEqual([]);
    expect(await pointers(rule, posting(facts, "examples: { one: { value: {} } }"))).toEqual([]);
    expect(await pointers(rule, posting(facts, "schema: { type: object }"))).toEqual([
      `${at}/responses/201/content/application~1json`,
    ]);
  });

  it("a secret field has format password", async () => {
    const rule = "rule/secret-is-password";
    const secret = (schema: string) => posting(facts, `example: {}, schema: ${schema}`);
    expect(await pointers(rule, secret("{ type: string, x-secret: true }"))).toEqual([
      `${at}/responses/201/content/application~1json/schema/format`,
    ]);
    expect(
      await pointers(rule, secret("{ type: string, x-secret: true, format: password }")),
    ).toEqual([]);
    expect(await pointers(rule, secret("{ type: string, format: date }"))).toEqual([]);
    const nested = "{ properties: { key: { allOf: [{ type: string, x-secret: true }] } } }";
    expect(await pointers(rule, secret(nested))).toEqual([
      `${at}/responses/201/content/application~1json/schema/properties/key/allOf/0/format`,
    ]);
  });

  it("operations need a summary and a 4XX response", async () => {
    const paths = posting(facts.replace("summary: Make a thing", "tags: [a]")).replace(
      '"400"',
      '"500"',
    );
    expect(await pointers("operation-summary", paths)).toEqual([`${at}/summary`]);
    expect(await pointers("operation-4xx-response", paths)).toEqual([`${at}/responses`]);
  });
});
