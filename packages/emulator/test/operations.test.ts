import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { apiNames, createEmulator, services, shippedBundle } from "../src/create-emulator.js";
import { createClock } from "../src/engine/clock.js";
import { createRandom } from "../src/engine/random.js";
import { StandIn } from "../src/engine/stand-in/stand-in.js";
import { tinyFetch } from "./helpers/tiny.js";

const rooms = Object.entries(services);

/** operationIds that a room has a handler for, in the order of the document. */
function handled([api, { room }]: (typeof rooms)[number]): string[] {
  const specification = shippedBundle(api);
  const standIn = new StandIn(specification, { seed: 1, items: 1 }).createState();
  const surroundings = { random: createRandom(1), clock: createClock(), standIn };
  const { handlers } = room.create({}, surroundings);
  return specification.operations.map(({ id }) => id).filter((id) => Object.hasOwn(handlers, id));
}

describe("operations", () => {
  it("without a handler respond with their example", async () => {
    const response = await tinyFetch({})("/things/a");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: "thing-1", kind: "small", size: 3, note: "new" });
  });

  it("with a handler are those of handlers.json, which docs/coverage.md is written from", async () => {
    const table = Object.fromEntries(rooms.map((room) => [room[0], handled(room)]));
    const text = `${JSON.stringify(table, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot("../handlers.json");
  });

  it("that a handler names but the bundle lacks stop the start", () => {
    expect(() => tinyFetch({ getThings: () => ({}) })).toThrow("getThings");
  });
});

describe("the APIs of specs/", () => {
  const specs = new URL("../../../specs/", import.meta.url);
  const described = readdirSync(specs)
    .filter((name) => existsSync(new URL(`${name}/openapi.yaml`, specs)))
    .sort();

  it("are all in services that have a room in src/", () => {
    const withRoom = described.filter((api) =>
      existsSync(new URL(`../src/${api}/`, import.meta.url)),
    );
    expect(withRoom).toEqual(Object.keys(services));
  });

  it("are all shipped, and each can be created by its name", () => {
    expect(apiNames()).toEqual(described);
    for (const api of apiNames()) expect(createEmulator(api).requests).toEqual([]);
  });
});
