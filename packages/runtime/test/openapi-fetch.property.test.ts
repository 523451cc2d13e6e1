import fc from "fast-check";
import createFetchClient from "openapi-fetch";
import { describe, expect, it } from "vitest";
import { createClient, UsageError } from "../src/kit.js";
import { examples } from "./examples.js";

interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Notes what a client sends. */
function recorder(response: () => Response) {
  const sent: Sent[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { method, url } = request;
    const headers = Object.fromEntries(request.headers);
    // A form is written with a new boundary each time.
    const boundary = headers["content-type"]?.split("boundary=")[1] ?? "none";
    const body = (await request.text()).replaceAll(boundary, "boundary");
    if (boundary !== "none") headers["content-type"] = "multipart/form-data";
    sent.push({ method, url, headers, body });
    return response();
  };
  return { fetch, sent };
}

const baseUrl = "https://api.example.org/v1";
type Loose = Record<
  string,
  (path: string, init?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>
>;

function both(response: () => Response) {
  const mine = recorder(response);
  const theirs = recorder(response);
  const ours = createClient<object>(
    { servers: [] },
    { baseUrl, fetch: mine.fetch, userAgent: "", authorize: () => ({}), retry: false },
  ) as unknown as Loose & { use: (middleware: object) => void };
  const plain = createFetchClient<object>({
    baseUrl,
    fetch: theirs.fetch,
  }) as unknown as typeof ours;
  return { ours, plain, mine: mine.sent, theirs: theirs.sent };
}

const id = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 10 })
  .filter((one) => !/^\.{1,2}$|\p{Surrogate}/u.test(one));
const scalar = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
);
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const header = fc.dictionary(
  fc.stringMatching(/^x-[a-z]{1,6}$/),
  fc.oneof(fc.stringMatching(/^[!-~]{0,9}$/), fc.integer(), fc.constant(null)),
);
const fields = fc.dictionary(name, fc.oneof(fc.string({ maxLength: 5 }), fc.integer()), {
  minKeys: 1,
  maxKeys: 3,
});
const wholeText = (value: unknown): boolean => !/\p{Surrogate}/u.test(JSON.stringify(value));
const querySerializer = fc.option(
  fc.oneof(
    fc.record({
      array: fc.record({
        style: fc.constantFrom("form", "spaceDelimited", "pipeDelimited"),
        explode: fc.boolean(),
      }),
      object: fc.record({ style: fc.constantFrom("form", "deepObject"), explode: fc.boolean() }),
    }),
    fc.constant((query: object) => `custom=${Object.keys(query).length}`),
  ),
  { nil: undefined },
);
const bodyOption = fc.oneof(
  fc.jsonValue().map((body) => ({ body })),
  fields.map((body) => ({
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  })),
  fields.map((body) => ({ body, bodySerializer: (given: object) => `<${Object.keys(given)}>` })),
  fields.map((values) => {
    const body = new FormData();
    for (const [key, value] of Object.entries(values)) body.append(key, String(value));
    return { body };
  }),
  fc.constant({}),
);
const call = fc.record({
  method: fc.constantFrom("GET", "PUT", "POST", "DELETE", "PATCH"),
  id,
  query: fc
    .dictionary(
      name,
      fc.oneof(
        scalar,
        fc.array(fc.oneof(fc.string({ maxLength: 5 }), fc.integer()), {
          minLength: 1,
          maxLength: 3,
        }),
        fields,
      ),
    )
    .filter(wholeText),
  querySerializer,
  headers: header,
  headerParams: header,
  bodyOption,
  status: fc.constantFrom(200, 201, 204, 400, 404, 500),
  response: fc.oneof(fc.json(), fc.constant("")),
});

describe("what openapi-fetch does, ours does", () => {
  it("every call sends the same request and resolves to the same result", async () => {
    await fc.assert(
      fc.asyncProperty(call, async ({ method, status, response, ...given }) => {
        const respond = () => new Response(status === 204 ? null : response, { status });
        const { ours, plain, mine, theirs } = both(respond);
        const init = {
          params: { path: { id: given.id }, query: given.query, header: given.headerParams },
          headers: given.headers,
          ...(given.querySerializer && { querySerializer: given.querySerializer }),
          ...(method === "GET" ? {} : given.bodyOption),
        };
        const mineResult = await ours[method]?.("/things/{id}/ports", init);
        const theirResult = await plain[method]?.("/things/{id}/ports", init);
        const { "user-agent": _, ...headers } = mine[0]?.headers ?? {};
        expect({ ...mine[0], headers }).toEqual(theirs[0]);
        expect(mineResult?.data).toEqual(theirResult?.data);
        expect(mineResult?.response.status).toBe(status);
        if (status < 400) expect(mineResult?.error).toBeUndefined();
        // An error that says nothing is where openapi-fetch's `error` reads as success, and ours does not.
        else if (theirResult?.error) expect(mineResult?.error).toEqual(theirResult.error);
        else expect(mineResult?.error).toEqual({ message: expect.stringContaining(`${status}`) });
      }),
      { numRuns: examples(2_000), seed: 20261121 },
    );
  });

  it("middlewares are asked in the same order, with the same rights", async () => {
    const actions = ["nothing", "replace", "respond", "fail"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            request: fc.constantFrom(...actions),
            response: fc.constantFrom(...actions),
            error: fc.constantFrom(...actions),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        fc.boolean(),
        async (plans, broken) => {
          const respond = (): Response => {
            if (broken) throw new TypeError("fetch failed");
            return new Response('{"from":"service"}');
          };
          const { ours, plain } = both(respond);
          const log = async (client: typeof ours): Promise<unknown[]> => {
            const seen: unknown[] = [];
            for (const [index, plan] of plans.entries()) {
              client.use({
                onRequest({ request, schemaPath }: { request: Request; schemaPath: string }) {
                  seen.push(["request", index, request.headers.get("x-by"), schemaPath]);
                  if (plan.request === "replace")
                    return new Request(request, { headers: { "x-by": String(index) } });
                  if (plan.request === "respond") return new Response(`{"from":${index}}`);
                  return undefined;
                },
                async onResponse({ response }: { response: Response }) {
                  seen.push(["response", index, await response.clone().text()]);
                  return plan.response === "replace" ? new Response(`{"by":${index}}`) : undefined;
                },
                onError() {
                  seen.push(["error", index]);
                  if (plan.error === "respond") return new Response(`{"saved":${index}}`);
                  return plan.error === "replace" ? new Error(`by ${index}`) : undefined;
                },
              });
            }
            const result = await client
              .GET?.("/things")
              .catch((error: Error) => ({ failed: /^by/.test(error.message) && error.message }));
            seen.push(result && "failed" in result ? result : (result as { data: unknown }).data);
            return seen;
          };
          expect(await log(ours)).toEqual(await log(plain));
        },
      ),
      { numRuns: examples(300), seed: 20261121 },
    );
  });
});

describe("what ours does otherwise, on purpose", () => {
  const clientsFor = (body: BodyInit | null, init?: ResponseInit) =>
    both(() => new Response(body, init));
  const one = { params: { path: { id: "x" } } };

  it("a missing id is refused; openapi-fetch sends its name in braces", async () => {
    const { ours, plain, mine, theirs } = clientsFor("{}");
    await plain.GET?.("/things/{id}");
    expect(theirs[0]?.url).toBe("https://api.example.org/v1/things/%7Bid%7D");
    await expect(ours.GET?.("/things/{id}")).rejects.toThrow(/^id must be/);
    expect(mine).toEqual([]);
  });

  it("the name of a query parameter is encoded", async () => {
    const { ours, plain, mine, theirs } = clientsFor("{}");
    const query = { "a&b=": 1, deep: { "c#": 2 } };
    await plain.GET?.("/things", { params: { query } });
    await ours.GET?.("/things", { params: { query } });
    expect(theirs[0]?.url).toBe("https://api.example.org/v1/things?a&b==1&deep[c#]=2");
    expect(mine[0]?.url).toBe("https://api.example.org/v1/things?a%26b%3D=1&deep[c%23]=2");
  });

  it("a query that cannot be written is refused by name", async () => {
    const { ours, mine } = clientsFor("{}");
    for (const value of ["\ud800", Symbol("x"), 1n, Number.NaN, () => 1, { a: ["\udc00"] }]) {
      const call = ours.GET?.("/things", { params: { query: { filter: value } } });
      await expect(call).rejects.toThrow(UsageError);
      await expect(call).rejects.toThrow(
        /^filter\S* must be a well-formed string, a number or a boolean/,
      );
    }
    expect(mine).toEqual([]);
  });

  it("a body that is no JSON is a typed error, also with a length", async () => {
    for (const headers of [{}, { "content-length": "6" }]) {
      const { ours, plain } = clientsFor("<html>", { headers });
      await expect(plain.GET?.("/things/{id}", one)).rejects.toThrow(SyntaxError);
      const call = ours.GET?.("/things/{id}", one);
      await expect(call).rejects.toMatchObject({ name: "ResponseParseError", sample: "<html>" });
      await expect(call).rejects.toHaveProperty("cause.name", "SyntaxError");
    }
  });

  it("a failure is an error of ours with the original as its cause", async () => {
    const thrown = new TypeError("fetch failed");
    const { ours } = both(() => {
      throw thrown;
    });
    await expect(ours.GET?.("/things")).rejects.toMatchObject({ kind: "network", cause: thrown });
  });

  it("a middleware that has none of the three functions is refused, and so is none at all", async () => {
    const { ours } = clientsFor("{}");
    for (const middleware of [{}, undefined, null, { onRequest: "x" }]) {
      expect(() => ours.use(middleware as object)).toThrow(/^a middleware must be an object with/);
      const call = ours.GET?.("/things", { middleware: [middleware] });
      await expect(call).rejects.toThrow(/^a middleware must be/);
    }
  });
});
