import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { apiNames } from "../src/api-name.js";
import { handlers as vpcepHandlers } from "../src/huaweicloud-vpcep/handlers/index.js";
import { handlers as ppioHandlers } from "../src/ppio-gpu/handlers/index.js";
import type { OpenApiDocument } from "../src/spec/openapi-types.js";
import { readOperations } from "../src/spec/read-operations.js";
import { tinyFetch } from "./helpers/tiny.js";

const handled = {
  "ppio-gpu": ppioHandlers.map(({ operationId }) => operationId),
  "huaweicloud-vpcep": vpcepHandlers.map(({ operationId }) => operationId),
};

describe("operations", () => {
  it.each(apiNames)("of %s all have a handler", (api) => {
    const text = readFileSync(new URL(`../openapi/${api}.yaml`, import.meta.url), "utf8");
    const operations = readOperations(parse(text) as OpenApiDocument);
    const missing = operations.map(({ id }) => id).filter((id) => !handled[api].includes(id));
    expect(missing).toEqual([]);
  });

  it("without a handler answer 501 and say which it is", async () => {
    const response = await tinyFetch({})("/things/a");
    expect(response.status).toBe(501);
    expect(await response.json()).toEqual({
      message: "emulator: getThing is not implemented yet",
    });
  });

  it("that a handler names but the bundle lacks stop the start", () => {
    expect(() => tinyFetch({ getThings: () => ({}) })).toThrow("getThings");
  });
});
