import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator } from "@cloud-clients/emulator";
import { createEndpoint, createVpcepClient } from "@cloud-clients/huaweicloud-vpcep";
import { createPpioGpuClient } from "@cloud-clients/ppio-gpu";
import { MutationObserver, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { Instances, openPort, runningInstances } from "../src/react-query.js";
import worker from "../src/worker.js";

const arguments_ = process.argv;

afterEach(() => {
  process.argv = arguments_;
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.resetModules();
});

/** Runs an example as `tsx src/<name>.ts ...given` would; returns the lines that it printed. */
async function run(name: string, ...given: string[]): Promise<string[]> {
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...values) => {
    printed.push(values.join(" "));
  });
  process.argv = [...arguments_.slice(0, 2), ...given];
  vi.resetModules(); // an example may run twice
  try {
    await import(`../src/${name}.ts`);
  } finally {
    log.mockRestore();
  }
  return printed;
}

/** An account of PPIO, which the platform's fetch leads to. */
function ppio(instances = 4) {
  const emulator = createEmulator("ppio-gpu", { instances });
  vi.stubGlobal("fetch", emulator.fetch);
  vi.stubEnv("PPIO_API_KEY", "any");
  const writes = () => emulator.requests.filter(({ method }) => method === "PUT").length;
  return { emulator, writes, ids: [...emulator.state.instances.keys()] };
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "examples-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

describe("csv-of-instances", () => {
  it("prints one line per instance, quoted and without formulas", async () => {
    const { emulator, ids } = ppio(250);
    const [first, second] = [...emulator.state.instances.values()];
    if (!first || !second) throw new Error("no instances");
    first.name = 'a "quoted", name';
    second.name = "=1+1";
    const [head, ...rows] = await run("csv-of-instances");
    expect(head).toBe("id,name,status,ports");
    expect(rows.map((row) => row.split(",")[0]).sort()).toEqual(ids.sort());
    expect(rows.find((row) => row.startsWith(first.id))).toContain(',"a ""quoted"", name",');
    expect(rows.find((row) => row.startsWith(second.id))).toContain(",'=1+1,");
  });
});

describe("open-a-port", () => {
  it("shows the plan, and writes only when told to", async () => {
    const { writes, ids } = ppio();
    const [id = ""] = ids;
    const shown = await run("open-a-port", id, "9000");
    expect(shown.join("\n")).toMatch(/: 1 to add, \d+ kept\n {2}\+ port 9000, protocol tcp$/);
    expect(writes()).toBe(0);
    const applied = await run("open-a-port", id, "9000", "--apply");
    expect(applied.join("\n")).toMatch(/^9000\/tcp \S+:\d+$/m);
    expect(writes()).toBe(1);
  });

  it("refuses what is not a port before any request", async () => {
    const { emulator, ids } = ppio();
    await expect(run("open-a-port", ids[0] ?? "", "ssh")).rejects.toThrow(/port must be/);
    expect(emulator.requests).toEqual([]);
  });
});

describe("mirror-ports", () => {
  it("gives one instance the ports of another", async () => {
    const { emulator, writes, ids } = ppio();
    const [from = "", to = ""] = ids;
    const portsOf = (id: string) =>
      emulator.state.instances.get(id)?.ports.map(({ port, protocol }) => `${port}/${protocol}`);
    const target = emulator.state.instances.get(to);
    if (target) target.ports = [{ port: 1234, protocol: "tcp", endpoint: "" }];
    expect((await run("mirror-ports", from, to)).join("\n")).toContain("  - port 1234");
    expect(writes()).toBe(0);
    await run("mirror-ports", from, to, "--apply");
    expect(portsOf(to)).toEqual(portsOf(from));
    expect(writes()).toBe(1);
  });
});

describe("accept-connections", () => {
  it("waits for the service, and accepts the connections of the accounts named", async () => {
    const accessKeys = { "key-id": "key-secret" };
    const emulator = createEmulator("huaweicloud-vpcep", { accessKeys, clock: "wall" });
    vi.stubGlobal("fetch", emulator.fetch);
    vi.stubEnv("HUAWEICLOUD_SDK_AK", "key-id");
    vi.stubEnv("HUAWEICLOUD_SDK_SK", "key-secret");
    vi.stubEnv("HUAWEICLOUD_SDK_PROJECT_ID", "0123456789abcdef0123456789abcdef");
    const { services, endpoints } = emulator.state;
    const service = [...services.values()].find(({ status }) => status === "available");
    if (!service) throw new Error("no service");
    service.approval_enabled = true;
    const client = createVpcepClient({ region: "cn-north-4" });
    for (const vpc_id of ["vpc-1", "vpc-2"]) {
      const subnet_id = "2d2bd03e-6ad6-4a9b-94e9-c9b35a0bbd1a";
      await createEndpoint(client, { endpoint_service_id: service.id, vpc_id, subnet_id });
    }
    const connections = [...endpoints.values()];
    emulator.clock.advance(600_000); // the endpoints are there
    service.status = "creating"; // until it has been read once
    emulator.faults.add({
      match: { operation: "getEndpointService" },
      fault: {
        kind: "secondWriter",
        when: "after",
        write: () => {
          service.status = "available";
        },
      },
    });

    const refused = await run("accept-connections", service.id, "somebody-else");
    expect(refused).toHaveLength(2);
    expect(emulator.requests.filter(({ path }) => path.endsWith(service.id))).toHaveLength(2);
    expect(connections.map(({ status }) => status)).not.toContain("accepted");

    const account = refused[0]?.split(" ")[1] ?? "";
    await run("accept-connections", service.id, account);
    expect(new Set(connections.map(({ status }) => status))).toEqual(new Set(["accepted"]));
  });
});

describe("resume-a-list", () => {
  it("goes on behind the last page whose work was done", async () => {
    const { emulator, ids } = ppio(120);
    const checkpoint = join(await folder(), "checkpoint");
    const seen: string[] = [];
    vi.spyOn(console, "log").mockImplementation((id: string) => void seen.push(id));
    const walk = async () => {
      process.argv = [...arguments_.slice(0, 2), checkpoint];
      vi.resetModules();
      await import("../src/resume-a-list.js");
    };
    emulator.faults.add({
      match: { operation: "listInstances", nth: 2 },
      fault: { kind: "status", status: 403 },
    });
    await expect(walk()).rejects.toThrow("403");
    expect(seen).toHaveLength(50);
    await walk();
    expect([...seen].sort()).toEqual([...ids].sort());
    const before = emulator.requests.length;
    await walk(); // the list has ended
    expect(emulator.requests).toHaveLength(before);
    expect(await stat(checkpoint)).toBeTruthy();
  });
});

describe("proxy", () => {
  it("sends the requests of its client through the proxy", async () => {
    const emulator = createEmulator("ppio-gpu", { instances: 3 });
    const service = await emulator.listen();
    const tunnels: (string | undefined)[] = [];
    const proxy = createServer().on("connect", ({ url }, socket) => {
      tunnels.push(url);
      const { hostname, port } = new URL(`http://${url}`);
      const onward = connect(Number(port), hostname, () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        socket.pipe(onward).pipe(socket);
      });
      for (const end of [socket, onward]) {
        end.on("error", () => {
          socket.destroy();
          onward.destroy();
        });
      }
      onTestFinished(() => void socket.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    onTestFinished(async () => {
      proxy.close();
      await service.close();
    });
    const bound = proxy.address();
    if (bound === null || typeof bound === "string") throw new Error("no port");
    vi.stubEnv("HTTPS_PROXY", `http://127.0.0.1:${bound.port}`);
    vi.stubEnv("PPIO_BASE_URL", service.url);
    vi.stubEnv("PPIO_API_KEY", "any");
    expect(await run("proxy")).toEqual(["3 instances"]);
    expect(tunnels).toEqual([new URL(service.url).host]);
  });
});

describe("react-query", () => {
  it("shows what the list holds, and reads again after an edit", async () => {
    const { emulator } = ppio(20);
    const client = createPpioGpuClient();
    const queries = new QueryClient();
    const page = () =>
      renderToStaticMarkup(
        createElement(
          QueryClientProvider,
          { client: queries },
          createElement(Instances, { client }),
        ),
      );
    expect(page()).toBe("<p>Loading…</p>");
    const [first] = await queries.fetchQuery(runningInstances(client));
    if (!first) throw new Error("no running instance");
    expect(page()).toContain(`<li>${first.name}: `);
    await new MutationObserver(queries, openPort(client, queries)).mutate({
      id: first.id,
      port: 9000,
    });
    const { queryKey } = runningInstances(client);
    expect(queries.getQueryState(queryKey)?.isInvalidated).toBe(true);
    await queries.fetchQuery(runningInstances(client));
    expect(page()).toMatch(/: [^<]*9000/);
    expect(emulator.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
  });
});

describe("opentelemetry", () => {
  it("traces each call and each attempt", async () => {
    const { emulator } = ppio();
    emulator.faults.add({ fault: { kind: "status", status: 503 } });
    const spans: { name: string; kind: number }[] = [];
    vi.spyOn(console, "dir").mockImplementation((span) => void spans.push(span));
    await run("opentelemetry");
    const name = "GET /gpus/v2/instances";
    expect(spans.map((span) => [span.name, span.kind])).toEqual([
      [name, 2],
      [name, 2],
      [name, 0],
    ]);
  });
});

describe("worker", () => {
  const ask = () => worker.fetch(new Request("https://worker.example/"), { PPIO_API_KEY: "any" });

  it("responds with names and ids, and nothing else of an instance", async () => {
    const { emulator } = ppio(20);
    const response = await ask();
    const { items } = (await response.json()) as { items: object[] };
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(Object.keys(item)).toEqual(["id", "name"]);
    expect(emulator.requests[0]?.headers.authorization).toBe("(sent)");
  });

  it("returns 502 if the service refuses", async () => {
    const { emulator } = ppio();
    emulator.faults.add({ fault: { kind: "status", status: 403 } });
    const response = await ask();
    expect([response.status, await response.json()]).toEqual([502, { error: "api" }]);
  });
});

describe("without-an-account", () => {
  it("puts the emulator in place of the service", async () => {
    vi.stubGlobal("fetch", fetch); // the example replaces it
    vi.stubEnv("PPIO_API_KEY", "any");
    await run("without-an-account");
    expect(await run("csv-of-instances")).toHaveLength(121);
  });
});

/** The hand-written code that the page on migrating begins with, run with the values of its free names. */
async function runByHand(heading: string, names: Record<string, unknown>): Promise<void> {
  const page = await readFile("../docs/guides/migrate.md", "utf8");
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(page.split(heading)[1] ?? "") ?? [];
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction(...Object.keys(names), code)(...Object.values(names));
}

describe("migrate-from-fetch", () => {
  it("does what the code by hand does", async () => {
    const { emulator, ids } = ppio();
    const [first = "", second = ""] = ids;
    const portsOf = (id: string) => emulator.state.instances.get(id)?.ports.map(({ port }) => port);
    const before = [first, second].map(portsOf);
    await runByHand("## From hand-written fetch", {
      base: "https://api.ppio.com",
      key: "any",
      id: first,
    });
    await run("migrate-from-fetch", second);
    expect([first, second].map(portsOf)).toEqual(before.map((ports) => [...(ports ?? []), 9000]));
  });
});

describe("migrate-from-huawei-sdk", () => {
  it("walks all pages, signed with the key that the SDK reads", async () => {
    const accessKeys = { "key-id": "key-secret" };
    const emulator = createEmulator("huaweicloud-vpcep", {
      services: 130,
      accessKeys,
      clock: "wall",
    });
    vi.stubGlobal("fetch", emulator.fetch);
    vi.stubEnv("HUAWEICLOUD_SDK_AK", "key-id");
    vi.stubEnv("HUAWEICLOUD_SDK_SK", "key-secret");
    vi.stubEnv("HUAWEICLOUD_SDK_PROJECT_ID", "0123456789abcdef0123456789abcdef");
    const { size } = emulator.state.services;
    expect(size).toBeGreaterThan(100);
    expect(await run("migrate-from-huawei-sdk")).toEqual([`${size} endpoint services`]);
  });
});

describe("every example", async () => {
  const own = await readFile(import.meta.filename, "utf8");
  const names = (await readdir("src")).filter((name) => /\.tsx?$/.test(name));

  it.each(names.filter((name) => name !== "tour.ts" && !name.includes(".test.")))(
    "is run here: %s",
    (name) => expect(own).toContain(`describe("${name.replace(/\.tsx?$/, "")}"`),
  );
});
