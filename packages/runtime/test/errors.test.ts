import { describe, expect, it, vi } from "vitest";
import * as runtime from "../src/kit.js";
import { type AnyCloudClientError, isApiError, isCloudClientError } from "../src/kit.js";

const samples: AnyCloudClientError[] = [
  new runtime.ApiError("m", { status: 418 }),
  new runtime.AuthenticationError("m", { status: 401 }),
  new runtime.PermissionError("m", { status: 403 }),
  new runtime.NotFoundError("m", { status: 404 }),
  new runtime.ConflictError("m", { status: 409 }),
  new runtime.RateLimitError("m", { status: 400 }),
  new runtime.ServerError("m", { status: 500 }),
  new runtime.NetworkError("m", { sent: true }),
  new runtime.TimeoutError("m", { source: "deadline" }),
  new runtime.AbortedError("m"),
  new runtime.RedirectError("m", { status: 302, target: "https://a.example" }),
  new runtime.ResponseParseError("m", { status: 200, sample: "<html>" }),
  new runtime.ResponseTooLargeError("m", { status: 200, maxBytes: 5 }),
  new runtime.UsageError("m"),
  new runtime.PaginationError("m", { page: 3 }),
  new runtime.ConcurrentWriteError("m", {
    base: [],
    desired: [],
    observed: [],
    missing: [],
    unexpected: [],
    fields: [],
  }),
  new runtime.FailedStateError("m", { state: "failed", resource: {} }),
  new runtime.LockLostError("m"),
  new runtime.WriteNotAppliedError("m", { desired: [], observed: [] }),
];

/** Does not compile when a kind, or a field of one, is missing. */
function mainFieldOf(error: unknown): unknown {
  if (!isCloudClientError(error)) return "none";
  switch (error.kind) {
    case "api":
      return error.status;
    case "network":
      return error.sent;
    case "timeout":
      return error.source;
    case "aborted":
    case "usage":
    case "lock-lost":
      return error.message;
    case "redirect":
      return error.target;
    case "response-parse":
      return error.sample;
    case "response-too-large":
      return error.maxBytes;
    case "pagination":
      return error.page;
    case "concurrent-write":
    case "write-not-applied":
      return error.observed;
    case "failed-state":
      return error.state;
    default:
      return error satisfies never;
  }
}

describe("an error", () => {
  for (const error of samples) {
    it(`${error.name} has its class as name, a kind and a stack that begins with both`, () => {
      expect(error.name).toBe(error.constructor.name);
      expect(mainFieldOf(error)).toBeDefined();
      expect(isCloudClientError(error)).toBe(true);
      expect(String(error)).toBe(`${error.name}: m`);
    });
  }

  it("is recognised by the guard of its kind only", () => {
    for (const error of samples) {
      const guards = Object.entries(runtime).filter(
        ([name, guard]) => /^is[A-Z]/.test(name) && (guard as (value: unknown) => boolean)(error),
      );
      const api = error instanceof runtime.ApiError ? ["isApiError"] : [];
      const expected = new Set([`is${error.name}`, "isCloudClientError", ...api]);
      expect(guards.map(([name]) => name).sort()).toEqual([...expected].sort());
    }
  });

  it("is recognised across two copies of the package", async () => {
    vi.resetModules();
    const other = await import("../src/kit.js");
    const error = new other.NotFoundError("m", { status: 404 });
    expect(error).not.toBeInstanceOf(runtime.ApiError);
    expect(isApiError(error)).toBe(true);
  });

  it("is not anything that only looks like one", () => {
    for (const value of [
      null,
      undefined,
      "api",
      { kind: "api" },
      new Error("x"),
      Object.assign(new Error("x"), { kind: "api" }),
    ]) {
      expect(isApiError(value)).toBe(false);
    }
  });
});
