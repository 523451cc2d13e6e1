import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createEmulator } from "@cloud-clients/emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemsOf, readConfig } from "../src/compiler.js";
import { type NewCheckout, newCheckout } from "../src/new-checkout.js";
import { read, root } from "../src/repo.js";
import { run } from "../src/run.js";

/** A fence of the page: a command, what it prints, or a program. */
interface Fence {
  info: string;
  text: string;
}

const page = await read("docs/add-an-api.md");
const fences: Fence[] = [...page.matchAll(/^```(sh|text|ts northgate)\n([\s\S]*?)^```/gm)].map(
  ([, info = "", text = ""]) => ({ info, text }),
);
const pages = new Map([
  ["https://docs.northgate.test/openapi.yaml", await read("tests/apis/northgate-compute.yaml")],
  ["https://docs.meridian-dns.test/api.yaml", await read("tests/apis/meridian-dns.yaml")],
]);
const apis = ["meridian-dns", "northgate-compute"];
let checkout: NewCheckout;
/** What `test` printed. */
let tested: string[] = [];

beforeAll(async () => {
  checkout = await newCheckout(pages);
  // Before the page's own API, so that what the page tests, it tests of both.
  const from = "--from https://docs.meridian-dns.test/api.yaml";
  for (const rest of [from, "--confirm"]) {
    const { code, lines } = await checkout.run(`npx --yes pnpm@10 new-api meridian-dns ${rest}`);
    expect(code, lines.join("\n")).toBe(0);
  }
});

afterAll(() => rm(checkout.folder, { recursive: true, force: true }));

describe("docs/add-an-api.md", () => {
  it("has commands", () => {
    expect(fences.filter(({ info }) => info === "sh").length).toBeGreaterThan(5);
  });

  for (const [index, { info, text }] of fences.entries()) {
    const next = fences[index + 1];
    const wanted = next?.info === "text" ? next.text.trimEnd().split("\n") : [];
    if (info === "sh") {
      it(text.trim(), { timeout: 240_000 }, async () => {
        const { lines } = await checkout.run(text.trim());
        if (text.endsWith(" test\n")) tested = lines;
        expect(lines).toEqual(expect.arrayContaining(wanted));
      });
    }
    if (info === "ts northgate") {
      it("its program compiles and does what the page says", async () => {
        expect(await printedBy(text)).toEqual(wanted);
      });
    }
  }
});

describe("the two new APIs", () => {
  it("are held to their rules by test: pages, edits, races and lost responses", () => {
    expect(tested).toEqual(
      expect.arrayContaining([
        "meridian-dns: listZones gives every item once, 5 a page",
        "meridian-dns: listJobs goes on from a checkpoint",
        "meridian-dns: replaceAccessRules Rules: writers that take turns lose nothing of each other",
        "meridian-dns: replaceViewClients Clients: a lost response is found out by reading",
        "meridian-dns: listViewRecords goes on from a checkpoint",
        "meridian-dns: deleteView takes what its schemas describe",
        "northgate-compute: listServers gives every item once, 5 a page",
        "northgate-compute: listVolumes goes on from a checkpoint",
        "northgate-compute: updateFirewall InboundRules: a lost response is found out by reading",
        "northgate-compute: updateFirewall OutboundRules: what is replaced is what is read",
        "northgate-compute: createFirewall takes what its schemas describe",
      ]),
    );
  });

  it("have no line of code or test by hand but what new-api wrote", async () => {
    const { lines } = await checkout.run("npx --yes pnpm@10 lines");
    for (const api of apis) {
      const line = lines.find((one) => one.startsWith(api));
      expect(line?.split(/\s+/).slice(1, 3)).toEqual(["4", "7"]);
    }
  });

  it("stand in the tables of the READMEs, and where all packages are tested and measured", async () => {
    const readFrom = (path: string) => readFile(join(checkout.folder, path), "utf8");
    for (const page of ["README.md", "README.zh-CN.md"]) {
      const rows = (await readFrom(page)).match(/^\| \[`@cloud-clients\/[^|]+\|[^|]+/gm);
      expect(rows).toEqual([
        "| [`@cloud-clients/meridian-dns`](packages/meridian-dns/) | Meridian DNS ",
        "| [`@cloud-clients/northgate-compute`](packages/northgate-compute/) | Northgate Compute ",
      ]);
    }
    for (const workspace of ["tests", "benchmarks"]) {
      const { devDependencies } = JSON.parse(await readFrom(`${workspace}/package.json`));
      expect(Object.keys(devDependencies)).toEqual(
        expect.arrayContaining(apis.map((api) => `@cloud-clients/${api}`)),
      );
    }
  });

  it("have a stand-in by their names once the emulator ships their bundles", async () => {
    const home = join(checkout.folder, "packages/emulator");
    const { scripts } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
    const [tool, ...args] = scripts.bundles.split(" ");
    const file = tool === "node" ? process.execPath : join(root, "node_modules/.bin", tool);
    await run(file, args, home);
    const emulators = await import(pathToFileURL(join(home, "dist/index.js")).href);
    expect(emulators.apiNames()).toEqual(apis);
    const { createNorthgateComputeClient, listServers } = await load("northgate-compute");
    const { fetch } = emulators.createEmulator("northgate-compute", { items: 7 });
    const client = createNorthgateComputeClient({ apiKey: "any", fetch });
    expect((await listServers(client).collect()).items).toHaveLength(7);
  });

  it("writers that share no lock both keep what they added where the service has ETags", async () => {
    const dns = await load("meridian-dns");
    const emulator = createEmulator({ spec: specOf("meridian-dns") });
    const client = dns.createMeridianDnsClient({ apiKey: "any", fetch: emulator.fetch });
    const lock = (_resource: string, work: () => Promise<unknown>) => work();
    const added = ["192.0.2.1/32", "192.0.2.2/32"].map((network) =>
      dns.addRules(client, "zone_01j8zk", [{ network, action: "query" }], { lock }),
    );
    await Promise.all(added);
    const { rules } = await dns.getAccessRules(client, "zone_01j8zk");
    expect(rules.map((rule: { network: string }) => rule.network)).toEqual(
      expect.arrayContaining(["192.0.2.1/32", "192.0.2.2/32"]),
    );
    expect(emulator.requests.some(({ status }) => status === 412)).toBe(true);
  });

  it("an edit below a path with several parameters names its resource by all of them", async () => {
    const dns = await load("meridian-dns");
    const emulator = createEmulator({ spec: specOf("meridian-dns") });
    const client = dns.createMeridianDnsClient({ apiKey: "any", fetch: emulator.fetch });
    const office = { network: "203.0.113.0/24", comment: "office" };
    const id = { zone_id: "zone_01j8zk", view_number: 2 };
    const plan = await dns.planClients(client, id, { present: [office] });
    await dns.applyClientsPlan(client, JSON.parse(JSON.stringify(plan)));
    for (const number of [2, 3]) {
      const { clients } = await dns.getViewClients(client, id.zone_id, number);
      const isThere = clients.some(({ comment }: typeof office) => comment === "office");
      expect(isThere).toBe(number === id.view_number);
    }
    await expect(dns.editClients(client, "zone_01j8zk", () => [])).rejects.toThrow(
      'id must be an object with zone_id and view_number, not "zone_01j8zk"',
    );
  });

  it("an edit of one list leaves the other list of its PUT, and what is kept, as they are", async () => {
    const compute = await load("northgate-compute");
    const emulator = createEmulator({ spec: specOf("northgate-compute") });
    const client = compute.createNorthgateComputeClient({ apiKey: "any", fetch: emulator.fetch });
    const id = "4de7ac8b-495b-4884-9a69-1050c6793cd6";
    const before = (await compute.getFirewall(client, id)).firewall;
    const peers = { addresses: ["198.51.100.0/24", "203.0.113.0/24"] };
    const ssh = { protocol: "tcp", ports: "22", sources: peers };
    await Promise.all([
      compute.addInboundRules(client, id, [ssh]),
      compute.addOutboundRules(client, id, [
        { label: "ntp", protocol: "udp", ports: "123", destinations: peers },
      ]),
    ]);
    // The same rule, with its set of addresses in another order, and without a label: it is there already.
    const again = { ...ssh, sources: { addresses: [...peers.addresses].reverse() } };
    const { changed } = await compute.addInboundRules(client, id, [again]);
    expect(changed).toBe(false);
    const after = (await compute.getFirewall(client, id)).firewall;
    expect(after.inbound_rules).toEqual([...before.inbound_rules, ssh]);
    expect(after.outbound_rules).toHaveLength(before.outbound_rules.length + 1);
    expect(after.name).toBe(before.name);
  });
});

function specOf(api: string): string {
  return join(checkout.folder, "specs", api, "openapi.yaml");
}

function load(api: string) {
  return import(pathToFileURL(join(checkout.folder, "packages", api, "dist/index.js")).href);
}

/** What a program of the page prints, once it compiles under the options of these tests. */
async function printedBy(program: string): Promise<string[]> {
  const home = join(checkout.folder, "tests");
  const modules = join(home, "node_modules");
  await mkdir(join(modules, "@cloud-clients"), { recursive: true });
  for (const name of ["emulator", "northgate-compute"]) {
    const target = join(modules, "@cloud-clients", name);
    await symlink(join(checkout.folder, "packages", name), target);
  }
  await symlink(join(root, "tests/node_modules/@types"), join(modules, "@types"));
  const file = join(home, "program.mts");
  await writeFile(file, program);
  const { options } = readConfig(join(root, "tests/tsconfig.json"));
  expect(problemsOf([file], options)).toEqual([]);
  const tsx = join(root, "node_modules/.bin/tsx");
  const { stdout } = await run(tsx, ["tests/program.mts"], checkout.folder);
  return stdout.trimEnd().split("\n");
}
