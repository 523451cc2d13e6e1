import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const cwd = fileURLToPath(new URL("..", import.meta.url));
const children: ChildProcess[] = [];

function run(...args: string[]): ChildProcess & { readonly output: { out: string; err: string } } {
  const child = spawn(process.execPath, ["--import", "tsx", cli, ...args], { cwd });
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

async function addressOf(child: ReturnType<typeof run>): Promise<string> {
  for (;;) {
    const address = /listens on (http:\S+)\n.*\n/.exec(child.output.out)?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(child.output.err);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

describe("cloud-emulator", () => {
  it.each([
    ["SIGTERM", "ppio-gpu", "instances", 3],
    ["SIGINT", "huaweicloud-vpcep", "services", 2],
  ] as const)("serves until %s and ends with 0 (%s)", async (signal, api, option, count) => {
    const child = run(api, `--${option}`, String(count), "--seed", "5");
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

  it("prints its options for --help", async () => {
    const child = run("--help");
    expect(await once(child, "close")).toEqual([0, null]);
    expect(child.output.out).toContain("--latency <ms>");
  });

  it.each([
    [[], "name one service: ppio-gpu or huaweicloud-vpcep"],
    [["gpu"], 'name one service: ppio-gpu or huaweicloud-vpcep, not "gpu"'],
    [["ppio-gpu", "--port", "70000"], '--port must be a whole number from 0 to 65535, not "70000"'],
    [["ppio-gpu", "--latency", "-1"], "Option '--latency' argument is ambiguous"],
    [["ppio-gpu", "--services", "1"], "--services is not for ppio-gpu; use --instances"],
    [["ppio-gpu", "--colour"], "Unknown option '--colour'; see cloud-emulator --help"],
  ])("says in one line what is wrong with %j and ends with 1", async (args, message) => {
    const child = run(...args);
    expect(await once(child, "close")).toEqual([1, null]);
    expect(child.output.err).toMatch(/^cloud-emulator: [^\n]+\n$/);
    expect(child.output.err).toContain(message);
  });

  it("says so when the port is taken", async () => {
    const port = new URL(await addressOf(run("ppio-gpu"))).port;
    const second = run("ppio-gpu", "--port", port);
    expect(await once(second, "close")).toEqual([1, null]);
    expect(second.output.err).toContain(`cannot listen on port ${port} of 127.0.0.1`);
  });
});
