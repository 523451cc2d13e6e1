import { createEmulator } from "@cloud-clients/emulator";
import * as vpcep from "@cloud-clients/huaweicloud-vpcep";
import type { EditOptions, EditResult, Fetch, Plan } from "@cloud-clients/ppio-gpu";
import * as ppio from "@cloud-clients/ppio-gpu";
import { describe, expect, it } from "vitest";

/** Sees every PUT, and may change its body, or respond in the service's place before or after it. */
interface Meddler {
  body?: (body: Record<string, unknown>) => Record<string, unknown>;
  before?: () => Response | undefined;
  after?: () => Response | undefined;
}

/** One of the four lists, with the functions that edit it. */
interface EditedList {
  readonly list: string;
  /** An entry that is there from the start, one to add, and one whose shape is wrong. */
  readonly there: unknown;
  readonly fresh: unknown;
  readonly wrong: unknown;
  readonly puts: () => number;
  readonly stored: () => readonly unknown[];
  /** Whether the kept field is set, where the list has one. */
  readonly kept?: { readonly name: string; get(): unknown; set(value: boolean): void };
  add(entries: readonly unknown[], options?: EditOptions): Promise<EditResult<unknown>>;
  edit(
    change: (entries: unknown[]) => unknown,
    options?: EditOptions,
  ): Promise<EditResult<unknown>>;
  plan(intent: unknown): Promise<Plan<unknown>>;
  apply(plan: Plan<unknown>): Promise<EditResult<unknown>>;
}

const quick = { verify: { timeoutMs: 20, intervalMs: 5 }, retry: { baseMs: 1, maxMs: 2 } };

function meddling(fetch: Fetch, meddler: Meddler): { fetch: Fetch; puts: () => number } {
  let puts = 0;
  return {
    puts: () => puts,
    async fetch(request) {
      if (request.method !== "PUT") return fetch(request);
      puts++;
      const sent = (await request.clone().json()) as Record<string, unknown>;
      const body = JSON.stringify(meddler.body?.(sent) ?? sent);
      const instead = meddler.before?.();
      if (instead) return instead;
      const response = await fetch(new Request(request, { body }));
      return meddler.after?.() ?? response;
    },
  };
}

/** The functions of a package that edit one list, bound to a client and an id. */
function bind(
  functions: Record<"add" | "edit" | "plan" | "apply", (...args: never[]) => unknown>,
  client: object,
  id: string,
): Pick<EditedList, "add" | "edit" | "plan" | "apply"> {
  const call = (name: keyof typeof functions, ...args: unknown[]) =>
    functions[name](...([client, ...args] as never[])) as never;
  return {
    add: (entries, options) => call("add", id, entries, { ...quick, ...options }),
    edit: (change, options) => call("edit", id, change, { ...quick, ...options }),
    plan: (intent) => call("plan", id, intent),
    apply: (plan) => call("apply", plan, quick),
  };
}

function instancePorts(meddler: Meddler): EditedList {
  const emulator = createEmulator("ppio-gpu", { instances: 1 });
  const [instance] = emulator.state.instances.values();
  if (!instance) throw new Error("no instance");
  const { fetch, puts } = meddling(emulator.fetch, meddler);
  const client = ppio.createPpioGpuClient({ apiKey: "any", fetch });
  instance.ports = [
    { port: 22, protocol: "tcp", endpoint: "e1" },
    { port: 80, protocol: "tcp", endpoint: "e2" },
  ];
  const { addPorts: add, editPorts: edit, planPorts: plan, applyPortsPlan: apply } = ppio;
  return {
    list: "ports",
    there: { port: 22, protocol: "tcp" },
    fresh: { port: 9000, protocol: "http" },
    wrong: { port: 9000, protocol: "http", porotcol: "tcp" },
    puts,
    stored: () => instance.ports.map(({ port, protocol }) => ({ port, protocol })),
    ...bind({ add, edit, plan, apply }, client, instance.id),
  };
}

function vpcepWorld(meddler: Meddler) {
  const emulator = createEmulator("huaweicloud-vpcep", { services: 1 });
  const { state, clock } = emulator;
  const { fetch, puts } = meddling(emulator.fetch, meddler);
  const client = vpcep.createVpcepClient({
    region: "cn-north-4",
    projectId: "p",
    token: "t",
    fetch,
  });
  const [service] = state.services.values();
  const gateway = [...state.publicServices.values()].find((one) => one.service_type === "gateway");
  const connect = async (to: string | undefined, more: object) => {
    const subnet_id = "0cb1e29c-658c-4a14-95e6-0af593bd04cf";
    const body = { endpoint_service_id: to ?? "", vpc_id: "vpc-1", subnet_id, ...more };
    const { id } = await vpcep.unwrap(client.POST("/v1/{project_id}/vpc-endpoints", { body }));
    clock.advance(60_000);
    const endpoint = state.endpoints.get(id);
    if (!endpoint) throw new Error("no endpoint");
    return endpoint;
  };
  if (!service) throw new Error("no service");
  return { client, puts, service, gatewayId: gateway?.id, connect };
}

function servicePorts(meddler: Meddler): EditedList {
  const { client, puts, service } = vpcepWorld(meddler);
  service.ports = [
    { client_port: 80, server_port: 8080, protocol: "TCP" },
    { client_port: 81, server_port: 8080, protocol: "TCP" },
  ];
  service.approval_enabled = false;
  const { addPorts: add, editPorts: edit, planPorts: plan, applyPortsPlan: apply } = vpcep;
  return {
    list: "ports",
    there: { client_port: 80, server_port: 8080, protocol: "TCP" },
    fresh: { client_port: 443, server_port: 8443, protocol: "TCP" },
    wrong: { client_port: 443, server_prt: 8443 },
    puts,
    stored: () => service.ports,
    kept: {
      name: "approval_enabled",
      get: () => service.approval_enabled,
      set: (value) => {
        service.approval_enabled = value;
      },
    },
    ...bind({ add, edit, plan, apply }, client, service.id),
  };
}

async function whitelist(meddler: Meddler): Promise<EditedList> {
  const { client, puts, service, connect } = vpcepWorld(meddler);
  const endpoint = await connect(service.id, {
    enable_whitelist: true,
    whitelist: ["10.0.0.1", "10.0.0.2"],
  });
  const { addToWhitelist: add, editWhitelist: edit, planWhitelist: plan } = vpcep;
  return {
    list: "whitelist",
    there: "10.0.0.1",
    fresh: "10.0.0.9",
    wrong: "10.0.0.256",
    puts,
    stored: () => endpoint.whitelist,
    kept: {
      name: "enable_whitelist",
      get: () => endpoint.enable_whitelist,
      set: (value) => {
        endpoint.enable_whitelist = value;
      },
    },
    ...bind({ add, edit, plan, apply: vpcep.applyWhitelistPlan }, client, endpoint.id),
  };
}

async function routeTables(meddler: Meddler): Promise<EditedList> {
  const { client, puts, gatewayId, connect } = vpcepWorld(meddler);
  const endpoint = await connect(gatewayId, { routetables: ["a", "b"] });
  const { addRouteTables: add, editRouteTables: edit, planRouteTables: plan } = vpcep;
  return {
    list: "routetables",
    there: "a",
    fresh: "c",
    wrong: { id: "c" },
    puts,
    stored: () => endpoint.routetables,
    ...bind({ add, edit, plan, apply: vpcep.applyRouteTablesPlan }, client, endpoint.id),
  };
}

/** An entry as a service may show it: with more fields than were written. */
function shown(entry: unknown): unknown {
  return typeof entry === "string" ? entry : expect.objectContaining(entry as object);
}

type Open = (meddler: Meddler) => EditedList | Promise<EditedList>;

const lists: [name: string, open: Open, keeps: boolean][] = [
  ["the ports of a PPIO instance", instancePorts, false],
  ["the ports of a VPCEP service", servicePorts, true],
  ["the whitelist of a VPCEP endpoint", whitelist, true],
  ["the route tables of a VPCEP endpoint", routeTables, false],
];

describe.each(lists)("an edit of %s", (_, open) => {
  it.each(["throw", "reapply"] as const)(
    "names what is gone when the service stored only a part (%s)",
    async (onConflict) => {
      const meddler: Meddler = {};
      const world = await open(meddler);
      meddler.body = (body) => ({
        ...body,
        [world.list]: (body[world.list] as unknown[]).slice(1),
      });
      await expect(world.add([world.fresh], { onConflict })).rejects.toMatchObject({
        name: "ConcurrentWriteError",
        missing: [shown(world.there)],
      });
      expect(world.puts()).toBe(1);
    },
  );

  it.each([408, 425, 499, 307, 500, 504])(
    "looks when the response to a write that took effect is %i, and sends it once",
    async (status) => {
      const meddler: Meddler = {};
      const world = await open(meddler);
      meddler.after = () =>
        new Response("{}", { status, headers: { location: "https://elsewhere.example/" } });
      const result = await world.add([world.fresh]);
      expect(result).toMatchObject({ changed: true, recovered: true, writes: 1 });
      expect(world.puts()).toBe(1);
      expect(world.stored()).toHaveLength(3);
    },
  );

  it.each([429, 503, 502, 0])(
    "sends back what a field was set to while %i had the write repeated",
    async (status) => {
      const meddler: Meddler = {};
      const world = await open(meddler);
      const was = world.kept?.get();
      meddler.before = () => {
        if (world.puts() > 1) return undefined;
        world.kept?.set(!was);
        if (!status) throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
        return new Response("{}", { status, headers: { "retry-after": "0" } });
      };
      await world.add([world.fresh], { onConflict: "reapply", settleMs: 1 });
      expect(world.stored()).toHaveLength(3);
      if (world.kept) expect(world.kept.get()).toBe(!was);
    },
  );

  it("refuses an altered plan, intents of another shape, and entries that are none", async () => {
    const world = await open({});
    const plan = await world.plan({ present: [world.fresh] });
    const altered = { ...plan, desired: [world.fresh], kept: [] };
    await expect(world.apply(altered)).rejects.toThrow("the plan was altered");
    await expect(world.plan([world.fresh])).rejects.toThrow("an intent must be");
    await expect(world.plan({ presnet: [world.fresh] })).rejects.toThrow("did you mean present?");
    await expect(world.add([world.wrong])).rejects.toMatchObject({ name: "UsageError" });
    expect(world.puts()).toBe(0);
    await world.apply(plan);
    expect(world.stored()).toHaveLength(3);
  });

  it("refuses another one inside it, naming both", async () => {
    const world = await open({});
    const edit = world.edit(async (entries) => {
      await world.add([world.fresh]);
      return entries;
    });
    await expect(edit).rejects.toThrow(
      new RegExp(`an edit of ${world.list} of .* was started inside an edit of ${world.list} of`),
    );
    expect(await world.add([world.fresh])).toMatchObject({ changed: true });
  });

  it("copies what it is given, and looks again when there was nothing to do", async () => {
    const world = await open({});
    const entries = [world.fresh];
    const adding = world.add(entries);
    entries.push(world.there);
    await adding;
    expect(world.stored()).toHaveLength(3);
    const again = await world.add([world.fresh], { settleMs: 1 });
    expect(again).toMatchObject({ changed: false });
  });
});

describe.each(lists.filter(([, , keeps]) => keeps))("an edit of %s", (_, open) => {
  it("says which kept field the service did not store", async () => {
    const meddler: Meddler = {};
    const world = await open(meddler);
    const name = world.kept?.name ?? "";
    const desired = world.kept?.get();
    meddler.body = (body) => ({ ...body, [name]: !body[name] });
    await expect(world.add([world.fresh])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      fields: [{ name, desired, observed: !desired }],
    });
  });
});
