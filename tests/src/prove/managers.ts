import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../run.js";
import { fetchTools } from "./fetch-package.js";
import { findRuntime, runtimes } from "./runtimes.js";

/** Where a project of a user is made, and what it installs. */
export interface Order {
  /** An empty folder. */
  readonly folder: string;
  /** Files by package name. */
  readonly tarballs: ReadonlyMap<string, string>;
  /** Versions by package name, of what the project has beside them. */
  readonly others: Readonly<Record<string, string>>;
}

/** Runs a file of an installed project, to what it printed. */
export type Execute = (file: string) => Promise<string>;

/** A package manager: installs the tarballs, and what they depend on from the registry. */
export interface Manager {
  readonly name: string;
  /** Why programs cannot require ES modules under it; `undefined` where they can. */
  readonly noRequire?: string | undefined;
  /** @throws NotHere when the manager cannot be had; otherwise what it prints. */
  readonly install: (order: Order) => Promise<Execute>;
}

const node =
  (folder: string): Execute =>
  async (file) =>
    (await run(process.execPath, [file], folder)).stdout;

const major = Number.parseInt(process.versions.node, 10);

/** The one that comes with Node. */
export const npm: Manager = {
  name: "npm",
  async install({ folder, tarballs, others }) {
    const files = filesOf(tarballs);
    await writeProject(folder, {
      dependencies: { ...files, ...others },
      overrides: referring(tarballs),
    });
    await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
    return node(folder);
  },
};

/** The package managers with which the tarballs are installed. */
export const managers: readonly Manager[] = [
  npm,
  {
    name: "pnpm",
    async install({ folder, tarballs, others }) {
      const files = filesOf(tarballs);
      await writeProject(folder, {
        dependencies: { ...files, ...others },
        pnpm: { overrides: files },
      });
      await writeFile(join(folder, "pnpm-workspace.yaml"), "packages: []\n");
      await run("pnpm", ["install", "--ignore-scripts"], folder);
      return node(folder);
    },
  },
  {
    name: "Yarn PnP",
    noRequire: major < 22 ? "require() of ES modules needs Node 22 there" : undefined,
    async install({ folder, tarballs, others }) {
      const files = filesOf(tarballs);
      const installed = await fetchTools("@yarnpkg/cli-dist");
      const yarn = join(installed, "@yarnpkg", "cli-dist", "bin", "yarn.js");
      await writeProject(folder, { dependencies: { ...files, ...others }, resolutions: files });
      const registry = (await run("npm", ["config", "get", "registry"], folder)).stdout.trim();
      await writeFile(join(folder, "yarn.lock"), "");
      const settings = {
        nodeLinker: "pnp",
        enableScripts: false,
        enableTelemetry: false,
        enableImmutableInstalls: false,
        npmRegistryServer: registry,
      };
      // JSON is YAML.
      await writeFile(join(folder, ".yarnrc.yml"), JSON.stringify(settings));
      await run(process.execPath, [yarn, "install"], folder);
      return async (file) => (await run(process.execPath, [yarn, "node", file], folder)).stdout;
    },
  },
  {
    name: "Bun",
    async install({ folder, tarballs, others }) {
      const files = filesOf(tarballs);
      const bun = runtimes.find(({ name }) => name === "Bun");
      if (bun === undefined) throw new Error("Bun is no runtime");
      const { file: program } = await findRuntime(bun);
      await writeProject(folder, { dependencies: { ...files, ...others }, overrides: files });
      await run(program, ["install", "--ignore-scripts"], folder);
      return async (file) => (await run(program, ["run", file], folder)).stdout;
    },
  },
];

function filesOf(tarballs: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]));
}

/** npm wants an override of a direct dependency to refer to it. */
function referring(tarballs: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...tarballs.keys()].map((name) => [name, `$${name}`]));
}

async function writeProject(folder: string, manifest: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  const own = { name: "somebody", version: "1.0.0", private: true, type: "module", ...manifest };
  await writeFile(join(folder, "package.json"), JSON.stringify(own, null, 2));
}
