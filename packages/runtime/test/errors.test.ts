import { describe, expect, it, vi } from "vitest";
import * as runtime from "../src/index.js";
import {
  type CloudClientError,
  type ErrorKind,
  isApiError,
  isCloudClientError,
} from "../src/index.js";

const samples: CloudClientError[] = [
  new runtime.ApiError("m", { status: 418 }),
  new runtime.NotFoundError("m", { status: 404 }),
  new runtime.NetworkError("m", { sent: true }),
  new runtime.TimeoutError("m", { source: "deadline" }),
  new runtime.AbortedError("m"),
  new runtime.RedirectError("m", { status: 302, target: "https://a.example" }),
  new runtime.ResponseParseError("m", { status: 200, sample: "<html>" }),
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
  new runtime.WriteNotAppliedError("m", { desired: [], observed: [] }),
];

/** Does not compile when a kind is missing. */
function exhaust(kind: ErrorKind): string {
  switch (kind) {
    case "api":
    case "network":
    case "timeout":
    case "aborted":
    case "redirect":
    case "response-parse":
    case "usage":
    case "pagination":
    case "concurrent-write":
    case "write-not-applied":
    case "failed-state":
      return kind;
  }
}

describe("an error", () => {
  for (const error of samples) {
    it(`${error.name} has its class as name, a kind and a stack that begins with both`, () => {
      expect(error.name).toBe(error.constructor.name);
      expect(exhaust(error.kind)).toBe(error.kind);
      expect(isCloudClientError(error)).toBe(true);
      expect(String(error)).toBe(`${error.name}: m`);
    });
  }

  it("is recognised by the guard of its kind only", () => {
    for (const error of samples) {
      const guards = Object.entries(runtime).filter(
        ([name, guard]) => /^is[A-Z]/.test(name) && (guard as (value: unknown) => boolean)(error),
      );
      const base = error instanceof runtime.ApiError ? "ApiError" : error.name;
      expect(guards.map(([name]) => name).sort()).toEqual(
        [`is${base}`, "isCloudClientError"].sort(),
      );
    }
  });

  it("is recognised across two copies of the package", async () => {
    vi.resetModules();
    const other = await import("../src/index.js");
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
