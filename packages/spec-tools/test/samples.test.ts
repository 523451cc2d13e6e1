import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openRepository } from "../src/base/repository.js";
import { operationCodeOf } from "../src/scaffold/samples.js";

const api = openRepository(fileURLToPath(new URL("../../..", import.meta.url))).api("harbor");
const text = { schema: { type: "string" } };
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const fine = { "200": { description: "Fine.", ...json({ type: "object", properties: {} }) } };

/** The programs of one operation at `/docks/{dock}/ships/{ship_id}`. */
function samplesOf(method: string, operation: object): Record<string, string> {
  const parameters = ["dock", "ship_id"].map((name) => ({
    name,
    in: "path",
    required: true,
    example: `the ${name}`,
    ...text,
  }));
  const one = { operationId: "moveShip", responses: fine, ...operation };
  const document = {
    openapi: "3.0.3",
    info: { title: "Harbor", version: "1" },
    paths: { "/docks/{dock}/ships/{ship_id}": { parameters, [method]: one } },
  };
  const [code] = operationCodeOf(api, document);
  return Object.fromEntries(code?.samples.map(({ label, source }) => [label, source]) ?? []);
}

it("a program passes the parameters of the path, and of the others those that must be given", () => {
  const samples = samplesOf("post", {
    parameters: [
      { name: "berth", in: "query", required: true, example: 7, schema: { type: "integer" } },
      { name: "note", in: "query", ...text },
      { name: "X-Pilot", in: "header", required: true, example: "Ada", ...text },
    ],
    requestBody: json({ type: "object", properties: { speed: { type: "integer", example: 4 } } }),
  });
  expect(samples.moveShip).toBe(`import { moveShip } from "${api.packageName}";
import { client } from "./client.js";

const result = await moveShip(client, "the dock", "the ship_id", { speed: 4 }, { berth: 7 }, { headers: { "X-Pilot": "Ada" } });
console.log(result);
`);
  expect(samples["client.POST"]).toContain(`  params: {
    path: { dock: "the dock", ship_id: "the ship_id" },
    query: { berth: 7 },
    header: { "X-Pilot": "Ada" },
  },
  body: { speed: 4 },
`);
});

it("an argument that is left out before one that must be given is undefined", () => {
  const { moveShip } = samplesOf("post", {
    parameters: [
      { name: "note", in: "query", ...text },
      { name: "X-Pilot", in: "header", required: true, example: "Ada", ...text },
    ],
  });
  expect(moveShip).toContain(
    'moveShip(client, "the dock", "the ship_id", undefined, { headers: { "X-Pilot": "Ada" } });',
  );
});

it("a body that has an example of its own is that", () => {
  const content = { "application/json": { schema: { type: "object" }, example: { speed: 9 } } };
  expect(samplesOf("post", { requestBody: { content } }).moveShip).toContain("{ speed: 9 }");
});

it("an operation whose response is not JSON is called by its path, and one whose body is not, not at all", () => {
  const picture = { "200": { description: "A picture.", content: { "image/png": text } } };
  expect(Object.keys(samplesOf("get", { responses: picture }))).toEqual(["client.GET"]);
  const requestBody = { content: { "image/png": text } };
  expect(Object.keys(samplesOf("post", { requestBody }))).toEqual([]);
});
