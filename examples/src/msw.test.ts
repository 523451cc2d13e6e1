import { createPpioGpuClient, isRateLimitError, listInstances } from "@cloud-clients/ppio-gpu";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";

const instances = "https://api.ppio.com/gpus/v2/instances";
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const client = createPpioGpuClient({ apiKey: "test", retry: false });

it("walks the pages that a handler serves", async () => {
  server.use(
    http.get(instances, ({ request }) => {
      const cursor = new URL(request.url).searchParams.get("cursor");
      return HttpResponse.json(
        cursor === null
          ? { data: [{ id: "a" }], has_more: true, next_cursor: "2" }
          : { data: [{ id: "b" }], has_more: false, next_cursor: "" },
      );
    }),
  );
  const { items } = await listInstances(client).collect();
  expect(items.map(({ id }) => id)).toEqual(["a", "b"]);
});

it("rejects when the service has had enough", async () => {
  server.use(http.get(instances, () => new HttpResponse(null, { status: 429 })));
  const error = await listInstances(client)
    .collect()
    .catch((thrown: unknown) => thrown);
  expect(isRateLimitError(error)).toBe(true);
});
