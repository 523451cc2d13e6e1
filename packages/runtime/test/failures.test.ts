import { describe, expect, it } from "vitest";
import { nobodyListens } from "./socket-server.js";
import { connectionError, responding, tinyClient } from "./tiny-api.js";

/** The error of a call whose `fetch` throws. */
async function failureOf(thrown: Error): Promise<{ message: string; sent: boolean }> {
  const client = tinyClient({ fetch: responding(thrown).fetch, retry: false });
  return client.GET("/things").then(
    () => ({ message: "", sent: true }),
    (error) => error,
  );
}

const aggregate = (...codes: string[]): Error =>
  new TypeError("fetch failed", {
    cause: Object.assign(
      new AggregateError(codes.map((code) => Object.assign(new Error(code), { code }))),
      { code: codes[0] },
    ),
  });

describe("a connection that never came about was not sent", () => {
  const failures: [string, Error, string][] = [
    ["Node", connectionError("ECONNREFUSED"), "the connection was refused (ECONNREFUSED)"],
    ["Node, both addresses", aggregate("ECONNREFUSED", "ENETUNREACH"), "was refused"],
    [
      "Node, too slow",
      connectionError("UND_ERR_CONNECT_TIMEOUT"),
      "could not be established in time",
    ],
    ["Node, certificate", connectionError("CERT_HAS_EXPIRED"), "CERT_HAS_EXPIRED"],
    [
      "Bun",
      Object.assign(new Error("Unable to connect. Is the computer able to access the url?"), {
        code: "ConnectionRefused",
      }),
      "was refused (ConnectionRefused)",
    ],
    [
      "Bun from 1.4 on",
      Object.assign(
        new TypeError("ECONNREFUSED: Unable to connect. Is the computer able to access the url?"),
        { code: "ECONNREFUSED" },
      ),
      "was refused (ECONNREFUSED)",
    ],
    [
      "Deno",
      new TypeError(
        "error sending request for url (http://127.0.0.1:1/): client error (Connect): tcp connect error: Connection refused (os error 111)",
      ),
      "Connection refused (os error 111)",
    ],
    [
      "Deno from 2.9 on",
      new TypeError("fetch failed", {
        cause: new Error(
          "error sending request for url (http://127.0.0.1:1/): client error (Connect): tcp connect error: Connection refused (os error 111)",
        ),
      }),
      "Connection refused (os error 111)",
    ],
  ];
  for (const [runtime, thrown, said] of failures) {
    it(`in ${runtime}`, async () => {
      const { message, sent } = await failureOf(thrown);
      expect(sent).toBe(false);
      expect(message).toContain("GET /things got no response from api.example.org: ");
      expect(message).toContain(said);
    });
  }

  it("on this machine, where nobody listens", async () => {
    const client = tinyClient({ baseUrl: await nobodyListens(), retry: false });
    await expect(client.GET("/things")).rejects.toMatchObject({ kind: "network", sent: false });
  });
});

describe("a connection that broke may have been sent", () => {
  const failures: [string, Error, string][] = [
    ["Node", connectionError("ECONNRESET"), "the connection was reset (ECONNRESET)"],
    ["Node, one of two addresses", aggregate("ECONNREFUSED", "ECONNRESET"), "refused"],
    ["Chromium", new TypeError("Failed to fetch"), "Failed to fetch"],
    ["workerd", new Error("Network connection lost."), "Network connection lost."],
    ["anything with a number as code", new DOMException("odd", "NetworkError"), "odd"],
  ];
  for (const [runtime, thrown, said] of failures) {
    it(`in ${runtime}`, async () => {
      const { message, sent } = await failureOf(thrown);
      expect(sent).toBe(true);
      expect(message).toBe(message.replace(/: 0$/, ""));
      expect(message).toContain(said);
    });
  }
});

it("a host that nobody knows is named, with what to check", async () => {
  const { message } = await failureOf(connectionError("ENOTFOUND"));
  expect(message).toBe(
    "GET /things got no response from api.example.org: the host cannot be found (ENOTFOUND); check the region or the baseUrl",
  );
});

describe("a message is one line, whatever the service says", () => {
  const nasty = `first\nsecond\r\u001b[2J\u2028\u202e${"x".repeat(500)}`;

  it("of an error body; the whole stays in body", async () => {
    const body = { error: { code: `E\n1`, message: nasty } };
    const { fetch } = responding(new Response(JSON.stringify(body), { status: 400 }));
    const { unwrap } = await import("../src/kit.js");
    const error = await unwrap(tinyClient({ fetch }).GET("/things")).catch((thrown) => thrown);
    expect(error.message).toMatch(
      /^GET \/things returned 400 E\\n1: first\\nsecond\\u000d\\u001b\[2J/,
    );
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
    expect(error.message.length).toBeLessThan(300);
    expect(error.body).toEqual(body);
  });

  it("of a failure", async () => {
    const { message } = await failureOf(new Error(nasty));
    expect(message).toMatch(/first\\nsecond/);
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
  });
});
