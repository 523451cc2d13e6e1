import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { UsageError } from "../src/cli/read-arguments.js";
import { run } from "../src/cli/run.js";
import { apiNames } from "../src/create-emulator.js";
import type { Listening } from "../src/engine/http/listen.js";
import { signedHeaders } from "./helpers/sign.js";

// As it is built, which is what users start; with a loader of TypeScript each start takes a second more.
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const cwd = fileURLToPath(new URL("..", import.meta.url));
const children: ChildProcess[] = [];
const opened: Listening[] = [];
const services = apiNames().join(" or ");

/** Starts the command as a process. */
function start(
  ...args: string[]
): ChildProcess & { readonly output: { out: string; err: string } } {
  const child = spawn(process.execPath, [cli, ...args], { cwd });
  children.push(child);
  const output = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => {
    output.out += text;
  });
  child.stderr.on("data", (text: Buffer) => {
    output.err += text;
  });
  return Object.assign(child, { output });
}

async function addressOf(child: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const address = /listens on (http:\S+)\n.*\n/.exec(child.output.out)?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(child.output.err);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Does what the command does, in this process. */
async function open(...args: string[]): Promise<Listening> {
  const { listening } = await run(args);
  if (listening === undefined) throw new Error("it started nothing");
  opened.push(listening);
  return listening;
}

/** Why it starts nothing. */
async function refusalOf(...args: string[]): Promise<string> {
  const error: unknown = await open(...args).catch((refusal) => refusal);
  if (!(error instanceof UsageError)) throw new Error("it was not refused", { cause: error });
  return error.message;
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const listening of opened.splice(0)) await listening.close();
});

describe("cloud-emulator", () => {
  it.each([
    ["SIGTERM", "ppio-gpu", "instances", 3],
    ["SIGINT", "huaweicloud-vpcep", "services", 2],
  ] as const)("serves until %s and ends with 0 (%s)", async (signal, api, option, count) => {
    const child = start(api, `--${option}`, String(count), "--seed", "5");
    const address = await addressOf(child);
    const [, quoted = ""] = /try: curl (.*)\n/.exec(child.output.out) ?? [];
    const [, name = "", value = "", url = ""] =
      /-H '([^:]+): ([^']+)' '([^']+)'/.exec(quoted) ?? [];
    expect(url.startsWith(address)).toBe(true);
    const response = await fetch(url, { headers: { [name]: value } });
    const body = (await response.json()) as { data?: unknown[]; endpoint_services?: unknown[] };
    expect(body.data ?? body.endpoint_services).toHaveLength(2);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(child.output.err).toBe("");
  });

  it.each(["shop", "lab"])("serves the API of any document (%s)", async (name) => {
    const child = start("--spec", `test/fixtures/${name}.yaml`, "--items", "4", "--port", "0");
    const address = await addressOf(child);
    const [, quoted = ""] = /try: curl (.*)\n/.exec(child.output.out) ?? [];
    const [, header = "", value = "", url = ""] =
      /-H '([^:]+): ([^']+)' '([^']+)'/.exec(quoted) ?? [];
    expect(url.startsWith(`${address}/`)).toBe(true);
    expect((await fetch(url)).status).toBe(401);
    const response = await fetch(url, { headers: { [header]: value } });
    const body = (await response.json()) as { orders?: unknown[]; data?: unknown[] };
    expect(body.orders ?? body.data).toHaveLength(2);
  });

  it("prints its options for --help", async () => {
    const child = start("--help");
    expect(await once(child, "close")).toEqual([0, null]);
    expect(child.output.out).toContain("--latency <ms>");
  });

  it.each([
    [[], `name one service: ${services}, or give --spec`],
    [["gpu"], `name one service: ${services}, or give --spec, not "gpu"`],
    [
      ["ppio-gpu", "--spec", "x.yaml"],
      'give either --spec or a service, not --spec and "ppio-gpu"',
    ],
    [["--spec", ""], "--spec must be the path of a file, not empty"],
    [["--spec", "no-such.yaml"], "no-such.yaml: ENOENT"],
    [["--spec", "package.json"], "package.json: no OpenAPI document: openapi is missing"],
    [["--spec", "README.md"], "README.md: "],
    [
      ["--spec", "test/fixtures/shop.yaml", "--instances", "3"],
      "--instances is not for --spec; use --items",
    ],
    [["ppio-gpu", "--items", "3"], "--items is not for ppio-gpu; use --instances"],
    [["ppio-gpu", "--port", "70000"], '--port must be a whole number from 0 to 65535, not "70000"'],
    [["ppio-gpu", "--latency", "-1"], "Option '--latency' argument is ambiguous; see"],
    [["ppio-gpu", "--services", "1"], "--services is not for ppio-gpu; use --instances"],
    [["ppio-gpu", "--colour"], "no option --colour; there are spec, port, host"],
    [["ppio-gpu", "--instance", "3"], "no option --instance; did you mean instances?"],
    [["ppio-gpu", "--access-key", "a=b"], "--access-key is not for ppio-gpu; use --instances"],
    [["huaweicloud-vpcep", "--access-key", "hush"], "--access-key must have the form ID=SECRET"],
    [["ppio-gpu", "--speed", "0"], '--speed must be a number above 0, up to 86400, not "0"'],
    [["ppio-gpu", "--cors-origin", "*"], "--cors-origin must be an origin"],
    [["ppio-gpu", "--cors", "--cors-origin", "https://a.example"], "do not go together"],
    [["ppio-gpu", "--allow-host", "http://a"], "--allow-host must be a host name"],
  ])("says in one line what is wrong with %j", async (args, message) => {
    const said = await refusalOf(...args);
    expect(said).toMatch(/^[^\n]+$/);
    expect(said).toContain(message);
  });

  it.each([
    ["an argument", ["gpu"]],
    ["a document", ["--spec", "package.json"]],
  ])("prints that line and ends with 1 (%s)", async (_, args) => {
    const child = start(...args);
    expect(await once(child, "close")).toEqual([1, null]);
    expect(child.output).toEqual({ out: "", err: `cloud-emulator: ${await refusalOf(...args)}\n` });
  });

  it("never shows what was given for an access key", async () => {
    expect(await refusalOf("huaweicloud-vpcep", "--access-key", "hush")).not.toContain("hush");
  });

  it("takes signed requests, passes the time faster, and responds to pages of this computer", async () => {
    const child = start(
      "huaweicloud-vpcep",
      ...["--access-key", "AK=se=cret", "--access-key", "AK2=other"],
      ...["--speed", "86400", "--cors", "--allow-host", "emulator"],
    );
    const address = await addressOf(child);
    const list = `${address}/v1/p/vpc-endpoint-services`;
    for (const [id, secret, status] of [
      ["AK", "se=cret", 200],
      ["AK2", "other", 200],
      ["AK", "other", 401],
    ] as const) {
      const response = await fetch(list, { headers: signedHeaders(list, id, secret) });
      expect(response.status).toBe(status);
    }
    const preflight = await fetch(list, {
      method: "OPTIONS",
      headers: {
        origin: "http://localhost:5173",
        "access-control-request-method": "GET",
        "access-control-request-headers": "x-auth-token",
      },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");
    // A seeded service is being created for a minute of the service's time.
    for (let creating = 1; creating > 0; ) {
      const query = await fetch(`${list}?status=creating`, { headers: { "x-auth-token": "t" } });
      creating = ((await query.json()) as { total_count: number }).total_count;
    }
  });

  it("says so when the port is taken", async () => {
    const { port } = new URL((await open("ppio-gpu")).url);
    expect(await refusalOf("ppio-gpu", "--port", port)).toContain(
      `cannot listen on port ${port} of 127.0.0.1`,
    );
  });
});
