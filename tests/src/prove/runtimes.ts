import { readdir } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { exists, fetchPackages, NotHere } from "./fetch-package.js";

/** How a runtime runs the suite. */
export type Host = "process" | "workerd" | "chromium";

/** A runtime in which the suite is run. */
export interface Runtime {
  readonly name: string;
  readonly host: Host;
  /** The npm package that has it, or, for a browser, what drives it. */
  readonly package: string;
  /** Of the package. */
  readonly version: string;
  /** The program: scope of the packages that have it, one per platform, and file in them; `undefined`: the system's. */
  readonly binary: readonly [scope: string, file: string] | undefined;
  /** Before the file to run. */
  readonly args: readonly string[];
  /** What this platform cannot be told, or does not tell. */
  readonly limits: Limits;
}

/** What holds everywhere but where a platform's `fetch` does not allow it. */
export interface Limits {
  /** Whether it sends a write twice, however it is told. */
  readonly resends: boolean;
  /** Whether its error for a refused connection is that of a lost one. */
  readonly hidesRefusals: boolean;
}

const none: Limits = { resends: false, hidesRefusals: false };
const windows = process.platform === "win32";
const nodePackage = `node-${windows ? "win" : process.platform}-${process.arch}`;

function node(version: string): Runtime {
  const [major = ""] = version.split(".");
  return {
    name: `Node ${major}`,
    host: "process",
    package: nodePackage,
    version,
    binary: ["", windows ? "bin/node.exe" : "bin/node"],
    args: [],
    limits: none,
  };
}

/** The runtimes that are proven. */
export const runtimes: readonly Runtime[] = [
  node("20.20.2"),
  node("22.23.3"),
  node("24.21.0"),
  node("26.10.0"),
  {
    name: "Bun",
    host: "process",
    package: "bun",
    version: "1.4.5",
    binary: ["@oven", windows ? "bin/bun.exe" : "bin/bun"],
    args: ["run"],
    limits: none,
  },
  {
    name: "Deno",
    host: "process",
    package: "deno",
    version: "2.9.6",
    binary: ["@deno", windows ? "deno.exe" : "deno"],
    args: ["run", "--allow-all", "--quiet"],
    limits: none,
  },
  {
    name: "workerd",
    host: "workerd",
    package: "workerd",
    version: "1.20261117.1",
    binary: ["@cloudflare", windows ? "bin/workerd.exe" : "bin/workerd"],
    args: [],
    limits: { resends: false, hidesRefusals: true },
  },
  {
    name: "Chromium",
    host: "chromium",
    package: "playwright-core",
    version: "1.65.1",
    binary: undefined,
    args: [],
    limits: { resends: true, hidesRefusals: true },
  },
];

/** A runtime that is on this machine. */
export interface Found {
  /** The program. */
  readonly file: string;
  /** Where its package is installed. */
  readonly folder: string;
}

/**
 * Finds a runtime, which is fetched from the registry once.
 *
 * @throws NotHere saying why it cannot be had.
 */
export async function findRuntime(runtime: Runtime): Promise<Found> {
  const { package: name, version, binary } = runtime;
  if (binary === undefined) {
    const browser = await findChromium();
    return { file: browser, folder: await fetchPackages({ [name]: version }) };
  }
  const folder = await fetchPackages({ [name]: version });
  const [scope, file] = binary;
  const packages =
    scope === "" ? [name] : (await readdir(join(folder, scope))).map((one) => join(scope, one));
  for (const one of packages) {
    const candidate = join(folder, one, file);
    if (await exists(candidate)) return { file: candidate, folder };
  }
  throw new NotHere(`${name}@${version} has no program for ${process.platform} on ${process.arch}`);
}

const browsers = ["chromium", "chromium-browser", "google-chrome"];

/** Chromium on this machine. */
async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM;
  if (given !== undefined) return given;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of browsers) {
      const file = join(folder, name);
      if (await exists(file)) return file;
    }
  }
  throw new NotHere(
    "no Chromium is installed; Debian's package is chromium; CHROMIUM may name another file",
  );
}
