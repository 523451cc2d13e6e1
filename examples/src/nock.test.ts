import { createPpioGpuClient, getInstance } from "@cloud-clients/ppio-gpu";
import nock from "nock";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

const client = createPpioGpuClient({ apiKey: "test", retry: { retries: 1, baseMs: 1 } });

it("reads again after a 503", async () => {
  const service = nock("https://api.ppio.com")
    .matchHeader("authorization", "Bearer test")
    .get("/gpus/v2/instances/ca338f12f3")
    .reply(503)
    .get("/gpus/v2/instances/ca338f12f3")
    .reply(200, { id: "ca338f12f3", status: { status: "running" } });

  const instance = await getInstance(client, "ca338f12f3");
  expect(instance.status.status).toBe("running");
  expect(service.isDone()).toBe(true);
});
