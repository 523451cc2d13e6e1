import { beforeEach, describe, expect, it } from "vitest";
import { createWorld, type World } from "./helpers/vpcep-world.js";

interface Found {
  readonly resources?: readonly { readonly resource_id: string }[];
  readonly total_count: number;
}

const instances = "/endpoint/resource_instances/action";

let world: World;
let ids: { red: string; blue: string; bare: string };

beforeEach(async () => {
  world = createWorld();
  const tagged = (...tags: [string, string][]) =>
    world.addEndpoint({ tags: tags.map(([key, value]) => ({ key, value })) });
  ids = {
    red: await tagged(["colour", "red"], ["team", "a"]),
    blue: await tagged(["colour", "blue"]),
    bare: await tagged(),
  };
});

async function find(filters: object): Promise<string[]> {
  const body = { action: "filter", ...filters };
  const { resources = [] } = await world.ok<Found>("POST", instances, body);
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return resources.map(({ resource_id: id }) => names.get(id) ?? id);
}

const tag = (key: string, ...values: string[]) => ({ key, values });

describe("listResourceInstances", () => {
  it.each([
    ["nothing asked", {}, ["bare", "blue", "red"]],
    ["a key", { tags: [tag("colour")] }, ["blue", "red"]],
    ["a value", { tags: [tag("colour", "red")] }, ["red"]],
    ["one of two values", { tags: [tag("colour", "red", "blue")] }, ["blue", "red"]],
    ["all of two keys", { tags: [tag("colour"), tag("team")] }, ["red"]],
    ["any of two keys", { tags_any: [tag("colour", "blue"), tag("team")] }, ["blue", "red"]],
    ["none of two keys", { not_tags: [tag("colour", "blue"), tag("team")] }, ["bare"]],
    ["not both of two keys", { not_tags_any: [tag("colour"), tag("team")] }, ["bare", "blue"]],
    ["a tag of the system", { sys_tags: [tag("_sys_x")] }, []],
    ["no tag", { without_any_tag: true, tags: [tag("colour")] }, ["bare"]],
    ["an empty name", { matches: [{ key: "resource_name", value: "" }] }, ["bare", "blue", "red"]],
  ])("finds those with %s", async (_what, filters, expected) => {
    expect((await find(filters)).sort()).toEqual(expected);
  });

  it("pages by strings of digits in the body, newest first", async () => {
    expect(await find({ limit: "2" })).toEqual(["bare", "blue"]);
    expect(await find({ limit: "2", offset: "2" })).toEqual(["red"]);
  });

  it("counts without showing", async () => {
    const body = { action: "count", tags: [tag("colour")] };
    expect(await world.ok("POST", instances, body)).toEqual({ total_count: 2 });
  });

  it("names services by their name, in any case, and endpoints by their id", async () => {
    const body = { action: "filter", matches: [{ key: "resource_name", value: "BILLING" }] };
    const path = "/endpoint_service/resource_instances/action";
    const { total_count: count } = await world.ok<Found>("POST", path, body);
    const billing = [...world.emulator.state.services.values()].filter(({ service_name: name }) =>
      name.includes("billing"),
    );
    expect(count).toBe(billing.length);
    expect(await world.ok("POST", instances, { action: "filter", limit: "1" })).toMatchObject({
      resources: [{ resource_id: ids.bare, resource_name: ids.bare, resource_detail: null }],
    });
  });

  it.each([
    [{ action: "count", limit: "1" }, "EndPoint.0006"],
    [{ action: "count", offset: "0" }, "EndPoint.0010"],
    [{ action: "filter", limit: 1 }, "EndPoint.0006"],
    [{ action: "filter", limit: "1001" }, "EndPoint.0006"],
    [{ action: "filter", limit: "0" }, "EndPoint.0006"],
    [{ action: "filter", offset: "-1" }, "EndPoint.0010"],
    [{ action: "find" }, "EndPoint.0007"],
    [{ action: "filter", tags: [tag("a"), tag("a")] }, "EndPoint.3067"],
    [{ action: "filter", tags: [tag("a", "b", "b")] }, "EndPoint.3071"],
    [{ action: "filter", tags: [{ key: "", values: [] }] }, "EndPoint.3072"],
    [{ action: "filter", matches: [{ key: "resource_id", value: "" }] }, "EndPoint.0002"],
  ])("refuses %j", async (body, code) => {
    expect(await world.refused("POST", instances, body)).toEqual([400, code]);
  });

  it("refuses another kind of resource", async () => {
    const path = "/vm/resource_instances/action";
    const body = { action: "filter" };
    expect(await world.refused("POST", path, body)).toEqual([400, "EndPoint.3070"]);
  });
});

describe("batchUpdateResourceTags", () => {
  const change = (action: string, ...tags: object[]) => ({ action, tags });
  const tagsOf = async (id: string) =>
    (await world.ok<{ tags: object[] }>("GET", `/vpc-endpoints/${id}`)).tags;

  it("adds tags, gives a known key its new value, and deletes by key or by both", async () => {
    const path = `/endpoint/${ids.red}/tags/action`;
    const create = change("create", { key: "colour", value: "pink" }, { key: "new", value: "" });
    expect(await world.ok("POST", path, create)).toBeUndefined();
    expect(await tagsOf(ids.red)).toEqual([
      { key: "team", value: "a" },
      { key: "colour", value: "pink" },
      { key: "new", value: "" },
    ]);
    const gone = change("delete", { key: "team", value: "b" }, { key: "colour" }, { key: "new" });
    await world.ok("POST", path, gone);
    expect(await tagsOf(ids.red)).toEqual([{ key: "team", value: "a" }]);
  });

  it("refuses characters and prefixes that no tag may have, but deletes any", async () => {
    const path = `/endpoint/${ids.red}/tags/action`;
    for (const key of ["a<b", "_sys_x"]) {
      const refused = await world.refused("POST", path, change("create", { key, value: "" }));
      expect(refused).toEqual([400, "EndPoint.3068"]);
      expect(await world.ok("POST", path, change("delete", { key }))).toBeUndefined();
    }
  });

  it("tags services too", async () => {
    const tags = [{ key: "team", value: "z" }];
    const path = `/endpoint_service/${world.serviceId}/tags/action`;
    await world.ok("POST", path, change("create", ...tags));
    const service = await world.ok("GET", `/vpc-endpoint-services/${world.serviceId}`);
    expect(service).toMatchObject({ tags });
  });

  it("refuses what has no key or value, stands twice, or is too much", async () => {
    const refused = (body: object, id = ids.red) =>
      world.refused("POST", `/endpoint/${id}/tags/action`, body);
    expect(await refused(change("create"))).toEqual([400, "EndPoint.3066"]);
    expect(await refused({ action: "delete" })).toEqual([400, "EndPoint.3066"]);
    expect(await refused(change("create", { key: "a" }))).toEqual([400, "EndPoint.3068"]);
    const twice = { key: "a", value: "b" };
    expect(await refused(change("create", twice, twice))).toEqual([400, "EndPoint.3067"]);
    const many = Array.from({ length: 19 }, (_, n) => ({ key: `k${n}`, value: "" }));
    expect(await refused(change("create", ...many))).toEqual([400, "EndPoint.3069"]);
    expect(await tagsOf(ids.red)).toHaveLength(2);
    expect(await refused(change("create", twice), "nope")).toEqual([404, "EndPoint.2006"]);
    expect(await refused(change("add", twice))).toEqual([400, "EndPoint.0007"]);
    const path = "/endpoint_service/nope/tags/action";
    const unknown = await world.refused("POST", path, change("create", twice));
    expect(unknown).toEqual([400, "EndPoint.2003"]);
  });
});

describe("listProjectResourceTags", () => {
  it("has every key of its kind of resource once, with all values", async () => {
    expect(await world.ok("GET", "/endpoint/tags")).toEqual({
      tags: [tag("colour", "blue", "red"), tag("team", "a")],
    });
    expect(await world.ok("GET", "/endpoint_service/tags")).toEqual({
      tags: [tag("team", "payments", "platform")],
    });
  });

  it("is not taken for an endpoint, although its path looks like one's", async () => {
    expect(await world.refused("GET", "/vpc-endpoints/tags")).toEqual([404, "EndPoint.2006"]);
  });
});
