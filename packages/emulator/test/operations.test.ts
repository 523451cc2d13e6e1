import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { apiNames } from "../src/create-emulator.js";
import { createClock } from "../src/engine/clock.js";
import { createRandom } from "../src/engine/random.js";
import { readSpecification } from "../src/engine/spec/specification.js";
import { createVpcepService } from "../src/huaweicloud-vpcep/service.js";
import { createPpioGpuService } from "../src/ppio-gpu/service.js";
import { tinyFetch } from "./helpers/tiny.js";

const handlers = {
  "ppio-gpu": createPpioGpuService({}, createRandom(1), createClock()).handlers,
  "huaweicloud-vpcep": createVpcepService({}, createRandom(1), createClock()).handlers,
};

describe("operations", () => {
  it.each(apiNames)("of %s all have a handler", (api) => {
    const text = readFileSync(new URL(`../openapi/${api}.yaml`, import.meta.url), "utf8");
    const { operations } = readSpecification(parse(text));
    const missing = operations
      .map(({ id }) => id)
      .filter((id) => !Object.hasOwn(handlers[api], id));
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
