import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ApiClientRules, createApiClient } from "../src/kit.js";
import { rules as api, fetchOf, json, type TinyPaths } from "./tiny-api.js";

const service = { baseUrl: "https://api.example.org", environment: "TINY" } as const;
const key = { option: "apiKey", header: "authorization", prefix: "Bearer " } as const;
const token = { option: "accessToken", header: "authorization", prefix: "Bearer " } as const;
const basic = { basic: true } as const;
const application = { option: "application", header: "x-application" } as const;

function rulesOf(ways: ApiClientRules["ways"], more: Partial<ApiClientRules> = {}): ApiClientRules {
  return { factory: "createTinyClient", services: [service], ways, ...more };
}

/** Creates a client, and what it sent with its only request. */
function creating(rules: ApiClientRules, options: object | undefined = {}) {
  const sent: { url: string; headers: Record<string, string> }[] = [];
  const fetch = fetchOf(async (url, { headers }) => {
    sent.push({ url, headers });
    return json({ data: [] });
  });
  const client = createApiClient<TinyPaths>(api, rules, "tiny/1", { ...options, fetch });
  return { client, sent };
}

async function sentBy(rules: ApiClientRules, options: object = {}) {
  const { client, sent } = creating(rules, options);
  await client.GET("/things");
  const [one, ...others] = sent;
  expect(others).toEqual([]);
  const { "user-agent": _, accept: __, "content-type": ___, ...headers } = one?.headers ?? {};
  return { url: one?.url, headers };
}

afterEach(() => vi.unstubAllEnvs());

describe("what a client sends to show who calls", () => {
  it("an access token as bearer, asked for before each attempt", async () => {
    let count = 0;
    const { client, sent } = creating(rulesOf([[token]]), {
      accessToken: () => `token-${++count}`,
    });
    await client.GET("/things");
    await client.GET("/things");
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer token-1",
      "Bearer token-2",
    ]);
  });

  it.each<[userName: string, password: string]>([
    ["Aladdin", "open sesame"],
    ["käthe", "pässwörd:€"],
    ["x", ":"],
  ])("user name %j and password %j in UTF-8", async (username, password) => {
    const given = async () => password;
    const { headers } = await sentBy(rulesOf([[basic]]), { username, password: given });
    const value = Buffer.from(`${username}:${password}`, "utf8").toString("base64");
    expect(headers).toEqual({ authorization: `Basic ${value}` });
  });

  it("all credentials of a way that has several", async () => {
    const rules = rulesOf([[key, application]]);
    const { headers } = await sentBy(rules, { apiKey: "k", application: async () => "a" });
    expect(headers).toEqual({ authorization: "Bearer k", "x-application": "a" });
  });

  it("nothing where the API takes no credential", async () => {
    expect((await sentBy(rulesOf([]))).headers).toEqual({});
  });

  it("what the caller chose, whatever the environment has", async () => {
    vi.stubEnv("TINY_API_KEY", "from-environment");
    const rules = rulesOf([[key], [basic]]);
    const { headers } = await sentBy(rules, { username: "u", password: "p" });
    expect(headers).toEqual({ authorization: "Basic dTpw" });
  });

  it("the first way that the environment has whole, if none is chosen", async () => {
    vi.stubEnv("TINY_USERNAME", "u");
    const rules = rulesOf([[basic], [token]]);
    expect(() => creating(rules)).toThrow(
      "no credential is given: pass username and password, or accessToken, or set an environment variable (TINY_USERNAME, TINY_PASSWORD, TINY_ACCESS_TOKEN)",
    );
    vi.stubEnv("TINY_ACCESS_TOKEN", "t");
    expect((await sentBy(rules)).headers).toEqual({ authorization: "Bearer t" });
    vi.stubEnv("TINY_PASSWORD", "p");
    expect((await sentBy(rules)).headers).toEqual({ authorization: "Basic dTpw" });
  });

  it("a credential or none where the API takes both", async () => {
    const rules = rulesOf([[key]], { optional: true });
    expect((await sentBy(rules)).headers).toEqual({});
    expect((await sentBy(rules, { apiKey: "k" })).headers).toEqual({ authorization: "Bearer k" });
  });

  it("nothing that a middleware or a class for requests sees among the options", async () => {
    let seen = "";
    let built = "";
    class Watched extends Request {
      constructor(url: string | URL | Request, init?: RequestInit) {
        super(url, init);
        // What openapi-fetch builds; the attempt after it has the credential.
        built ||= inspect(init, { depth: 8 });
      }
    }
    const credentials = { username: "user", password: "secret-word" };
    const { client } = creating(rulesOf([[basic]]), { ...credentials, Request: Watched });
    client.use({
      onRequest: (given) => {
        seen = inspect(given, { depth: 8, showHidden: true });
        return undefined;
      },
    });
    await client.GET("/things");
    expect(seen).toContain("api.example.org");
    expect(built).toContain("method: 'GET'");
    expect(seen + built).not.toMatch(/secret-word|password|dXNlcjpzZWNyZXQtd29yZA/);
  });
});

describe("a client is not created", () => {
  const both = rulesOf([[key], [basic], [token, application]]);
  it.each<[string, ApiClientRules, object | undefined, string]>([
    [
      "without its only credential",
      rulesOf([[key]]),
      {},
      "apiKey is missing or not a string: pass it, or set the environment variable TINY_API_KEY",
    ],
    [
      "without its password",
      rulesOf([[basic]]),
      { username: "u" },
      "password is missing or not a string: pass it, or set the environment variable TINY_PASSWORD",
    ],
    [
      "with half of a combination",
      both,
      { accessToken: "t" },
      "application is missing or not a string",
    ],
    [
      "with credentials of two ways",
      both,
      { apiKey: "k", username: "u" },
      "apiKey and username exclude each other: pass apiKey, or username and password, or accessToken and application",
    ],
    [
      "with a credential of another API",
      rulesOf([[key]]),
      { accessToken: "t" },
      'createTinyClient has no option "accessToken": the credential is apiKey',
    ],
    [
      "with a credential where none is taken",
      rulesOf([]),
      { apiKey: "k" },
      'createTinyClient has no option "apiKey": this API takes no credential',
    ],
    ["with an empty one", rulesOf([[token]]), { accessToken: "" }, "accessToken is missing"],
    [
      "with a number",
      rulesOf([[token]]),
      { accessToken: 5 },
      "accessToken is missing or not a string",
    ],
    [
      "with one that no header can carry",
      rulesOf([[token]]),
      { accessToken: "a\r\nb" },
      "accessToken contains a character that a header cannot carry",
    ],
    [
      "with a colon in the user name",
      rulesOf([[basic]]),
      { username: "a:b", password: "p" },
      "username contains a colon, which separates it from the password",
    ],
    [
      "with a line break in the password",
      rulesOf([[basic]]),
      { username: "a", password: "hidden\n" },
      "password contains a control character or half of a surrogate pair",
    ],
    [
      "with a control character beyond ASCII in the password",
      rulesOf([[basic]]),
      { username: "a", password: "hidden\u0085" },
      "password contains a control character or half of a surrogate pair",
    ],
    [
      "with half of a surrogate pair in the user name",
      rulesOf([[basic]]),
      { username: "a\ud800", password: "p" },
      "username contains a control character or half of a surrogate pair",
    ],
    [
      "with text for options",
      rulesOf([[key]]),
      "k" as unknown as object,
      "must be an object, not text",
    ],
  ])("%s", (_, rules, options, message) => {
    const create = () =>
      createApiClient<TinyPaths>(api, rules, "tiny/1", options as Record<string, never>);
    expect(create).toThrow(message);
    expect(create).toThrow(expect.objectContaining({ name: "UsageError" }));
    try {
      create();
    } catch (error) {
      expect(inspect(error)).not.toMatch(/hidden|a:b/);
    }
  });

  it("and a function that returns nothing fails the call before a request", async () => {
    const { client, sent } = creating(rulesOf([[basic]]), {
      username: "u",
      password: () => "",
    });
    await expect(client.GET("/things")).rejects.toThrow(
      "password is missing or not a string: the function returned none",
    );
    expect(sent).toEqual([]);
  });
});

describe("an address with variables", () => {
  const rules = rulesOf([], {
    services: [
      {
        environment: "TINY",
        baseUrl: "https://{site}.{region}.example.org/{stage}",
        variables: {
          site: { option: "site" },
          region: { option: "region", default: "eu", values: ["eu", "us"] },
          stage: { option: "stage", default: "api/v1" },
        },
      },
    ],
  });

  it("is filled with options, else with the defaults of the document", async () => {
    expect((await sentBy(rules, { site: "acme" })).url).toBe(
      "https://acme.eu.example.org/api/v1/things",
    );
    const all = { site: "acme-2.shop", region: "us", stage: "v2" };
    expect((await sentBy(rules, all)).url).toBe("https://acme-2.shop.us.example.org/v2/things");
    const own = { baseUrl: "https://own.example" };
    expect((await sentBy(rules, own)).url).toBe("https://own.example/things");
  });

  it.each<[object, string]>([
    [{}, 'site must be letters and digits, with ".", "_" or "-" between them, not missing'],
    ...["evil.test/", "evil.test#", "a@evil.test", "a:1", "..", "", " ", "a\\b", "ä", "a?"].map(
      (site): [object, string] => [{ site }, "site must be letters and digits"],
    ),
    [{ site: 5 }, "site must be letters and digits"],
    [{ site: "a", region: "eu.evil" }, 'region must be "eu" or "us", not "eu.evil"'],
    [{ site: "a", stage: "v2/../v3" }, "stage must be letters and digits"],
    [{ baseUrl: 5 }, "baseUrl must be the address of the service, not 5"],
  ])("does not lead elsewhere: %j is refused", (options, message) => {
    expect(() => creating(rules, options)).toThrow(message);
  });
});
