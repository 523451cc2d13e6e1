import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint-spec.js";

const rule = "house/list-has-pagination";

/** An operation whose response is an object with one array. */
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
  it("refuses a GET with a limit and an array in its response", async () => {
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

  it("leaves an operation with a limit alone that responds without an array", async () => {
    const paths = operation(
      "get",
      "parameters: [{ name: limit, in: query, schema: { type: integer } }]",
    );
    expect(await problemsOf(rule, paths.replace("type: array, items: {}", "type: string"))).toEqual(
      [],
    );
  });

  const messages = async (paths: string) =>
    (await problemsOf(rule, paths)).map((problem) => problem.message);

  it.each(["X-Page", "x-cursor", "X-Page-Size"])("sees the header %s", async (name) => {
    const paths = operation("get", `parameters: [{ name: ${name}, in: header, schema: {} }]`);
    expect(await messages(paths)).toEqual([
      `GET /things is a list (it takes ${name}), so it needs x-pagination.`,
    ]);
  });

  it("sees what stands in a body's page, and an array in a property of the response", async () => {
    const paths = operation(
      "post",
      "requestBody: { content: { application/json: { schema: { properties: { page: { properties: { size: {}, after: {} } } } } } } }",
    );
    const nested = paths.replace(
      "properties: { data: { type: array, items: {} } }",
      "properties: { result: { properties: { data: { type: [array, 'null'], items: {} } } } }",
    );
    expect(await messages(nested)).toEqual([
      "POST /things is a list (it takes /page/size and /page/after), so it needs x-pagination.",
    ]);
  });

  it.each(["Link", "X-Total-Count", "X-Next-Page"])(
    "sees the header %s of an array",
    async (name) => {
      const paths = operation("get", "tags: [a]").replace(
        "description: Things",
        `description: Things\n          headers: { ${name}: { schema: { type: string } } }`,
      );
      expect(await messages(paths)).toEqual([
        `GET /things is a list (it responds with ${name}), so it needs x-pagination.`,
      ]);
    },
  );

  it.each(["per_page", "page[size]", "pageToken", "starting_after", "skip", "continuation_token"])(
    "sees the parameter %s",
    async (name) => {
      const paths = operation("get", `parameters: [{ name: "${name}", in: query, schema: {} }]`);
      expect(await messages(paths)).toHaveLength(1);
    },
  );

  it.each(["limits", "pages_per_sheet", "X-Request-Id"])("takes %s for no sign", async (name) => {
    const paths = operation("get", `parameters: [{ name: ${name}, in: query, schema: {} }]`);
    expect(await messages(paths)).toEqual([]);
  });
});
