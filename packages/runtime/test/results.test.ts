import { describe, expect, it } from "vitest";
import { ApiError, ResponseParseError, unwrap } from "../src/kit.js";
import { json, responding, tinyClient } from "./tiny-api.js";

const no = { retry: false } as const;

describe("the result of a call", () => {
  it("holds data and the real response", async () => {
    const { fetch } = responding(json({ data: [1] }, { headers: { "x-request-id": "r1" } }));
    const { data, error, response } = await tinyClient({ fetch }).GET("/things");
    expect({ data, error }).toEqual({ data: { data: [1] }, error: undefined });
    expect(response).toBeInstanceOf(Response);
    expect(response.headers.get("x-request-id")).toBe("r1");
  });

  it.each([200, 400])("has read the body of that response, with status %i", async (status) => {
    const sent = json({ key: "tiny-secret-key" }, { status });
    const { response } = await tinyClient({ ...responding(sent), ...no }).GET("/things");
    expect(response).toBeInstanceOf(Response);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  for (const [name, response] of [
    ["an empty 500", new Response(null, { status: 500 })],
    [
      "an empty 500 with its length",
      new Response("", { status: 500, headers: { "content-length": "0" } }),
    ],
    ["a 404 in plain text", new Response("nope", { status: 404 })],
    ["a JSON 400", json({ message: "bad" }, { status: 400 })],
  ] as const) {
    it(`has an error for ${name}`, async () => {
      const { fetch } = responding(response);
      const { data, error } = await tinyClient({ fetch, ...no }).GET("/things");
      expect(data).toBeUndefined();
      expect(error).toBeTruthy();
    });
  }

  it("is undefined data for an empty 200 and for 204", async () => {
    for (const response of [new Response(null, { status: 204 }), new Response("")]) {
      const { data, error } = await tinyClient(responding(response)).GET("/things");
      expect({ data, error }).toEqual({ data: undefined, error: undefined });
    }
  });

  it("is a ResponseParseError with status and sample for HTML with 200", async () => {
    const page = `<html>${"x".repeat(500)}</html>`;
    const call = tinyClient(responding(new Response(page))).GET("/things");
    await expect(call).rejects.toThrow(ResponseParseError);
    await expect(call).rejects.toMatchObject({ status: 200, sample: page.slice(0, 200) });
  });

  it("keeps the digits of an int64 beyond 2^53", async () => {
    const body =
      '{"id":"x","big":422321321312321321,"note":"\\"big\\": 12","list":[{"big": -9007199254740993}]}';
    const { data } = await tinyClient(responding(new Response(body))).GET("/things/{id}", {
      params: { path: { id: "x" } },
    });
    expect(data).toEqual({
      id: "x",
      big: "422321321312321321",
      note: '"big": 12',
      list: [{ big: "-9007199254740993" }],
    });
  });

  it("can be a stream", async () => {
    const { fetch } = responding(json({ data: [] }));
    const { data } = await tinyClient({ fetch }).GET("/things", { parseAs: "stream" });
    expect(await new Response(data).json()).toEqual({ data: [] });
  });

  it("cannot be anything else", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    for (const parseAs of ["xml", "constructor", "clone"]) {
      const call = tinyClient({ fetch }).GET("/things", { parseAs: parseAs as "text" });
      await expect(call).rejects.toThrow(/^parseAs must be json, text, blob, arrayBuffer, stream/);
    }
    expect(asked).toEqual([]);
  });

  it("can be text", async () => {
    const { fetch } = responding(json({ data: [] }));
    const { data } = await tinyClient({ fetch }).GET("/things", { parseAs: "text" });
    expect(data).toBe('{"data":[]}');
  });
});

describe("unwrap", () => {
  it("gives the data", async () => {
    expect(await unwrap(tinyClient(responding(json({ data: [7] }))).GET("/things"))).toEqual({
      data: [7],
    });
  });

  for (const [body, code, message] of [
    [{ error: { code: "E.1", message: "nested" } }, "E.1", "nested"],
    [{ error_code: "E.2", error_msg: "flat" }, "E.2", "flat"],
    [{ code: 7, message: "plain" }, "7", "plain"],
    [{ error: "just text" }, undefined, "just text"],
    ["gateway down", undefined, "gateway down"],
  ] as const) {
    it(`reads ${JSON.stringify(body)}`, async () => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const response = new Response(text, { status: 400, headers: { "x-request-id": "req-9" } });
      const error = await unwrap(tinyClient(responding(response)).GET("/things")).catch(
        (e: unknown) => e,
      );
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({
        status: 400,
        code,
        requestId: "req-9",
        operation: "GET /things",
        attempts: 1,
      });
      expect((error as Error).message).toContain(message);
    });
  }

  it("says what happened in one line, nothing twice", async () => {
    const message = async (body: unknown): Promise<string> => {
      const headers = { "x-request-id": "req-9" };
      const response = new Response(JSON.stringify(body), { status: 404, headers });
      const call = unwrap(tinyClient(responding(response)).GET("/things"));
      return call.then(String, (error: Error) => error.message);
    };
    const said = { code: 404, message: "no thing has the id nope" };
    expect(await message(said)).toBe(
      "GET /things returned 404: no thing has the id nope (request id req-9)",
    );
    expect(await message({ error: { code: "Tiny.1", message: "gone" } })).toBe(
      "GET /things returned 404 Tiny.1: gone (request id req-9)",
    );
    expect(await message(null)).toBe(
      "GET /things returned 404: HTTP 404 without an error in its body (request id req-9)",
    );
  });

  for (const [status, name] of [
    [401, "AuthenticationError"],
    [403, "PermissionError"],
    [404, "NotFoundError"],
    [409, "ConflictError"],
    [412, "ConflictError"],
    [429, "RateLimitError"],
    [500, "ServerError"],
    [418, "ApiError"],
  ] as const) {
    it(`throws ${name} for ${status}`, async () => {
      const call = unwrap(
        tinyClient({ ...responding(new Response("", { status })), ...no }).GET("/things"),
      );
      await expect(call).rejects.toMatchObject({ name, kind: "api", status });
    });
  }

  it("throws RateLimitError for a body code that means the same", async () => {
    const response = json({ error_code: "Tiny.0022" }, { status: 400 });
    const call = unwrap(tinyClient({ ...responding(response), ...no }).GET("/things"));
    await expect(call).rejects.toMatchObject({ name: "RateLimitError", status: 400 });
  });
});
