import { createEmulator } from "@cloud-clients/emulator";
import * as vpcep from "@cloud-clients/huaweicloud-vpcep";
import * as ppio from "@cloud-clients/ppio-gpu";
import { beforeEach, describe, expect, it } from "vitest";

function startPpio() {
  const emulator = createEmulator("ppio-gpu", { instances: 3 });
  const client = ppio.createPpioGpuClient({ apiKey: "any", fetch: emulator.fetch });
  const [id = "", other = ""] = emulator.state.instances.keys();
  return { emulator, client, id, other };
}

function startVpcep() {
  const emulator = createEmulator("huaweicloud-vpcep", { services: 2 });
  const where = { region: "cn-north-4", projectId: "0123456789abcdef0123456789abcdef" };
  const client = vpcep.createVpcepClient({ ...where, token: "any", fetch: emulator.fetch });
  const [id = ""] = emulator.state.services.keys();
  return { emulator, client, id };
}

let onPpio: ReturnType<typeof startPpio>;
let onVpcep: ReturnType<typeof startVpcep>;
beforeEach(() => {
  onPpio = startPpio();
  onVpcep = startVpcep();
});

const writes = ({ emulator }: { emulator: { requests: readonly { method: string }[] } }) =>
  emulator.requests.filter(({ method }) => method === "PUT");

describe("what PPIO's port functions refuse", () => {
  const bad: [name: string, ports: unknown, message: RegExp][] = [
    [
      "port 0",
      [{ port: 0, protocol: "tcp" }],
      /ports\[0\]\.port must be a whole number, 1 to 65535, not 0/,
    ],
    ["port 65536", [{ port: 65536, protocol: "tcp" }], /not 65536/],
    ["port 1.5", [{ port: 1.5, protocol: "tcp" }], /not 1\.5/],
    ['port "80"', [{ port: "80", protocol: "tcp" }], /not "80"/],
    ["port NaN", [{ port: Number.NaN, protocol: "tcp" }], /not NaN/],
    ["no protocol", [{ port: 80 }], /protocol must be tcp or http, not missing/],
    ["an unknown protocol", [{ port: 80, protocol: "udp" }], /tcp or http, not "udp"/],
    [
      "a repeat",
      [
        { port: 80, protocol: "tcp" },
        { port: 80, protocol: "tcp" },
      ],
      /80\/tcp twice/,
    ],
  ];
  for (const [name, ports, message] of bad) {
    it(`${name}, before any request`, async () => {
      const given = ports as ppio.PortInput[];
      for (const edit of [ppio.addPorts, ppio.replacePorts]) {
        const refused = expect(edit(onPpio.client, onPpio.id, given)).rejects;
        await refused.toMatchObject({
          name: "UsageError",
          message: expect.stringMatching(message),
        });
      }
      expect(onPpio.emulator.requests).toEqual([]);
    });
  }

  it("an empty list without allowEmpty, before the write", async () => {
    await ppio.addPorts(onPpio.client, onPpio.id, [{ port: 7001, protocol: "tcp" }]);
    const before = writes(onPpio).length;
    await expect(ppio.replacePorts(onPpio.client, onPpio.id, [])).rejects.toThrow(/allowEmpty/);
    expect(writes(onPpio)).toHaveLength(before);
  });

  for (const ports of [null, "8080", undefined]) {
    it(`a read that returns ports as ${JSON.stringify(ports)}, before the write`, async () => {
      onPpio.emulator.faults.add({
        match: { method: "GET" },
        fault: { kind: "body", text: JSON.stringify({ id: onPpio.id, ports }) },
      });
      await expect(
        ppio.addPorts(onPpio.client, onPpio.id, [{ port: 7001, protocol: "tcp" }]),
      ).rejects.toMatchObject({ name: "ResponseParseError" });
      expect(writes(onPpio)).toEqual([]);
    });
  }

  it("a plan for another instance, and one that was applied", async () => {
    const { client, id, other } = onPpio;
    const plan = await ppio.planPorts(client, id, { present: [{ port: 7001, protocol: "tcp" }] });
    await expect(ppio.applyPortsPlan(client, { ...plan, id: other })).rejects.toThrow(
      /the plan was altered/,
    );
    expect(writes(onPpio)).toEqual([]);
    await ppio.applyPortsPlan(client, plan);
    await expect(ppio.applyPortsPlan(client, plan)).rejects.toThrow(/applied before/);
    expect(writes(onPpio)).toHaveLength(1);
  });

  it("a checkpoint of another query, service or version, and one that was cut short", async () => {
    const { client, emulator } = onPpio;
    const { checkpoint: from } = await ppio.listInstances(client).collect({ maxItems: 1 });
    const before = emulator.requests.length;
    const elsewhere = ppio.createPpioGpuClient({ apiKey: "any", baseUrl: "https://api.novita.ai" });
    expect(() => ppio.listInstances(client, { status: "running" }, { from })).toThrow(/query/);
    expect(() => ppio.listInstances(elsewhere, {}, { from })).toThrow(/service/);
    const newer = from.replace('"version":1', '"version":9');
    expect(() => ppio.listInstances(client, {}, { from: newer })).toThrow(/version/);
    for (let length = 0; length < from.length; length++) {
      const cut = from.slice(0, length);
      expect(() => ppio.listInstances(client, {}, { from: cut })).toThrow(/truncated/);
    }
    expect(emulator.requests).toHaveLength(before);
  });
});

describe("what VPCEP's port functions refuse", () => {
  it("a mapping without its server port", async () => {
    const { client, id } = onVpcep;
    const mapping = JSON.parse('{"client_port":4443}');
    await expect(vpcep.addPorts(client, id, [mapping])).rejects.toThrow(/server_port/);
    expect(writes(onVpcep)).toEqual([]);
  });

  it("the same mapping with TCP said and not said", async () => {
    const { client, id } = onVpcep;
    await expect(
      vpcep.replacePorts(client, id, [
        { client_port: 1, server_port: 80 },
        { client_port: 1, server_port: 81, protocol: "TCP" },
      ]),
    ).rejects.toThrow(/1\/TCP twice, by client_port \+ protocol/);
    expect(writes(onVpcep)).toEqual([]);
  });

  it("nothing that no document forbids: two ways to one server port, more than 200 in all", async () => {
    const { client, emulator, id } = onVpcep;
    const stored = () => emulator.state.services.get(id)?.ports;
    const many = Array.from({ length: 200 }, (_, index) => ({
      client_port: index + 1,
      server_port: 1 + (index % 199),
    }));
    await vpcep.replacePorts(client, id, many);
    await vpcep.addPorts(client, id, [{ client_port: 999, server_port: 999 }]);
    expect(stored()).toHaveLength(201);
    await vpcep.removePorts(client, id, [{ client_port: 1 }]);
    expect(stored()).toHaveLength(200);
  });
});
