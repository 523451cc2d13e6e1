import { describe, expect, it } from "vitest";
import { apiNames, createEmulator } from "../../src/index.js";
import { first } from "../helpers/first.js";
import { callPpio } from "../helpers/ppio.js";

const list = "https://api.ppio.com/gpus/v2/instances";

describe("credentials of PPIO", () => {
  it.each([undefined, "", "Bearer ", "Basic abc", "test-key"])(
    "'%s' are refused",
    async (value) => {
      const { fetch } = createEmulator("ppio-gpu");
      const response = await fetch(
        list,
        value === undefined ? {} : { headers: { authorization: value } },
      );
      expect([response.status, await response.json()]).toEqual([
        401,
        { code: 401, reason: "UNAUTHORIZED", message: expect.any(String) },
      ]);
    },
  );

  it("must be one of the known keys when keys are given", async () => {
    const { fetch } = createEmulator("ppio-gpu", { apiKeys: ["good"] });
    const statusWith = async (key: string) =>
      (await fetch(list, { headers: { authorization: `Bearer ${key}` } })).status;
    expect([await statusWith("good"), await statusWith("bad")]).toEqual([200, 401]);
  });

  it("are looked at before anything else in the request", async () => {
    const { fetch } = createEmulator("ppio-gpu");
    expect((await fetch(`${list}/nope/ports`, { method: "PUT", body: "{" })).status).toBe(401);
  });
});

describe("a request to PPIO", () => {
  const { fetch, state } = createEmulator("ppio-gpu", { instances: 1 });
  const ports = `/instances/${first(state.instances.keys())}/ports`;

  it.each([
    ["limit=-1", "query/limit must be >= 0"],
    ["limit=ten", "query/limit must be integer"],
    ["limit=1&limit=2", "query/limit must be integer"],
    ["billing_mode=free", "query/billing_mode must be equal to one of the allowed values"],
    [`name=${"x".repeat(256)}`, "query/name must NOT have more than 255 characters"],
  ])("with query %s is refused", async (query, message) => {
    const response = await callPpio(fetch, "GET", `/instances?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining(message) });
  });

  it("with a query parameter that the specification does not know is served", async () => {
    expect((await callPpio(fetch, "GET", "/instances?colour=red")).status).toBe(200);
  });

  it.each([
    ["no body", undefined, "application/json"],
    ["half a body", '{"ports":', "application/json"],
    ["a body that is not called JSON", '{"ports":[]}', "text/plain"],
  ])("with %s is refused", async (_what, body, type) => {
    const headers = { authorization: "Bearer key", "content-type": type };
    const init = { headers, ...(body !== undefined && { body }) };
    expect((await callPpio(fetch, "PUT", ports, undefined, init)).status).toBe(400);
  });

  it("to an unknown path is 404, with a wrong method 405 and the allowed ones", async () => {
    expect((await callPpio(fetch, "GET", "/elsewhere")).status).toBe(404);
    const response = await callPpio(fetch, "POST", ports, {});
    expect([response.status, response.headers.get("allow")]).toEqual([405, "PUT"]);
  });

  it("that climbs out of its path by '..' reaches no instance", async () => {
    expect((await callPpio(fetch, "PUT", "/instances/../ports", { ports: [] })).status).toBe(404);
  });

  it("is logged with its query and body, but without the values of credentials", async () => {
    const emulator = createEmulator("ppio-gpu", { instances: 1 });
    await callPpio(emulator.fetch, "PUT", `${ports}?dry=1`, { ports: [] });
    expect(emulator.requests).toEqual([
      {
        id: 1,
        operation: "updateInstancePorts",
        method: "PUT",
        path: `/gpus/v2${ports}`,
        query: { dry: "1" },
        headers: { authorization: "(sent)", "content-type": "application/json" },
        body: { ports: [] },
        bodyBytes: 12,
        status: 200,
        at: emulator.clock.now(),
      },
    ]);
    expect(JSON.stringify(emulator.requests)).not.toContain("test-key");
  });
});

describe("responses", () => {
  it("are the same in every run with the same seed, request ids included", async () => {
    const run = async (seed: number): Promise<unknown[]> => {
      const { fetch } = createEmulator("ppio-gpu", { seed, instances: 12 });
      const response = await callPpio(fetch, "GET", "/instances?limit=5");
      return [response.headers.get("x-request-id"), await response.text()];
    };
    expect(await run(7)).toEqual(await run(7));
    expect(await run(7)).not.toEqual(await run(8));
  });

  it("each have a request id of their own, refusals too", async () => {
    const { fetch } = createEmulator("ppio-gpu");
    const responses = [await fetch(list), await callPpio(fetch, "GET", "/instances")];
    const ids = responses.map(({ headers }) => headers.get("x-request-id"));
    expect(ids).toEqual(["req-00000001", "req-00000002"]);
  });
});

describe("createEmulator", () => {
  it("refuses an unknown service and counts that are no counts", () => {
    expect(() => createEmulator("nope")).toThrow(
      `no service is called nope; use ${apiNames().join(" or ")}`,
    );
    expect(() => createEmulator("ppio-gpu", { instances: -1 })).toThrow(RangeError);
    expect(() => createEmulator("ppio-gpu", { seed: 1.5 })).toThrow(RangeError);
  });
});
