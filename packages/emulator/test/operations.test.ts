import { describe, expect, it } from "vitest";
import { tinyFetch } from "./helpers/tiny.js";

describe("operations", () => {
  it("without a handler answer with their example", async () => {
    const response = await tinyFetch({})("/things/a");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: "thing-1", kind: "small", size: 3, note: "new" });
  });

  it("that a handler names but the bundle lacks stop the start", () => {
    expect(() => tinyFetch({ getThings: () => ({}) })).toThrow("getThings");
  });
});
