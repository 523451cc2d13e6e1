import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse, stringify } from "yaml";
import type { Command } from "../src/base/command.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { lint } from "../src/commands/lint.js";
import { newApi } from "../src/commands/new-api.js";
import { repoAt, type TinyRepo } from "./tiny-repo.js";
import { vendorPage } from "./vendor-page.js";

const address = ["--address", "https://docs.shop.test/openapi.yaml"];

/** Asks nobody, and runs nothing. */
const offline: Command = (args, output) =>
  newApi(args, output, {
    fetch: () => Promise.reject(new Error("no network here")),
    run: async () => 0,
  });

async function emptyRepo(): Promise<TinyRepo> {
  const root = await mkdtemp(join(tmpdir(), "new-api-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return repoAt(root);
}

const order = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, state: { type: "string", enum: ["new", "paid"] } },
};

/** A small document; `changed` may do anything to it. */
function shop(changed: (document: ReturnType<typeof plainShop>) => void = () => {}): string {
  const document = plainShop();
  changed(document);
  return stringify(document, { aliasDuplicateObjects: false });
}

function responsesOf(schema: object) {
  return { 200: { description: "Fine.", content: { "application/json": { schema } } } };
}

function plainShop() {
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const orders: Record<string, object> = {
    get: {
      operationId: "listOrders",
      tags: ["orders"],
      summary: "List orders",
      parameters: [
        { name: "limit", in: "query", schema: { type: "integer", maximum: 50 } },
        { name: "offset", in: "query", schema: { type: "integer" } },
      ],
      responses: responsesOf({
        type: "object",
        required: ["orders", "total"],
        properties: { orders: { type: "array", items: order }, total: { type: "integer" } },
      }),
    },
  };
  const one: Record<string, object> = {
    parameters: [id] as object,
    get: { operationId: "getOrder", tags: ["orders"], responses: responsesOf(order) },
    delete: { responses: { 204: { description: "Gone." } } },
  };
  return {
    openapi: "3.0.3",
    info: { title: "Shop", version: "1" },
    servers: [{ url: "https://api.shop.test" }] as object[],
    security: [{ key: [] }],
    paths: { "/v1/orders": orders, "/v1/orders/{id}": one } as Record<string, object>,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
    },
  };
}

/** Runs new-api on a document, and says what it printed and whether anything was written. */
async function refused(repo: TinyRepo, text: string, ...args: string[]) {
  await repo.write("openapi.yaml", text);
  const before = await repo.files();
  const from = ["--from", join(repo.root, "openapi.yaml")];
  const name = args[0]?.startsWith("--") === false ? [] : ["shop"];
  const { code, out, err } = await repo.run(offline, ...name, ...args, ...from, ...address);
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(await repo.files()).toEqual(before);
  return err.map((line) => line.replaceAll(`${repo.root}/`, ""));
}

async function made(text: string, ...args: string[]): Promise<TinyRepo> {
  const repo = await emptyRepo();
  await repo.write("openapi.yaml", text);
  const from = ["--from", join(repo.root, "openapi.yaml"), ...address];
  const { code, err } = await repo.run(offline, "shop", ...from, ...args);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  return repo;
}

/** What an overlay says, by the operation or part that it is about. */
async function overlay(repo: TinyRepo, name: string): Promise<Record<string, unknown>> {
  const { actions } = parse(await repo.read(`specs/shop/overlays/${name}.yaml`));
  return Object.fromEntries(
    actions.map(({ target, update, remove }: Record<string, unknown>) => [
      target,
      update ?? (remove ? "removed" : undefined),
    ]),
  );
}

/** The notes that new-api prints for a document. */
async function notesOn(text: string, ...args: string[]): Promise<string[]> {
  const repo = await emptyRepo();
  await repo.write("openapi.yaml", text);
  const from = ["--from", join(repo.root, "openapi.yaml"), ...address, ...args];
  const { code, out, err } = await repo.run(offline, "shop", ...from);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  return out.filter((line) => line.startsWith("note: "));
}

describe("new-api says what a client cannot do", () => {
  const withScheme = (scheme: object, more: object[] = []) =>
    shop((one) => {
      Object.assign(one.components.securitySchemes, { key: scheme, other: { type: "mutualTLS" } });
      Object.assign(one, { security: [{ key: [] }, ...more] });
    });

  it.each<[string, object, string]>([
    ["mutual TLS", { type: "mutualTLS" }, "key is mutual TLS, which the connection proves"],
    [
      "a key in the query",
      { type: "apiKey", in: "query", name: "key" },
      "key is a key in the query, where logs of proxies and servers would show it",
    ],
    [
      "a digest",
      { type: "http", scheme: "digest" },
      "key is HTTP digest authentication, which is computed for each request",
    ],
  ])("no client for %s", async (_, scheme, why) => {
    expect(await notesOn(withScheme(scheme))).toEqual([
      `note: no client is generated (listOrders cannot be called: ${why}): write createShopClient by hand in packages/shop/src`,
    ]);
  });

  it.each<[string, object]>([
    ["a bearer token", { type: "http", scheme: "bearer" }],
    ["OAuth 2", { type: "oauth2", flows: {} }],
    ["user name and password", { type: "http", scheme: "basic" }],
  ])("and nothing for %s", async (_, scheme) => {
    expect(await notesOn(withScheme(scheme))).toEqual([]);
  });

  it("one way of several", async () => {
    expect(await notesOn(withScheme({ type: "http", scheme: "bearer" }, [{ other: [] }]))).toEqual([
      "note: the client leaves out one way to authenticate: other is mutual TLS, which the connection proves",
    ]);
  });
});

it("new-api says what lint will refuse because it is not English", async () => {
  const text = shop((one) => {
    one.info.title = "商店";
    Object.assign(one.paths["/v1/orders"] ?? {}, { summary: "Bestellungen", description: "订单" });
    Object.assign(one.components.securitySchemes.key, { description: "密钥" });
  });
  expect(await notesOn(text)).toEqual([
    "note: not English: info/title and 1 more; lint refuses them until an overlay translates them",
  ]);
});

describe("new-api takes one address", () => {
  const upload = {
    post: { operationId: "uploadFile", responses: { 204: { description: "Up." } } },
  };
  const elsewhere = [{ url: "https://upload.shop.test" }];
  const servers = async (repo: TinyRepo): Promise<unknown> =>
    parse(await repo.read("specs/shop/source/openapi.yaml")).servers;

  it.each<[string, object]>([
    ["an operation", { post: { ...upload.post, servers: elsewhere } }],
    ["a path", { ...upload, servers: elsewhere }],
  ])("and leaves out %s with a server of its own, with a word", async (_, path) => {
    const text = shop(({ paths }) => {
      paths["/v1/files"] = path;
    });
    expect(await notesOn(text)).toEqual([
      'note: POST /v1/files has a server of its own, "https://upload.shop.test": it is left out',
    ]);
    expect(await refused(await emptyRepo(), text, "--operations", "listOrders,uploadFile")).toEqual(
      [
        'openapi.yaml: POST /v1/files has a server of its own, "https://upload.shop.test", but a client sends its credential to the servers of the document alone; leave it out',
      ],
    );
  });

  it("and drops servers that repeat the document's", async () => {
    const repo = await made(
      shop(({ paths, servers: own }) => {
        paths["/v1/files"] = { post: { ...upload.post, servers: own } };
      }),
    );
    expect(await overlay(repo, "0011-repeated-servers")).toEqual({
      "$.paths['/v1/files'].post.servers": "removed",
    });
  });

  it("also where only operations name it, all the same", async () => {
    const repo = await made(
      shop((document) => {
        for (const path of Object.values(document.paths))
          Object.assign(path, { servers: elsewhere });
        Object.assign(document, { servers: undefined });
      }),
    );
    expect(await servers(repo)).toEqual(elsewhere);
  });

  it("relative to that of the document, and with variables", async () => {
    const variables = { region: { default: "eu" } };
    const repo = await made(
      shop((document) => {
        document.servers = [{ url: "/v2" }, { url: "https://{region}.shop.test", variables }];
      }),
    );
    expect(await servers(repo)).toEqual([
      { url: "https://docs.shop.test/v2" },
      { url: "https://{region}.shop.test", variables },
    ]);
  });

  it.each<[string, object, string]>([
    [
      "a variable whose value leads elsewhere",
      { url: "https://{host}", variables: { host: { default: "user@evil.test" } } },
      'the value "user@evil.test" of {host} makes no https address of "https://{host}"',
    ],
    [
      "an address that is a variable alone",
      { url: "{address}", variables: { address: { default: "https://api.shop.test" } } },
      'the server "{address}" is refused; allowed is an https address without user or password; say where the service is: --server https://…',
    ],
  ])("and refuses %s", async (_, server, message) => {
    const text = shop((document) => {
      document.servers = [server];
    });
    const [line, ...others] = await refused(await emptyRepo(), text);
    expect(others).toEqual([]);
    expect(line).toContain(message);
  });
});

describe("new-api refuses, in one line and with nothing written,", () => {
  it.each([
    ["text that is no document", "hello", "openapi.yaml:1: no OpenAPI document; allowed is"],
    ["a web page", "<html></html>", "openapi.yaml: HTML or XML; give the address of the OpenAPI"],
    [
      "an older version",
      "swagger: '2.0'\npaths: {}\n",
      'openapi.yaml:1: OpenAPI "2.0"; allowed is OpenAPI 3.0 or 3.1',
    ],
    [
      "no operation",
      shop((one) => {
        one.paths = {};
      }),
      "the document has no operation",
    ],
    [
      "two operations of one id",
      shop((one) => {
        one.paths["/v1/carts"] = {
          get: { operationId: "getOrder", responses: responsesOf(order) },
        };
      }),
      'the operationId "getOrder" of GET /v1/carts is already used by GET /v1/orders/{id}',
    ],
    [
      "a paging that no rule fits",
      shop((one) => {
        one.paths["/v1/carts"] = {
          get: {
            operationId: "listCarts",
            parameters: [{ name: "marker", in: "query", schema: { type: "string" } }],
            responses: responsesOf({ type: "array", items: order }),
          },
        };
      }),
      "listCarts (GET /v1/carts) takes marker, but no field of the response says how to get the next page; keep it as a plain call with --plain listCarts, or leave it out with --operations",
    ],
    [
      "a schema that has no end, at its place",
      shop((one) => {
        const Order = { allOf: [{ $ref: "#/components/schemas/Order" }] };
        Object.assign(one.components, { schemas: { Order } });
        one.paths["/v1/carts"] = {
          get: {
            operationId: "getCart",
            responses: responsesOf({ $ref: "#/components/schemas/Order" }),
          },
        };
      }),
      "specs/shop/upstream/openapi.yaml:",
    ],
    [
      "a service that is not named",
      shop((one) => {
        one.servers = [];
      }),
      "the document names no server; say where the service is: --server https://…",
    ],
    [
      "a service without TLS",
      shop((one) => {
        one.servers = [{ url: "http://api.shop.test" }];
      }),
      'the server "http://api.shop.test" is refused; allowed is an https address without user or password; say where the service is: --server https://…',
    ],
  ])("%s", async (_, text, said) => {
    const lines = await refused(await emptyRepo(), text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(said);
  });

  it.each([
    ["My Shop", "the name must be up to 64 lower-case letters and digits"],
    ["shop_two", "the name must be up to 64 lower-case letters and digits"],
    ["shop--two", "the name must be up to 64 lower-case letters and digits"],
    ["../shop", "the name must be up to 64 lower-case letters and digits"],
    ["delete", "delete: the name is a reserved word; choose another"],
    ["taken", "taken: the name is taken: specs/taken exists; choose another"],
    ["runtime", "runtime: the name is taken: packages/runtime exists; choose another"],
  ])("the name %s", async (name, said) => {
    const repo = await emptyRepo();
    await repo.write("specs/taken/source/openapi.yaml", "openapi: 3.0.3\n");
    await repo.write("packages/runtime/package.json", "{}\n");
    const lines = await refused(repo, shop(), name);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(said);
  });

  it.each([
    [
      ["--operations", "listOrders,sendOrder"],
      '--operations "sendOrder": not in the document; it has listOrders, getOrder, DELETE /v1/orders/{id}',
    ],
    [["--tags", "carts"], '--tags "carts": not in the document; it has orders'],
    [["--operations", "a,,b"], "--operations a,,b: must be a comma-separated list of names"],
    [
      ["--tags", "orders", "--operations", "getOrder"],
      "--operations and --tags cannot be combined; give one of them",
    ],
    [
      ["--plain", "listOrders"],
      "--plain listOrders: no chosen list with that operationId lacks a paging rule",
    ],
  ])("%j", async (args, said) => {
    expect(await refused(await emptyRepo(), shop(), "shop", ...args)).toEqual([said]);
  });

  it("a document whose address nobody knows", async () => {
    const repo = await emptyRepo();
    await repo.write("openapi.yaml", shop());
    const before = await repo.files();
    const { err } = await repo.run(offline, "shop", "--from", join(repo.root, "openapi.yaml"));
    expect(err).toHaveLength(1);
    expect(err[0]).toContain("say where it is published: --address https://…");
    expect(await repo.files()).toEqual(before);
  });
});

describe("a draft", () => {
  const draft =
    "specs/shop/overlays/0020-paging-rules.yaml: a draft: read its rules, correct what is wrong, " +
    "then run: npx --yes pnpm@10 new-api shop --confirm";

  it.each([
    ["check", check],
    ["generate", generate],
    ["lint", lint],
  ])("is refused by %s until it is confirmed", async (_, command) => {
    const repo = await made(shop());
    const before = await repo.files();
    expect(await repo.run(command)).toEqual({ code: 1, out: [], err: [draft] });
    expect(await repo.files()).toEqual(before);
  });

  it("is confirmed once: its mark goes, and code is generated", async () => {
    const repo = await made(shop());
    const { code, err } = await repo.run(offline, "shop", "--confirm");
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const text = await repo.read("specs/shop/overlays/0020-paging-rules.yaml");
    expect(text).toMatch(/^overlay: 1.0.0\ninfo:/);
    expect(text).toContain("style: offset");
    expect(await repo.read("packages/shop/src/generated/lists.ts")).toContain(
      "function listOrders(",
    );
    expect((await repo.run(check)).err).toEqual([]);
    expect((await repo.run(offline, "shop", "--confirm")).err).toEqual([
      "specs/shop: no draft to confirm; run: npx --yes pnpm@10 generate",
    ]);
  });

  it("is confirmed for an API that uses the names of its client's own", async () => {
    const names = ["ShopClient", "ShopClientOptions"];
    const repo = await made(
      shop((one) => {
        const schemas = Object.fromEntries(names.map((name) => [name, order]));
        Object.assign(one.components, { schemas });
        for (const name of names) {
          one.paths[`/v1/${name}`] = {
            get: {
              operationId: `create${name}`,
              responses: responsesOf({ $ref: `#/components/schemas/${name}` }),
            },
          };
        }
      }),
    );
    expect((await overlay(repo, "0001-operation-ids"))["$.paths['/v1/ShopClient'].get"]).toEqual({
      operationId: "getShopClient",
    });
    const { code, err } = await repo.run(offline, "shop", "--confirm");
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const types = await repo.read("packages/shop/src/generated/types.ts");
    expect(types.match(/\bShopClient(Options)?\b/g)).toEqual(["ShopClient"]);
    for (const name of names) expect(types).toContain(`${name}Type,`);
  });

  it("with a rule that does not hold stays one, and the rule is named", async () => {
    const repo = await made(shop());
    const file = "specs/shop/overlays/0020-paging-rules.yaml";
    await repo.edit(file, "total: total", "total: count");
    const before = await repo.files();
    const { code, err } = await repo.run(offline, "shop", "--confirm");
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringMatching(
        /^specs\/shop\/overlays\/0020-paging-rules\.yaml:\d+:\d+: GET \/v1\/orders: x-pagination: response\.total names "count"/,
      ),
    ]);
    expect(await repo.files()).toEqual(before);
  });

  it("of an API that is none is not confirmed", async () => {
    const repo = await made(shop());
    expect((await repo.run(offline, "bakery", "--confirm")).err).toEqual([
      "specs/bakery/source/openapi.yaml: missing; the APIs are: shop",
    ]);
  });
});

describe("new-api writes", () => {
  it("only the chosen operations, and the parameters of their paths", async () => {
    const repo = await made(shop(), "--operations", "DELETE /v1/orders/{id}");
    const { paths } = parse(await repo.read("specs/shop/source/openapi.yaml"));
    expect(paths).toEqual({
      "/v1/orders/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        delete: { $ref: "../upstream/openapi.yaml#/paths/~1v1~1orders~1{id}/delete" },
      },
    });
  });

  it("ids, tags, words, errors and examples where the document has none", async () => {
    const repo = await made(shop());
    const target = "$.paths['/v1/orders/{id}'].delete";
    expect((await overlay(repo, "0001-operation-ids"))[target]).toEqual({
      operationId: "deleteOrder",
    });
    expect((await overlay(repo, "0002-operation-tags"))[target]).toEqual({ tags: ["orders"] });
    expect((await overlay(repo, "0003-summaries"))[target]).toMatchObject({
      summary: "Delete order",
    });
    expect((await overlay(repo, "0004-error-responses"))[`${target}.responses`]).toEqual({
      "4XX": { description: "An error; the document does not describe it." },
    });
    const media = "$.paths['/v1/orders/{id}'].get.responses['200'].content['application/json']";
    expect((await overlay(repo, "0007-success-examples"))[media]).toEqual({
      example: { id: "string", state: "new" },
    });
    expect((await overlay(repo, "0010-retry-safety"))[target]).toEqual({ "x-idempotent": false });
  });

  it("who is asked to review the API, where a repository says that of anything", async () => {
    const repo = await emptyRepo();
    await repo.write("openapi.yaml", shop());
    await repo.write(".github/CODEOWNERS", "# Why\n*  @us/all @ann\n/specs/shop/  @us/shop\n");
    const from = ["--from", join(repo.root, "openapi.yaml"), ...address];
    expect((await repo.run(offline, "shop", ...from)).err).toEqual([]);
    expect(await repo.read(".github/CODEOWNERS")).toBe(
      `# Why\n*  @us/all @ann\n/specs/shop/  @us/shop\n${"/packages/shop/".padEnd(35)} @us/all @ann\n`,
    );
  });

  it("a page's one operation, from its fence", async () => {
    const repo = await emptyRepo();
    await repo.write("page.md", vendorPage());
    const args = ["--from", join(repo.root, "page.md"), "--server", "https://api.parts.test"];
    const { code, err } = await repo.run(offline, "parts", ...args, ...address);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const { paths } = parse(await repo.read("specs/parts/source/openapi.yaml"));
    expect(Object.keys(paths)).toEqual(["/parts/{id}"]);
  });
});
