import { beforeEach, describe, expect, it } from "vitest";
import type { StoredTemplate } from "../../src/index.js";
import { openAccount, type PpioAccount, refusal } from "../helpers/ppio-account.js";

let account: PpioAccount;
const body = { name: "mine", type: "instance", image: "registry.example.com/team/mine:1.0" };

beforeEach(() => {
  account = openAccount(0);
});

async function create(change: object = {}): Promise<string> {
  const [, { template_id }] = await account.send("POST", "/templates", { ...body, ...change });
  return String(template_id);
}

function foreign(): StoredTemplate {
  const all = [...account.emulator.state.templates.values()];
  const found = all.find(({ owner_id: owner }) => owner.startsWith("owner-of-another"));
  if (found === undefined) throw new Error("all templates are own");
  return found;
}

describe("a template", () => {
  it("is what the request says, and the account's own", async () => {
    const id = await create({
      ports: [{ port: 8888, protocol: "http" }],
      envs: [{ key: "A", value: "b" }],
      metadata: { readme: "read me", tags: ["x"], colour: "red" },
      visibility: "community",
    });
    const template = await account.get(`/templates/${id}`);
    expect(template).toMatchObject({
      ...body,
      id,
      ports: [{ port: 8888, protocol: "http" }],
      envs: [{ key: "A", value: "b" }],
      metadata: { readme: "read me", tags: ["x"] },
      visibility: "private",
    });
    expect(JSON.stringify(template)).not.toContain("red");
  });

  it("keeps what a change leaves out, and remembers when it was", async () => {
    const id = await create({ command: "run" });
    const before = await account.get(`/templates/${id}`);
    account.emulator.clock.advance(5_000);
    const change = { name: "new", metadata: { description: "short" }, envs: [] };
    expect(await account.send("PUT", `/templates/${id}`, change)).toEqual([200, {}]);
    expect(await account.get(`/templates/${id}`)).toEqual({
      ...before,
      name: "new",
      metadata: { ...Object(before.metadata), description: "short" },
      updated_at: Number(before.created_at) + 5,
    });
  });

  it("has an author from its creation, whom no change replaces", async () => {
    const id = await create({ metadata: { author: "me" } });
    await account.send("PUT", `/templates/${id}`, { metadata: { author: "you", logo: "x" } });
    expect(await account.get(`/templates/${id}`)).toMatchObject({
      metadata: { author: "me", logo: "x" },
    });
  });

  it("of the community is read by saying so, and changed by nobody else", async () => {
    const { id } = foreign();
    expect(await account.send("GET", `/templates/${id}`)).toEqual(refusal(404, "no own template"));
    expect(await account.get(`/templates/${id}?is_community=true`)).toMatchObject({ id });
    const own = await create();
    expect(await account.send("GET", `/templates/${own}?is_community=true`)).toEqual(
      refusal(404, "no community template"),
    );
    for (const method of ["PUT", "DELETE"]) {
      expect(await account.send(method, `/templates/${id}`, {})).toEqual(
        refusal(403, "belongs to somebody else"),
      );
    }
  });

  it("is gone when it is deleted", async () => {
    const id = await create();
    expect(await account.send("DELETE", `/templates/${id}`)).toEqual([200, {}]);
    for (const method of ["GET", "PUT", "DELETE"]) {
      const response = account.send(method, `/templates/${id}`, method === "PUT" ? {} : undefined);
      expect(await response).toEqual(refusal(404, "no template has the id"));
    }
  });

  it("is found by name, type, visibility, creator, and being given to the community", async () => {
    const id = await create({ name: "Very Special" });
    const { data: named = [] } = await account.get("/templates?name=special&type=instance");
    expect(named.map((each) => each.id)).toEqual([id]);
    expect((await account.get("/templates?type=endpoint")).data).toEqual([]);
    const { data: both = [] } = await account.get("/templates?visibilities=private,community");
    expect(both).toHaveLength(20);
    const { data: community = [] } = await account.get("/templates?visibilities=community");
    expect(new Set(community.map((each) => each.visibility))).toEqual(new Set(["community"]));
    const { data: mine = [] } = await account.get("/templates?is_my_community=true");
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.length).toBeLessThan(community.length);
    const { data: theirs = [] } = await account.get("/templates?member_ids=member-3&limit=100");
    expect(new Set(theirs.map((each) => each.member_id))).toEqual(new Set(["member-3"]));
  });

  it.each([
    ["no image", { image: undefined }, "'image'"],
    ["a port out of range", { ports: [{ port: 0, protocol: "tcp" }] }, "from 1 to 65535"],
    ["a port as text", { ports: [{ port: "80", protocol: "tcp" }] }, "must be integer"],
  ])("cannot have %s", async (_what, change, message) => {
    expect(await account.send("POST", "/templates", { ...body, ...change })).toEqual(
      refusal(400, message),
    );
  });
});

describe("a write that is ignored or slow to show", () => {
  it("leaves every kind of thing as it was", async () => {
    const { faults, clock } = account.emulator;
    const writes: [string, string, object][] = [
      ["createTemplate", "/templates", body],
      ["createNetwork", "/networks", { region_id: "region-a", name: "x" }],
      ["createImagePrewarmTask", "/prewarm-tasks", { image: "x", region_id: "region-a" }],
    ];
    for (const [operation, path, body] of writes) {
      const before = await account.get(`${path}?limit=100`);
      faults.add({ match: { operation }, fault: { kind: "ignoreWrite" } });
      expect((await account.send("POST", path, body))[0]).toBe(200);
      faults.add({ match: { operation }, fault: { kind: "staleReads", reads: 1 } });
      expect((await account.send("POST", path, body))[0]).toBe(200);
      expect(await account.get(`${path}?limit=100`)).toEqual(before);
      const { data = [] } = await account.get(`${path}?limit=100`);
      expect(data).toHaveLength((before.data?.length ?? 0) + 1);
    }
    clock.advance(100_000);
    expect(account.emulator.state.pending).toEqual([]);
  });
});
