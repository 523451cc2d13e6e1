import { inspect } from "node:util";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createClient, type NetworkError, unwrap } from "../src/kit.js";
import { connectionError, responding, rules, tinyClient } from "./tiny-api.js";

/** Holds every character that some encoding writes differently. */
const secret = 'tok/EN+abc=DEF&"quoted"9876';

const utf16 = (letter: string): string => letter.charCodeAt(0).toString(16).padStart(4, "0");
const escapeAll = (write: (letter: string) => string): string => [...secret].map(write).join("");
const json = JSON.stringify(secret).slice(1, -1);

const spellings: Record<string, string> = {
  "as it is": secret,
  "in other case": secret.toUpperCase(),
  "in JSON": json,
  "in JSON with escaped slashes": json.replaceAll("/", "\\/"),
  "in JSON with escaped signs": json.replaceAll("=", "\\u003d").replaceAll("&", "\\u0026"),
  "in JSON, every letter escaped, hex in upper case": escapeAll(
    (letter) => `\\u${utf16(letter).toUpperCase()}`,
  ),
  "in JSON within JSON": JSON.stringify(JSON.stringify({ token: secret })),
  "url-encoded": encodeURIComponent(secret),
  "url-encoded, hex in lower case": encodeURIComponent(secret).toLowerCase(),
  "url-encoded twice": encodeURIComponent(encodeURIComponent(secret)),
  "url-encoded, every letter": escapeAll((letter) => `%${utf16(letter).slice(2)}`),
  "in HTML": secret.replaceAll("&", "&amp;").replaceAll('"', "&quot;"),
  "in HTML by number": escapeAll((letter) => `&#x${utf16(letter).slice(2)};`),
};

/** All encodings of a text undone, so that a secret shows in whatever spelling it is left. */
function plain(text: string): string {
  let known = text;
  for (let layer = 0; layer < 6; layer++) {
    known = known
      .replace(/\\u([0-9a-f]{4})|%([0-9a-f]{2})|&#x([0-9a-f]+);/gi, (_, ...hex) =>
        String.fromCharCode(Number.parseInt(hex.find(Boolean), 16)),
      )
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&")
      .replaceAll("\\", "");
  }
  return known.toLowerCase();
}

async function everythingOf(response: Response | Error): Promise<string> {
  const seen: unknown[] = [];
  const note = (event: unknown) => seen.push(event);
  const client = tinyClient({
    fetch: responding(response).fetch,
    authorize: () => ({ "x-auth-token": secret }),
    hooks: { onRequest: note, onResponse: note, onRetry: note },
    retry: { retries: 1, baseMs: 1 },
  });
  client.use({
    async onResponse({ response }) {
      // What a service returns to a successful call is the caller's own.
      if (!response.ok) seen.push(await response.clone().text());
    },
    onError({ error }) {
      seen.push(error);
    },
  });
  seen.push(await unwrap(client.GET("/things")).catch((error: unknown) => error));
  const { error } = await client.GET("/things").catch((error: unknown) => ({ error }));
  seen.push(error);
  return seen.map((one) => `${inspect(one, { depth: 9 })} ${JSON.stringify(one)}`).join("\n");
}

describe("a credential that a service quotes is in no message, stack, cause, body or hook", () => {
  for (const [spelling, written] of Object.entries(spellings)) {
    const places: Record<string, () => Response | Error> = {
      "a text": () => new Response(`the token ${written} is wrong`, { status: 401 }),
      "a page with 200": () => new Response(`<p>${written}</p>`),
      "a message in JSON": () =>
        new Response(JSON.stringify({ message: written }), { status: 503 }),
      "a key in JSON": () => new Response(JSON.stringify({ [written]: 1 }), { status: 400 }),
      "raw JSON": () => new Response(`{"message":"${written}"}`, { status: 400 }),
      "an error and its cause": () =>
        new TypeError(`failed: ${written}`, { cause: new Error(written) }),
    };
    for (const [place, response] of Object.entries(places)) {
      it(`${spelling}, in ${place}`, async () => {
        const all = await everythingOf(response());
        expect(all).toContain("[redacted]");
        expect(plain(all)).not.toContain(plain(secret));
        expect(plain(all)).not.toContain("tok/e");
      });
    }
  }

  it("nor is any part of a signature", async () => {
    const signature = "0123456789abcdef0123456789abcdef";
    const authorization = `SDK-HMAC-SHA256 Access=AKIDEXAMPLE0123, SignedHeaders=host, Signature=${signature}`;
    const body = { message: `${signature.toUpperCase()} of akidexample0123` };
    const client = tinyClient({
      fetch: responding(new Response(JSON.stringify(body), { status: 401 })).fetch,
      authorize: () => ({ authorization }),
    });
    const { error } = await client.GET("/things");
    expect(error).toEqual({ message: "[redacted] of [redacted]" });
  });

  it.each<[spelling: string, write: (pair: string) => string]>([
    ["as it was sent", (pair) => Buffer.from(pair, "utf8").toString("base64")],
    ["decoded", (pair) => pair],
    ["the password alone", (pair) => pair.slice(pair.indexOf(":") + 1)],
    ["in JSON", (pair) => pair.replaceAll("ö", "\\u00f6")],
    ["url-encoded", (pair) => encodeURIComponent(pair)],
    ["with the bytes of UTF-8 as letters", (pair) => Buffer.from(pair, "utf8").toString("latin1")],
  ])("nor are user name and password, %s", async (_, write) => {
    for (const pair of ["käthe:größt3s:W0rt", "admin:pö55"]) {
      const sent = `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
      const client = tinyClient({
        fetch: responding(new Response(`no: "${write(pair)}"`, { status: 401 })).fetch,
        authorize: () => ({ authorization: sent }),
      });
      const { error } = await client.GET("/things");
      expect(error).toMatch(/^no: "[a-z%0-9]*\[redacted\]"$/i);
    }
  });

  it("what does not hold it stays as it is, the cause included", async () => {
    const thrown = connectionError("ECONNRESET");
    const client = tinyClient({ fetch: responding(thrown).fetch, retry: false });
    await expect(client.GET("/things")).rejects.toHaveProperty("cause", thrown);
    const body = '{"message": "50% \\u00e9 \\/ &amp;"}';
    const refusing = tinyClient({ fetch: responding(new Response(body, { status: 400 })).fetch });
    refusing.use({
      async onResponse({ response }) {
        expect(await response.clone().text()).toBe(body);
      },
    });
    expect((await refusing.GET("/things")).error).toEqual({ message: "50% é / &amp;" });
  });
});

describe("what a fetch of the caller's throws", () => {
  const authorization = "Bearer tok-0123456789abcdef";
  const context = createContext({ authorization });

  async function failureOf(makeThrown: (request: Request) => unknown): Promise<NetworkError> {
    const fetch = async (request: Request) => {
      throw makeThrown(request);
    };
    const client = createClient(rules, {
      baseUrl: "https://api.example.org",
      userAgent: "tiny/1",
      authorize: () => ({ authorization }),
      retry: false,
      fetch,
    });
    return (client as unknown as { GET(path: string): Promise<NetworkError> })
      .GET("/things")
      .catch((error) => error);
  }

  const failed = (more: object, message = "failed"): Error =>
    Object.assign(new Error(message), more);
  it.each<[name: string, makeThrown: (request: Request) => unknown]>([
    ["an error with its request", (request) => failed({ request })],
    ["an error with headers", ({ headers }) => failed({ headers })],
    [
      "an error with the request's options",
      ({ headers }) => failed({ config: { headers: Object.fromEntries(headers) } }),
    ],
    ["an error of several", () => new AggregateError([new Error(authorization)], "all failed")],
    [
      "an error of several as a cause",
      () => new TypeError("failed", { cause: new AggregateError([new Error(authorization)]) }),
    ],
    ["a code", () => failed({ code: authorization })],
    ["a name", () => failed({ name: authorization })],
    ["the name of a property", () => failed({ [authorization]: 1 })],
    ["an error of another realm", () => runInContext("new Error(authorization)", context)],
    ["the request", (request) => request],
    ["an object", () => ({ reason: [authorization] })],
    ["a text", () => authorization],
    [
      "an error that causes itself",
      () => {
        const error = failed({ hint: authorization });
        error.cause = new Error("outer", { cause: error });
        return error;
      },
    ],
  ])("shows no credential: %s", async (_, makeThrown) => {
    const error = await failureOf(makeThrown);
    expect(error).toMatchObject({ name: "NetworkError" });
    const shown = inspect(error, { depth: 20, showHidden: true });
    expect(shown + JSON.stringify(error.cause ?? null, null, 1)).not.toContain("0123456789abcdef");
  });

  it("keeps what it says beside the credential", async () => {
    const inner = failed({ code: "E1", errno: -5, at: { host: "h" }, sent: authorization }, "no");
    const { cause } = await failureOf(() => new TypeError("outer", { cause: inner }));
    expect(cause).toMatchObject({ name: "TypeError", message: "outer" });
    const { cause: copy } = cause as Error;
    expect(copy).toBeInstanceOf(Error);
    expect(copy).toMatchObject({ message: "no", code: "E1", errno: -5, at: { host: "h" } });
    expect(copy).toMatchObject({ sent: "Bearer [redacted]", stack: inner.stack });
  });

  it("is passed on as it is if it holds none, even if it has no end", async () => {
    const error = failed({ list: [1, { two: 2 }] });
    error.cause = new AggregateError([error], "round and round");
    const { cause, message } = await failureOf(() => error);
    expect(cause).toBe(error);
    expect(message).toMatch(/: round and round$/);
  });
});

describe("a body that quotes a credential", () => {
  const refusing = async (body: string, headers: Record<string, string> = {}) => {
    const response = new Response(body, { status: 401, headers });
    const events: unknown[] = [];
    const client = tinyClient({
      fetch: responding(response).fetch,
      authorize: () => ({ "x-auth-token": secret }),
      hooks: { onResponse: (event) => events.push(event) },
    });
    const error = await unwrap(client.GET("/things")).catch((thrown) => thrown);
    return { error, events };
  };

  it("hides all of it after characters beyond 2^16", async () => {
    const faces = "&#128512;".repeat(30);
    const written = [...secret].map((letter) => `&#${letter.charCodeAt(0)};`).join("");
    const { error } = await refusing(`${faces}${written} is wrong`);
    expect(error.body).toBe(`${faces}[redacted] is wrong`);
  });

  it("hides it in the id of the response, too", async () => {
    const { error, events } = await refusing("{}", { "x-request-id": `r7-${secret}` });
    expect(error).toMatchObject({ requestId: "r7-[redacted]" });
    expect(error.message).toMatch(/\(request id r7-\[redacted\]\)$/);
    expect(events).toMatchObject([{ requestId: "r7-[redacted]" }]);
  });

  it("may be nested without end", async () => {
    const deep = `${"[".repeat(50_000)}${JSON.stringify(secret)}${"]".repeat(50_000)}`;
    const { error } = await refusing(deep);
    expect(error).toMatchObject({ name: "AuthenticationError", status: 401 });
  });

  it("keeps the names of headers, which a signature lists", async () => {
    const sent = {
      authorization:
        "SDK-HMAC-SHA256 Access=AKIDEXAMPLE0123, SignedHeaders=content-type;x-sdk-date",
      "x-sdk-date": "20261121T000000Z",
      "content-type": "application/json",
    };
    const message = "x-sdk-date of AKIDEXAMPLE0123 is too old";
    const client = tinyClient({
      fetch: responding(new Response(JSON.stringify({ message }), { status: 401 })).fetch,
      authorize: () => sent,
    });
    const { error } = await client.GET("/things");
    expect(error).toEqual({ message: "x-sdk-date of [redacted] is too old" });
  });
});
