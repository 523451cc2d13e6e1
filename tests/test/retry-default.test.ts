import { mayBeRepeated, methods } from "@cloud-clients/openapi-model";
import { createClient } from "@cloud-clients/runtime/kit";
import { describe, expect, it } from "vitest";

/** What `fetch` sends: all methods but TRACE. */
const sent = ["get", "put", "post", "delete", "options", "head", "patch"] as const;

interface Paths {
  "/things": Record<(typeof sent)[number], { responses: { 204: { content?: never } } }>;
}

const rules = {
  servers: ["https://api.tiny.test"],
  errorEnvelope: { code: ["code"], message: ["message"], requestId: "x-request-id" },
};

// The runtime imports nothing of ours, and the generator writes only what differs from the default into its rules:
// both have to know the default.
describe("the generator and the runtime agree on what is retried without x-idempotent", () => {
  it.each(sent)("%s", async (method) => {
    let attempts = 0;
    const client = createClient<Paths>(rules, {
      baseUrl: "https://api.tiny.test",
      userAgent: "tiny/1",
      authorize: () => ({}),
      retry: { retries: 1, baseMs: 1, maxMs: 2 },
      fetch: async () => {
        attempts += 1;
        return new Response(null, { status: 500 });
      },
    });
    await client.request(method, "/things");
    expect(attempts).toBe(mayBeRepeated(method) ? 2 : 1);
  });

  it("and no other method is there", () => {
    expect([...sent, "trace"].sort()).toEqual([...methods].sort());
  });
});
