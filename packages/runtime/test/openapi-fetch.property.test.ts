import fc from "fast-check";
import createFetchClient from "openapi-fetch";
import { describe, expect, it } from "vitest";
import { createClient } from "../src/index.js";

interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Notes what a client sends, in a form that does not depend on how `fetch` is called. */
function recorder(answer: () => Response) {
  const sent: Sent[] = [];
  const fetch = async (input: string | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const headers = Object.fromEntries(request.headers);
    sent.push({ method: request.method, url: request.url, headers, body: await request.text() });
    return answer();
  };
  return { fetch, sent };
}

const baseUrl = "https://api.example.org/v1";
type Loose = Record<
  string,
  (path: string, init?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>
>;

function both(answer: () => Response) {
  const mine = recorder(answer);
  const theirs = recorder(answer);
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
const call = fc.record({
  method: fc.constantFrom("GET", "PUT", "POST", "DELETE", "PATCH"),
  id,
  query: fc.dictionary(
    name,
    fc.oneof(
      scalar,
      fc.array(fc.oneof(fc.string({ maxLength: 5 }), fc.integer()), { minLength: 1, maxLength: 3 }),
    ),
  ),
  headers: header,
  headerParams: header,
  body: fc.option(fc.jsonValue(), { nil: undefined }),
  status: fc.constantFrom(200, 201, 204, 400, 404, 500),
  answer: fc.oneof(fc.json(), fc.constant("")),
});

describe("beside openapi-fetch itself", () => {
  it("every call sends the same request and resolves to the same result", async () => {
    await fc.assert(
      fc.asyncProperty(call, async ({ method, status, answer, ...given }) => {
        const respond = () => new Response(status === 204 ? null : answer, { status });
        const { ours, plain, mine, theirs } = both(respond);
        const body = method === "GET" ? undefined : given.body;
        const init = {
          params: { path: { id: given.id }, query: given.query, header: given.headerParams },
          headers: given.headers,
          ...(body === undefined ? {} : { body }),
        };
        const mineResult = await ours[method]?.("/things/{id}/ports", init);
        const theirResult = await plain[method]?.("/things/{id}/ports", init);
        const { "user-agent": _, ...headers } = mine[0]?.headers ?? {};
        expect({ ...mine[0], headers }).toEqual(theirs[0]);
        expect(mineResult?.data).toEqual(theirResult?.data);
        expect(mineResult?.response.status).toBe(status);
        // An empty error body is where openapi-fetch leaves `error` unset or empty, and we do not.
        if (answer !== "" && status >= 400) expect(mineResult?.error).toEqual(theirResult?.error);
      }),
      { numRuns: 2_000, seed: 20261121 },
    );
  });

  it("middlewares are asked in the same order, with the same rights", async () => {
    const actions = ["nothing", "replace", "answer", "fail"] as const;
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
                  if (plan.request === "answer") return new Response(`{"from":${index}}`);
                  return undefined;
                },
                async onResponse({ response }: { response: Response }) {
                  seen.push(["response", index, await response.clone().text()]);
                  return plan.response === "replace" ? new Response(`{"by":${index}}`) : undefined;
                },
                onError() {
                  seen.push(["error", index]);
                  if (plan.error === "answer") return new Response(`{"saved":${index}}`);
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
      { numRuns: 300, seed: 20261121 },
    );
  });
});
