import { describe, expect, it } from "vitest";
import { createEmulator, type PpioGpuOptions } from "../../src/index.js";

const url = "https://api.ppio.com/gpus/v2/instances?limit=1";

function preflight(options: PpioGpuOptions, origin: string): Promise<Response> {
  const { fetch } = createEmulator("ppio-gpu", { instances: 1, ...options });
  const headers = {
    origin,
    "access-control-request-method": "GET",
    "access-control-request-headers": "authorization,content-type",
  };
  return fetch(url, { method: "OPTIONS", headers });
}

function allowed(response: Response): string | null {
  return response.headers.get("access-control-allow-origin");
}

describe("cors", () => {
  it("is off unless asked for", async () => {
    const response = await preflight({}, "http://localhost:5173");
    expect([response.status, allowed(response)]).toEqual([405, null]);
  });

  it.each(["http://localhost:5173", "https://127.0.0.1", "http://[::1]:3000"])(
    "lets pages of this computer in: %s",
    async (origin) => {
      const response = await preflight({ cors: true }, origin);
      expect([response.status, allowed(response)]).toEqual([204, origin]);
      expect(response.headers.get("access-control-allow-headers")).toBe(
        "authorization,content-type",
      );
      expect(response.headers.get("access-control-allow-methods")).toContain("PUT");
      expect(response.headers.get("vary")).toContain("Origin");
    },
  );

  it.each([
    "https://evil.example",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "null",
    "",
  ])("lets no other page in: %j", async (origin) => {
    expect(allowed(await preflight({ cors: true }, origin))).toBe(null);
  });

  it("lets the named origins in, and then no others", async () => {
    const cors = ["https://app.example"];
    expect(allowed(await preflight({ cors }, "https://app.example"))).toBe("https://app.example");
    expect(allowed(await preflight({ cors }, "http://localhost:5173"))).toBe(null);
  });

  it("lets the page read responses and refusals, their request ids included, without cookies", async () => {
    const { fetch } = createEmulator("ppio-gpu", { cors: true });
    const origin = "http://localhost:5173";
    for (const authorization of ["Bearer key", ""]) {
      const { headers } = await fetch(url, { headers: { origin, authorization } });
      expect(headers.get("access-control-allow-origin")).toBe(origin);
      expect(headers.get("access-control-expose-headers")).toContain("X-Request-Id");
      expect(headers.get("access-control-allow-credentials")).toBe(null);
      expect(headers.get("vary")).toContain("Origin");
    }
  });
});
