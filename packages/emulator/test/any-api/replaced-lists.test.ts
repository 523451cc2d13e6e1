import { getAt } from "@cloud-clients/openapi-model";
import { beforeEach, describe, expect, it } from "vitest";
import { type AnyApi, standIn } from "../helpers/any-api.js";

let api: AnyApi;

beforeEach(() => {
  api = standIn("shop");
});

async function firewall(id = "fw-1"): Promise<Record<string, unknown>> {
  const { status, body } = await api.send("GET", `/firewalls/${id}`);
  expect(status).toBe(200);
  return getAt(body, ["firewall"]) as Record<string, unknown>;
}

async function put(body: object, id = "fw-1"): ReturnType<AnyApi["send"]> {
  return api.send("PUT", `/firewalls/${id}/rules`, { body });
}

describe("a resource whose lists a PUT replaces", () => {
  it("is there under any id, and the same until it is written", async () => {
    const one = await firewall();
    expect(one.id).toBe("fw-1");
    expect(await firewall()).toEqual(one);
    expect((await firewall("fw-2")).id).toBe("fw-2");
    const labels = (getAt(one, ["rules", "inbound"]) as unknown[]).map((rule) =>
      getAt(rule, ["id"]),
    );
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("keeps what was written, each list at its place, with defaults filled in", async () => {
    const { revision } = await firewall();
    const inbound = [{ port: 22, label: "ssh", sources: ["10.0.0.0/8"] }, { port: 80 }];
    const response = await put({ revision, inbound, outbound: [{ target: { port: 53 } }] });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      request_id: "rq-1",
      revision: Number(revision) + 1,
      inbound,
    });
    const { rules } = await firewall();
    expect(rules).toEqual({
      inbound: [
        {
          port: 22,
          label: "ssh",
          sources: ["10.0.0.0/8"],
          protocol: "tcp",
          id: expect.any(String),
        },
        { port: 80, protocol: "tcp", id: expect.any(String) },
      ],
      outbound: [{ target: { port: 53 } }],
    });
    expect((await firewall("fw-2")).rules).not.toEqual(rules);
  });

  it("leaves a list alone that a write leaves out, and keeps what the service knows of an entry", async () => {
    const { revision, rules } = await firewall();
    await put({ revision, inbound: [{ port: 22, label: "ssh" }] });
    const first = await firewall();
    expect(getAt(first.rules, ["outbound"])).toEqual(getAt(rules, ["outbound"]));
    const id = getAt(first.rules, ["inbound", 0, "id"]);
    await put({
      revision: first.revision,
      inbound: [{ port: 1 }, { port: 23, label: "ssh", id: "mine" }],
    });
    const inbound = getAt((await firewall()).rules, ["inbound"]);
    expect(inbound).toMatchObject([{ port: 1 }, { port: 23, label: "ssh", id }]);
    expect(getAt(inbound, [0, "id"])).not.toBe(id);
  });

  it("gives a field its default that a write leaves out, or its value where none is declared", async () => {
    const { revision, logging } = await firewall();
    await put({ revision, name: "mine" });
    const named = await firewall();
    expect(named).toMatchObject({ name: "mine", logging });
    await put({ revision: named.revision, logging: !logging });
    expect(await firewall()).toMatchObject({ name: "unnamed", logging: !logging });
  });

  it.each([
    [409, "is not the latest", { revision: 1, inbound: [] }],
    [
      400,
      "inbound holds label a twice",
      {
        revision: 3,
        inbound: [
          { port: 1, label: "a" },
          { port: 2, label: "a" },
        ],
      },
    ],
    [
      400,
      'inbound holds {"port":1,"protocol":"tcp"} twice',
      { revision: 3, inbound: [{ port: 1 }, { protocol: "tcp", port: 1 }] },
    ],
    [
      400,
      "outbound holds target/port 5 twice",
      { revision: 3, outbound: [{ target: { port: 5 } }, { target: { port: 5 } }] },
    ],
    [
      400,
      "inbound and outbound may have at most 4 entries together",
      {
        revision: 3,
        inbound: [1, 2, 3].map((port) => ({ port })),
        outbound: [1, 2].map((port) => ({ target: { port } })),
      },
    ],
    [400, "body/inbound/0/port must be >= 1", { revision: 3, inbound: [{ port: 0 }] }],
    [400, "body must have required property 'revision'", { inbound: [] }],
  ])("refuses with %i: %s", async (status, message, body) => {
    const base = await firewall();
    const response = await put(body);
    expect(response.status).toBe(status);
    expect(JSON.stringify(response.body)).toContain(JSON.stringify(message).slice(1, -1));
    expect(await firewall()).toEqual(base);
  });

  it("has an ETag where one is declared, and refuses a write for another", async () => {
    api = standIn("lab");
    const { headers } = await api.send("GET", "/racks/r1");
    const etag = headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]+"$/);
    const body = { title: "x", tubes: [{ content: "c" }, { content: null }] };
    const written = await api.send("PUT", "/racks/r1", { body, headers: { "if-match": etag } });
    expect([written.status, written.body]).toEqual([204, undefined]);
    expect(written.headers.get("etag")).not.toBe(etag);
    const stale = await api.send("PUT", "/racks/r1", { body, headers: { "if-match": etag } });
    expect(stale.status).toBe(412);
    expect(getAt(stale.body, ["detail"])).toContain("is not the latest");
    const read = await api.send("GET", "/racks/r1");
    expect(read.body).toEqual(body);
    expect(read.headers.get("etag")).toBe(written.headers.get("etag"));
    const twice = await api.send("PUT", "/racks/r1", {
      body: { title: "x", tubes: [{ content: "c" }, { content: "c" }] },
    });
    expect(twice.status).toBe(400);
  });

  it("meets the same faults as every other", async () => {
    const { emulator } = api;
    const { revision } = await firewall();
    const match = { method: "PUT" };
    const write = (ports: readonly number[]): ReturnType<AnyApi["send"]> =>
      put({ revision, inbound: ports.map((port) => ({ port })) });

    const ports = async (): Promise<unknown[]> =>
      (getAt((await firewall()).rules, ["inbound"]) as unknown[]).map((rule) =>
        getAt(rule, ["port"]),
      );
    const before = await ports();
    emulator.faults.add({ match, fault: { kind: "ignoreWrite" } });
    expect((await write([1])).status).toBe(200);
    expect(await ports()).toEqual(before);

    emulator.faults.add({ match, fault: { kind: "staleReads", reads: 1 } });
    emulator.faults.add({ match, fault: { kind: "storePartly", entries: 2 } });
    await write([1, 2, 3]);
    expect(await ports()).toEqual(before);
    expect(await ports()).toEqual([1, 2]);

    emulator.faults.add({
      match,
      fault: {
        kind: "secondWriter",
        when: "after",
        write: (state) => {
          const { firewall: stored } = state.resource("getFirewall", { firewall_id: "fw-1" });
          Object(stored).rules.inbound = [];
        },
      },
    });
    await put({ revision: Number(revision) + 1, inbound: [{ port: 9 }] });
    expect(await ports()).toEqual([]);
    expect(() => emulator.state.resource("listOrders", {})).toThrow(
      "no x-write-semantics reads by listOrders",
    );
  });
});
