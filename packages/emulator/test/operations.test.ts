import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { apiNames } from "../src/create-emulator.js";
import { createClock } from "../src/engine/clock.js";
import { createRandom } from "../src/engine/random.js";
import { readSpecificationFile } from "../src/engine/spec/specification.js";
import { StandIn } from "../src/engine/stand-in/stand-in.js";
import { createVpcepService } from "../src/huaweicloud-vpcep/service.js";
import { createPpioGpuService } from "../src/ppio-gpu/service.js";
import { tinyFetch } from "./helpers/tiny.js";

/** operationIds that have a handler, in the order of the document. */
function handled(api: (typeof apiNames)[number]): string[] {
  const file = fileURLToPath(new URL(`../openapi/${api}.yaml`, import.meta.url));
  const specification = readSpecificationFile(file);
  const standIn = new StandIn(specification, { seed: 1, items: 1 }).createState();
  const surroundings = { random: createRandom(1), clock: createClock(), standIn };
  const { handlers } =
    api === "ppio-gpu"
      ? createPpioGpuService({}, surroundings)
      : createVpcepService({}, surroundings);
  return specification.operations.map(({ id }) => id).filter((id) => Object.hasOwn(handlers, id));
}

describe("operations", () => {
  it("without a handler answer with their example", async () => {
    const response = await tinyFetch({})("/things/a");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: "thing-1", kind: "small", size: 3, note: "new" });
  });

  it("with a handler are those of handlers.json, which docs/coverage.md is written from", async () => {
    const table = Object.fromEntries(apiNames.map((api) => [api, handled(api)]));
    const text = `${JSON.stringify(table, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot("../handlers.json");
  });

  it("that a handler names but the bundle lacks stop the start", () => {
    expect(() => tinyFetch({ getThings: () => ({}) })).toThrow("getThings");
  });
});
