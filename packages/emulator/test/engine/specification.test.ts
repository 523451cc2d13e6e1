import { describe, expect, it } from "vitest";
import { tinyFetch } from "../helpers/tiny.js";

const thing = { id: "a", kind: "small" };

async function messageOf(response: Response): Promise<string> {
  const body = (await response.json()) as { message: string };
  return `${response.status} ${body.message}`;
}

describe("a response", () => {
  it("that does not fit the specification is a 500 naming operation and pointer", async () => {
    const fetch = tinyFetch({ getThing: () => ({ ...thing, size: 0 }) });
    expect(await messageOf(await fetch("/things/a"))).toBe(
      "500 emulator: response of getThing does not fit the specification: 200 /size must be > 0",
    );
  });

  it("passes unchecked when strict is off", async () => {
    const fetch = tinyFetch({ getThing: () => ({ size: 0 }) }, false);
    expect(await (await fetch("/things/a")).json()).toEqual({ size: 0 });
  });

  it("may hold a value that an open enum does not list, and null where that is allowed", async () => {
    const fetch = tinyFetch({ getThing: () => ({ ...thing, kind: "huge", note: null }) });
    expect(await (await fetch("/things/a")).json()).toEqual({ ...thing, kind: "huge", note: null });
  });

  it("writes every digit of an int64", async () => {
    const fetch = tinyFetch({ getThing: () => ({ ...thing, mark: 422321321312321321n }) });
    expect(await (await fetch("/things/a")).text()).toContain('"mark":422321321312321321}');
  });

  it("with an int64 that has lost digits is a 500", async () => {
    const fetch = tinyFetch({ getThing: () => ({ ...thing, mark: 2 ** 60 }) });
    expect(await messageOf(await fetch("/things/a"))).toContain("/mark must be int64");
  });

  it("has the status that the specification declares for success", async () => {
    const response = await tinyFetch({ deleteThing: () => undefined })("/things/a", {
      method: "DELETE",
    });
    expect([response.status, await response.text()]).toEqual([204, ""]);
  });
});

describe("a request", () => {
  it("need not carry read-only fields, even required ones", async () => {
    const fetch = tinyFetch({ updateThing: ({ body }) => ({ ...thing, ...Object(body) }) });
    const response = await fetch("/things/a", {
      method: "PUT",
      body: '{"kind":"large"}',
      headers: { authorization: "me", "content-type": "application/json" },
    });
    expect(await response.json()).toEqual({ id: "a", kind: "large" });
  });

  it("may send only what an enum lists, even one that is open for responses", async () => {
    const fetch = tinyFetch({ updateThing: () => thing });
    const response = await fetch("/things/a", {
      method: "PUT",
      body: '{"kind":"huge"}',
      headers: { authorization: "me", "content-type": "application/json" },
    });
    expect(await messageOf(response)).toBe(
      '400 body/kind must be equal to one of the allowed values: "small", "large"',
    );
  });

  it("gets its parameters typed, split and defaulted as declared", async () => {
    const fetch = tinyFetch({ getOpenThing: ({ query }) => query });
    expect(await (await fetch("/things/open?tags=1,2&wide=")).json()).toEqual({
      tags: [1, 2],
      wide: true,
    });
    expect(await messageOf(await fetch("/things/open?tags=1,two"))).toBe(
      "400 query/tags/1 must be integer",
    );
  });

  it("to a written-out path does not end at a template beside it", async () => {
    const fetch = tinyFetch({ getOpenThing: () => ({}), getThing: () => thing });
    expect(await (await fetch("/things/open")).json()).toEqual({});
  });

  it("needs no credentials where the specification asks for none", async () => {
    const fetch = tinyFetch({ getOpenThing: () => ({}), getThing: () => thing });
    expect((await fetch("/things/open", { headers: {} })).status).toBe(200);
    expect((await fetch("/things/a", { headers: {} })).status).toBe(401);
  });

  it("with a path parameter that does not fit is refused", async () => {
    const fetch = tinyFetch({ getThing: () => thing });
    expect(await messageOf(await fetch("/things/much-too-long"))).toBe(
      "400 path/thing_id must NOT have more than 8 characters",
    );
  });
});
