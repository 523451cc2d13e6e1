import { readFile } from "node:fs/promises";
import type { JsonObject } from "@cloud-clients/openapi-model";
import { describe, expect, it } from "vitest";
import { clientFile, clientProblems, sampleOptions, sharedNames } from "../src/emit/client.js";
import { tinyApi } from "./tiny-repo.js";

const shop = tinyApi.repository.api("shop");

const schemes: Record<string, JsonObject> = {
  bearer: { type: "http", scheme: "Bearer" },
  basic: { type: "http", scheme: "basic" },
  digest: { type: "http", scheme: "digest" },
  oauth: { type: "oauth2", flows: {} },
  openid: { type: "openIdConnect", openIdConnectUrl: "https://login.shop.test" },
  key: { type: "apiKey", in: "header", name: "X-Api-Key" },
  application: { type: "apiKey", in: "header", name: "X-Application" },
  fetch: { type: "apiKey", in: "header", name: "X-Fetch" },
  inQuery: { type: "apiKey", in: "query", name: "key" },
  inCookie: { type: "apiKey", in: "cookie", name: "session" },
  certificate: { type: "mutualTLS" },
  odd: { type: "apiKey", in: "header", name: "X Y" },
};

/** A document of one operation, with requirements of its own for others. */
function documentOf(security: unknown, own: unknown[] = [], more: JsonObject = {}): JsonObject {
  const operations = [undefined, ...own].map((requirements, index) => [
    `/things/${index}`,
    {
      get: {
        operationId: `getThing${index}`,
        ...(requirements === undefined ? {} : { security: requirements }),
      },
    },
  ]);
  return {
    info: { title: "Shop" },
    servers: [{ url: "https://api.shop.test" }],
    ...(security === undefined ? {} : { security }),
    paths: Object.fromEntries(operations),
    components: { securitySchemes: schemes },
    ...more,
  };
}

/** The ways of a generated client, each by its options. */
function waysOf(document: JsonObject): string[] {
  expect(clientProblems(document)).toEqual([]);
  const text = clientFile(shop, document) ?? "";
  const interfaces = [
    ...text.matchAll(/interface Shop(\w*)Options \S*(?: \S+ )?\{([\s\S]*?)\n\}/g),
  ];
  return interfaces.flatMap(([, name = "", members = ""]) => {
    if (name === "Common") return [];
    const credentials = [...members.matchAll(/^ {2}(\w+)\?: Credential \| undefined;$/gm)];
    return [credentials.map(([, option]) => option).join("+")];
  });
}

describe("the client of an API takes", () => {
  it.each<[string, unknown, string[]]>([
    ["a bearer token", [{ bearer: [] }], ["apiKey"]],
    ["a key in a header", [{ key: [] }], ["apiKey"]],
    ["an access token of OAuth 2", [{ oauth: ["read"] }], ["accessToken"]],
    ["an access token of OpenID Connect", [{ openid: [] }], ["accessToken"]],
    ["user name and password", [{ basic: [] }], ["username+password"]],
    ["one of several", [{ bearer: [] }, { basic: [] }], ["apiKey", "username+password"]],
    ["several together", [{ key: [], application: [] }], ["key+application"]],
    [
      "one or several",
      [{ oauth: [] }, { key: [], basic: [] }],
      ["accessToken", "apiKey+username+password"],
    ],
    [
      "what is sent alike as one",
      [{ oauth: ["a"] }, { openid: [] }, { oauth: ["b"] }],
      ["accessToken"],
    ],
    ["a key under no name that is taken", [{ fetch: [], key: [] }], ["fetchKey+key"]],
    ["nothing", [], [""]],
    ["nothing where none is said", undefined, [""]],
  ])("%s", (_, security, expected) => {
    expect(waysOf(documentOf(security))).toEqual(expected);
  });

  it("what operations ask for that the document does not", () => {
    const document = documentOf([{ bearer: [] }], [[{ basic: [] }], [], [{}]]);
    expect(waysOf(document)).toEqual(["apiKey", "username+password"]);
    expect(sampleOptions(shop, document)).toEqual({ apiKey: "…" });
  });

  it("a credential that may be left out where no operation needs it", () => {
    const document = documentOf([{}, { bearer: [] }], [[]]);
    expect(clientFile(shop, document)).toContain("optional: true");
    expect(sampleOptions(shop, document)).toEqual({});
    expect(clientFile(shop, documentOf([{ bearer: [] }], [[]]))).not.toContain("optional: true");
  });

  it("one way alone, as a type", () => {
    const text = clientFile(shop, documentOf([{ bearer: [] }, { basic: [] }])) ?? "";
    expect(text).toContain(
      "export type ShopClientOptions = ShopCommonOptions &\n  (ShopApiKeyOptions | ShopUsernamePasswordOptions);",
    );
    expect(text).toMatch(
      /ShopApiKeyOptions \{[^}]*username\?: undefined;\n {2}password\?: undefined;/,
    );
    expect(text).toMatch(/ShopUsernamePasswordOptions \{[^}]*apiKey\?: undefined;/);
    expect(text).toContain("`SHOP_USERNAME`, read when");
  });
});

describe("no client is generated, and why is said in a line,", () => {
  it.each<[string, unknown, unknown[], string[]]>([
    [
      "for mutual TLS",
      [{ certificate: [] }],
      [],
      ["getThing0 cannot be called: certificate is mutual TLS, which the connection proves"],
    ],
    [
      "for a digest",
      [{ digest: [] }],
      [],
      [
        "getThing0 cannot be called: digest is HTTP digest authentication, which is computed for each request",
      ],
    ],
    [
      "for a key in the query",
      [{ inQuery: [] }],
      [],
      [
        "getThing0 cannot be called: inQuery is a key in the query, where logs of proxies and servers would show it",
      ],
    ],
    [
      "for a cookie",
      [{ inCookie: [] }],
      [],
      [
        "getThing0 cannot be called: inCookie is a key in a cookie, which browsers let no program send",
      ],
    ],
    [
      "for two credentials in one header",
      [{ bearer: [], basic: [] }],
      [],
      ["getThing0 cannot be called: bearer and basic would both be the header authorization"],
    ],
    [
      "for a scheme that is not there",
      [{ gone: [] }],
      [],
      ["getThing0 cannot be called: gone is not declared"],
    ],
    [
      "for a header with a blank",
      [{ odd: [] }],
      [],
      [
        'getThing0 cannot be called: odd is a key in a header whose name is not letters, digits, "_" and "-"',
      ],
    ],
    [
      "when one operation alone cannot be called, even with a credential beside",
      [{ bearer: [] }],
      [[{ bearer: [], certificate: [] }], [{ certificate: [] }]],
      ["getThing1 cannot be called: certificate is mutual TLS, which the connection proves"],
    ],
  ])("%s", (_, security, own, problems) => {
    const document = documentOf(security, own);
    expect(clientProblems(document)).toEqual(problems);
    expect(clientFile(shop, document)).toBeUndefined();
  });

  it("for a parameter that the client fills in", () => {
    const parameters = [{ name: "project", in: "path", "x-client-parameter": true }];
    const paths = { "/{project}/things": { get: { operationId: "listThings", parameters } } };
    const document = documentOf([{ bearer: [] }], [], { paths });
    expect(clientProblems(document)).toEqual(["its client fills in project (x-client-parameter)"]);
    expect(clientFile(shop, document)).toBeUndefined();
  });

  it("but not where another way remains", () => {
    expect(waysOf(documentOf([{ certificate: [] }, { bearer: [] }]))).toEqual(["apiKey"]);
  });
});

describe("an address with variables becomes options", () => {
  const servers = [
    {
      url: "https://{tenant}.{service}.shop.test/{base-path}/",
      variables: {
        tenant: { default: "", description: "The account's name" },
        service: { default: "eu", enum: ["eu", "us"] },
        "base-path": { default: "api/v2" },
      },
    },
  ];

  it("with their defaults and values, under names that are free", () => {
    const text = clientFile(shop, documentOf([], [], { servers })) ?? "";
    expect(text).toContain('baseUrl: "https://{tenant}.{service}.shop.test/{base-path}"');
    expect(text).toContain('tenant: { option: "tenant" }');
    expect(text).toContain(
      'service: { option: "serviceValue", default: "eu", values: ["eu", "us"] }',
    );
    expect(text).toContain('"base-path": { option: "basePath", default: "api/v2" }');
    expect(text).toMatch(/The account's name\. \*\/\n {2}tenant\?: string \| undefined;/);
    expect(text).toMatch(/@default "eu"\n.*\n {2}serviceValue\?: "eu" \| "us" \| undefined;/);
  });

  it("unless one without variables is there", () => {
    const both = [...servers, { url: "https://api.shop.test/" }];
    const text = clientFile(shop, documentOf([], [], { servers: both })) ?? "";
    expect(text).toContain('services: [{ baseUrl: "https://api.shop.test", environment: "SHOP" }]');
  });
});

it("the names of shared options are the runtime's", async () => {
  const url = new URL("../../runtime/src/client/options.ts", import.meta.url);
  const text = await readFile(url, "utf8");
  const namesOf = (constant: string): string[] => {
    const [, members = ""] = new RegExp(`const ${constant}: [^=]*= \\{([^}]*)\\}`).exec(text) ?? [];
    return [...members.matchAll(/^ +(\w+): true,/gm)].map(([, name = ""]) => name);
  };
  const all = [...namesOf("callOptionNames"), ...namesOf("sharedClientOptionNames")];
  expect(all.length).toBeGreaterThan(15);
  expect([...sharedNames].sort()).toEqual(all.sort());
});
