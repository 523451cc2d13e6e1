import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { run } from "../run.js";
import type { Findings } from "./report.js";
import type { Found, Host, Runtime } from "./runtimes.js";
import type { Addresses } from "./stage.js";

/** A project in which the packages are installed from their tarballs, with the suite beside them. */
export interface Project {
  readonly folder: string;
  /** The suite in one file, with a Worker's `fetch`. */
  readonly worker: string;
}

/** What a runtime said. */
export interface Run {
  /** Of the runtime, as it says itself. */
  readonly version: string;
  readonly findings: Findings;
}

const longestMs = 180_000;

/** Runs the suite in a runtime. @throws when the suite does not come to its end there */
export function runIn(
  runtime: Runtime,
  found: Found,
  project: Project,
  addresses: Addresses,
): Promise<Run> {
  const hosts: Readonly<Record<Host, () => Promise<Run>>> = {
    process: () => runInProcess(runtime, found, project, addresses),
    workerd: () => runInWorkerd(found, project, addresses),
    chromium: () => runInChromium(found, addresses),
  };
  return hosts[runtime.host]();
}

async function runInProcess(
  { args }: Runtime,
  { file }: Found,
  { folder }: Project,
  addresses: Addresses,
): Promise<Run> {
  const child = spawn(file, [...args, "suite/process.js", JSON.stringify(addresses)], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: longestMs,
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const last = out.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) throw new Error(`the suite ended early: ${err.trim() || out.trim()}`);
  return { version: await versionOf(file), findings: JSON.parse(last) };
}

/** The first word with digits and dots of what `--version` prints. */
async function versionOf(file: string): Promise<string> {
  const { stdout } = await run(file, ["--version"], tmpdir());
  const [version = stdout.trim()] = stdout.match(/\d+[\d.-]+/) ?? [];
  return version;
}

async function runInWorkerd(
  { file }: Found,
  { worker }: Project,
  addresses: Addresses,
): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "prove-workerd-"));
  await writeFile(join(folder, "worker.js"), worker);
  await writeFile(
    join(folder, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "2026-01-01",
    )),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suite")],
);
`,
  );
  const child = spawn(file, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  try {
    const port = await portOf(child.stdio[3] as Readable);
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      body: JSON.stringify(addresses),
      signal: AbortSignal.timeout(longestMs),
    });
    if (!response.ok)
      throw new Error(`the worker returned ${response.status}: ${await response.text()}`);
    return { version: await versionOf(file), findings: (await response.json()) as Findings };
  } finally {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The port that workerd has chosen, as it says on its control descriptor. */
async function portOf(control: Readable): Promise<number> {
  let said = "";
  for await (const chunk of control) {
    said += String(chunk);
    const [, port] = said.match(/"socket":"http","port":(\d+)/) ?? [];
    if (port !== undefined) return Number(port);
  }
  throw new Error(`workerd ended without a socket: ${said}`);
}

/** What is used of playwright-core, which no other command needs. */
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; args: string[] }): Promise<Browser>;
  };
}

interface Browser {
  version(): string;
  newPage(): Promise<{
    goto(address: string): Promise<unknown>;
    evaluate(script: string): Promise<unknown>;
  }>;
  close(): Promise<void>;
}

async function runInChromium({ file, folder }: Found, addresses: Addresses): Promise<Run> {
  const entry = pathToFileURL(join(folder, "playwright-core", "index.mjs")).href;
  const { chromium }: Playwright = await import(entry);
  // Its sandbox does not start as root; the page is ours.
  const browser = await chromium.launch({ executablePath: file, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(addresses.control);
    const script = `import("/suite.js").then(({ runSuite }) => runSuite(${JSON.stringify(addresses)}))`;
    const findings = (await page.evaluate(script)) as Findings;
    return { version: browser.version(), findings };
  } finally {
    await browser.close();
  }
}
