import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint-spec.js";

const rule = "house/list-has-pagination";

/** An operation whose answer is an object with one array. */
function operation(method: string, rest: string): string {
  return `
  /things:
    ${method}:
      operationId: listThings
      ${rest}
      responses:
        "200":
          description: Things
          content: { application/json: { schema: { $ref: "#/components/schemas/Things" } } }
components:
  schemas:
    Things: { type: object, properties: { data: { type: array, items: {} } } }
`;
}

describe("a list needs x-pagination", () => {
  it("refuses a GET with a limit and an array in its answer", async () => {
    const paths = operation(
      "get",
      "parameters: [{ name: limit, in: query, schema: { type: integer } }]",
    );
    expect(await problemsOf(rule, paths)).toEqual([
      {
        message: "GET /things is a list (it takes limit), so it needs x-pagination.",
        pointer: "#/paths/~1things/get",
        line: "get:",
      },
    ]);
  });

  it("refuses a POST that takes limit and offset in its body", async () => {
    const paths = operation(
      "post",
      "requestBody: { content: { application/json: { schema: { properties: { limit: {}, offset: {} } } } } }",
    );
    expect((await problemsOf(rule, paths)).map((problem) => problem.message)).toEqual([
      "POST /things is a list (it takes limit and offset), so it needs x-pagination.",
    ]);
  });

  it("sees a cursor that the path declares for all its operations", async () => {
    const paths = operation("get", "tags: [a]").replace(
      "    get:",
      "    parameters: [{ name: cursor, in: query, schema: { type: string } }]\n    get:",
    );
    expect(await problemsOf(rule, paths)).toHaveLength(1);
  });

  it("leaves a list alone that declares how it is walked", async () => {
    const paths = operation(
      "get",
      "parameters: [{ name: limit, in: query, schema: { type: integer } }]\n      x-pagination: {}",
    );
    expect(await problemsOf(rule, paths)).toEqual([]);
  });

  it("leaves an array alone that cannot be asked for in parts", async () => {
    expect(await problemsOf(rule, operation("get", "tags: [a]"))).toEqual([]);
  });

  it("leaves an operation with a limit alone that answers without an array", async () => {
    const paths = operation(
      "get",
      "parameters: [{ name: limit, in: query, schema: { type: integer } }]",
    );
    expect(await problemsOf(rule, paths.replace("type: array, items: {}", "type: string"))).toEqual(
      [],
    );
  });
});
