import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint-spec.js";

function withParameter(parameter: string): string {
  return `
  /things:
    get:
      summary: List things
      parameters: [${parameter}]
      responses: { "200": { description: Done } }
`;
}

describe("headers that OpenAPI ignores as parameters", () => {
  const rule = "house/no-reserved-header";

  it.each([
    ["Authorization", "a security scheme"],
    ["content-type", "the media types of the request body"],
    ["Accept", "the media types of the responses"],
  ])("refuses %s and names what to declare instead", async (name, instead) => {
    const paths = withParameter(`{ name: ${name}, in: header, schema: { type: string } }`);
    expect(await problemsOf(rule, paths)).toEqual([
      {
        message: `The header ${name} must not be a parameter; declare ${instead} instead.`,
        pointer: "#/paths/~1things/get/parameters/0/name",
        line: `parameters: [{ name: ${name}, in: header, schema: { type: string } }]`,
      },
    ]);
  });

  it("accepts other headers, and the same name in the query", async () => {
    for (const place of ["{ name: X-Auth-Token, in: header }", "{ name: accept, in: query }"]) {
      expect(await problemsOf(rule, withParameter(place))).toEqual([]);
    }
  });
});

describe("what people read is English", () => {
  const rule = "house/english-only";

  it("refuses Chinese in a summary, a description and a title, at its place", async () => {
    const paths = `
  /things:
    get:
      summary: 查询实例列表
      responses:
        "200":
          description: Done（成功）
          content:
            application/json:
              schema: { title: 实例, type: object, properties: { description: { type: string } } }
`;
    expect(await problemsOf(rule, paths)).toEqual([
      {
        message: 'The summary must be English; it has "查询实例列表".',
        pointer: "#/paths/~1things/get/summary",
        line: "summary: 查询实例列表",
      },
      {
        message: 'The description must be English; it has "（成功）".',
        pointer: "#/paths/~1things/get/responses/200/description",
        line: "description: Done（成功）",
      },
      {
        message: 'The title must be English; it has "实例".',
        pointer: "#/paths/~1things/get/responses/200/content/application~1json/schema/title",
        line: "schema: { title: 实例, type: object, properties: { description: { type: string } } }",
      },
    ]);
  });

  it("accepts English with typographic marks, and the vendor's words in examples", async () => {
    const paths = `
  /things:
    get:
      summary: List “things” — up to 1–10 × 2…
      responses:
        "200":
          description: Done
          content: { application/json: { schema: { type: object }, example: { description: 成功 } } }
`;
    expect(await problemsOf(rule, paths)).toEqual([]);
  });
});
