import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getAt } from "@cloud-clients/openapi-model";
import { describe, expect, it, onTestFinished } from "vitest";
import { createEmulator } from "../../src/index.js";
import { document, fixture, standIn } from "../helpers/any-api.js";

/** YAML of a few lines that stands for a billion values. */
function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(", ")}]`,
  );
  return ["openapi: 3.1.0", "l0: &l0 [x]", ...levels, "paths: *l9"].join("\n");
}

describe("an operation without rules", () => {
  it("responds with the first example that fits, under its own success status", async () => {
    const { send } = standIn("shop");
    const made = await send("POST", "/orders", { body: { state: "open", price: 3 } });
    expect([made.status, made.body]).toEqual([201, { id: "order-7", state: "open", price: 12 }]);
  });

  it("returns 204 without a body where that is declared, at a path of which a part is a parameter", async () => {
    const { send } = standIn("shop");
    const { status, body } = await send("POST", "/orders/o-1:cancel");
    expect([status, body]).toEqual([204, undefined]);
    expect((await send("POST", "/orders/longer-than-it-may-be:cancel")).status).toBe(400);
    expect((await send("POST", "/orders/o-1:stop")).status).toBe(404);
  });

  it("responds by `default` where no success is declared", async () => {
    const { status, body } = await standIn("lab").send("GET", "/nothing");
    expect([status, body]).toEqual([200, {}]);
  });

  it("is found behind the path of a server, too", async () => {
    const { send } = standIn("shop");
    expect((await send("GET", "/v2/orders")).status).toBe(200);
    expect((await send("GET", "/v3/orders")).status).toBe(404);
    expect((await send("DELETE", "/v2/orders")).headers.get("allow")).toBe("GET, POST");
  });

  it("that no value can be made for is a 500 that says so", async () => {
    const spec = document("lab");
    const item = {
      type: "object",
      required: ["a"],
      properties: { a: { type: "string", pattern: "^(?!.)x$" } },
    };
    Object(spec).components.schemas.Sample = item;
    const { fetch } = createEmulator({ spec });
    const response = await fetch("https://any.example/samples", {
      headers: { authorization: "Bearer t" },
    });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain(
      "listSamples 0 does not fit the specification: no value could be made: /a must match pattern",
    );
  });
});

describe("a refusal", () => {
  it("has the form that the document declares, with what is wrong in its message", async () => {
    const { send } = standIn("shop");
    const { status, body } = await send("POST", "/orders", { body: { state: "lost", price: 3 } });
    expect(status).toBe(400);
    expect(body).toEqual({
      error: {
        code: "E_GENERAL",
        message: 'body/state must be equal to one of the allowed values: "open", "paid"',
        status: 400,
      },
    });
  });

  it("has the first status that fits and is declared; 400 and a message where none is", async () => {
    const { send } = standIn("shop");
    expect((await send("GET", "/orders?per_page=0")).status).toBe(422);
    const free = await send("PUT", "/firewalls/f/rules", { body: { revision: "x" } });
    expect([free.status, free.body]).toEqual([400, { message: "body/revision must be integer" }]);
    expect((await send("GET", "/parts", { headers: { "X-Limit": "many" } })).body).toEqual({
      message: "header/X-Limit must be integer",
    });
  });

  it("that a fault asks for has its code and message in the declared form", async () => {
    const { emulator, send } = standIn("shop");
    const fault = { kind: "status", status: 409, code: "E_BUSY", message: "later" } as const;
    emulator.faults.add({ fault });
    const { status, body } = await send("PUT", "/firewalls/f/rules", { body: { revision: 3 } });
    expect([status, getAt(body, ["error"])]).toMatchObject([
      409,
      { code: "E_BUSY", message: "later" },
    ]);
  });
});

describe("credentials", () => {
  it.each([
    ["a key in a header", "", { "x-api-key": "k" }, 200, ""],
    [
      "a cookie and a key in the query",
      "?tenant=t",
      { "x-api-key": "", cookie: "a=b; sid=s" },
      200,
      "",
    ],
    ["the cookie alone", "", { "x-api-key": "", cookie: "sid=s" }, 401, "query parameter tenant"],
    ["an empty cookie", "?tenant=t", { "x-api-key": "", cookie: "sid=" }, 401, "the cookie sid"],
    [
      "nothing",
      "",
      { "x-api-key": "" },
      401,
      "send the header X-Api-Key, or the cookie sid and the query parameter tenant",
    ],
  ])("by securitySchemes: %s", async (_what, query, headers, status, missing) => {
    const { send } = standIn("shop");
    const response = await send("GET", `/orders${query}`, { headers });
    expect(response.status).toBe(status);
    if (status === 200) return;
    expect(getAt(response.body, ["error", "message"])).toContain(missing);
  });

  it.each([
    ["Bearer t", 200],
    ["bearer t", 200],
    ["Bearer ", 401],
    ["Basic dDp0", 401],
  ])("by scheme: %s", async (authorization, status) => {
    const { send } = standIn("lab");
    expect((await send("GET", "/kinds", { headers: { authorization } })).status).toBe(status);
  });

  it("are not asked for where an operation needs none", async () => {
    const { send } = standIn("shop");
    expect((await send("GET", "/events", { headers: { "x-api-key": "" } })).status).toBe(200);
  });

  it("never stand in the log, wherever they are sent", async () => {
    const { emulator, send } = standIn("shop");
    await send("GET", "/orders?tenant=hush", {
      headers: { "x-api-key": "hush", cookie: "sid=hush" },
    });
    expect(JSON.stringify(emulator.requests)).not.toContain("hush");
    expect(emulator.requests[0]).toMatchObject({ query: { tenant: "(sent)" } });
  });
});

describe("a document", () => {
  it("may be given as data", async () => {
    const { fetch } = createEmulator({ spec: document("shop"), items: 3 });
    const response = await fetch("https://any.example/events");
    expect(await response.json()).toHaveLength(3);
  });

  it.each([
    ["a swagger", { swagger: "2.0", paths: {} }, "a Swagger 2.0 document; convert it"],
    ["none", { hello: "world" }, "no OpenAPI document: openapi is missing"],
    [
      "of a version to come",
      { openapi: "4.0.0" },
      "openapi is 4.0.0; only 3.0 and 3.1 can be read",
    ],
    ["empty", { openapi: "3.1.0" }, "no operation: paths is missing or empty"],
    [
      "with a lost reference",
      { openapi: "3.1.0", paths: { "/a": { get: { $ref: "#/x" } } } },
      "the reference #/x does not resolve",
    ],
    [
      "in pieces",
      { openapi: "3.1.0", paths: { "/a": { $ref: "./a.yaml" } } },
      "the reference ./a.yaml leads to another file or address",
    ],
    [
      "with a wrong rule",
      { openapi: "3.1.0", paths: { "/a": { get: { "x-pagination": { style: "pages" } } } } },
      "GET /a: x-pagination: style must be",
    ],
    [
      "with two operations of one id",
      {
        openapi: "3.0.0",
        paths: { "/a": { get: { operationId: "x" } }, "/b": { get: { operationId: "x" } } },
      },
      "two operations have the operationId x: of /a and /b",
    ],
  ])("that is %s is refused in one line", (_what, spec, message) => {
    expect(() => createEmulator({ spec })).toThrow(message);
  });

  it.each([
    ["whose aliases multiply", bomb(), /Excessive alias count/],
    [
      "that contains itself",
      "openapi: 3.1.0\npaths: &a { /a: *a }\n",
      /part of it contains itself/,
    ],
    ["that is no YAML", "openapi: [", /Flow sequence/],
  ])("in a file %s is refused in one line", async (_what, text, message) => {
    const folder = await mkdtemp(join(tmpdir(), "emulator-spec-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const spec = join(folder, "openapi.yaml");
    await writeFile(spec, text);
    expect(() => createEmulator({ spec })).toThrow(message);
    expect(() => createEmulator({ spec })).toThrow(/^\S+openapi\.yaml: [^\n]+$/);
  });

  it("that is no file, or options that do not exist, are refused in one line", () => {
    expect(() => createEmulator({ spec: "/no/such.yaml" })).toThrow(
      /^\/no\/such\.yaml: ENOENT[^\n]*$/,
    );
    const options = { spec: fixture("shop"), item: 3 };
    expect(() => createEmulator(options)).toThrow(
      'createEmulator has no option "item"; did you mean items?',
    );
    expect(() => createEmulator({ spec: "" })).toThrow("createEmulator: spec must be the path");
    expect(() => createEmulator({ spec: fixture("shop"), items: -1 })).toThrow(
      "items must be a whole number",
    );
  });
});

describe("a choice with a discriminator", () => {
  const petsAs = (schemas: object, made = "Pet") => ({
    openapi: "3.0.3",
    info: { title: "Pets", version: "1" },
    servers: [{ url: "https://pets.example" }],
    paths: {
      "/pets": {
        post: {
          operationId: "createPet",
          requestBody: {
            required: true,
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
          responses: {
            201: {
              description: "made",
              content: { "application/json": { schema: { $ref: `#/components/schemas/${made}` } } },
            },
          },
        },
      },
    },
    components: { schemas },
  });
  const ofKind = (properties: object) => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string" }, ...properties },
  });
  const variants = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];
  const post = (spec: object, body: unknown): Promise<Response> =>
    createEmulator({ spec }).fetch("https://pets.example/pets", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  it("has one variant for each of its values, though their schemas are alike", async () => {
    const spec = petsAs({
      Pet: {
        oneOf: variants,
        discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
      },
      Cat: ofKind({ lives: { type: "integer" } }),
      Dog: ofKind({ loud: { type: "boolean" } }),
    });
    const made = await post(spec, { kind: "cat", lives: 9 });
    expect(made.status).toBe(201);
    expect(["cat", "Dog"]).toContain(((await made.json()) as { kind: string }).kind);
    expect((await post(spec, { kind: "Dog" })).status).toBe(201);
    expect((await post(spec, { kind: "cow" })).status).toBe(400);
    expect((await post(spec, { kind: "cat", lives: "nine" })).status).toBe(400);
  });

  it("believes a variant that names its value itself", async () => {
    const spec = petsAs({
      Pet: { anyOf: variants, discriminator: { propertyName: "kind" } },
      Cat: ofKind({ kind: { enum: ["CAT"] } }),
      Dog: ofKind({ kind: { enum: ["DOG"] } }),
    });
    const made = await post(spec, { kind: "DOG" });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ kind: expect.stringMatching(/^(CAT|DOG)$/) });
  });

  it("ends where its variants extend what chooses between them", async () => {
    const parent = { ...ofKind({}), discriminator: { propertyName: "kind" }, oneOf: variants };
    const schemas = {
      Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { properties: { lives: {} } }] },
      Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }] },
      Pet: parent,
    };
    for (const name of ["Pet", "Cat"]) {
      const spec = petsAs(schemas, name);
      const made = await post(spec, { kind: "Cat" });
      expect(made.status).toBe(201);
      expect(await made.json()).toMatchObject({ kind: expect.any(String) });
      expect((await post(spec, {})).status).toBe(400);
    }
  });

  it("ends where a schema is a part of itself", async () => {
    const Pet = { allOf: [{ $ref: "#/components/schemas/Pet" }, ofKind({})] };
    expect((await post(petsAs({ Pet }), { kind: "x" })).status).toBe(201);
    expect((await post(petsAs({ Pet }), {})).status).toBe(400);
  });
});
