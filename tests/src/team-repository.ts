import { cp, mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { link, linkBins, locate, manifestIn, packOurs, unpack } from "./pack.js";
import { root } from "./repo.js";
import { run } from "./run.js";

/** What a team has of ours: nothing but these. */
const published = ["spec-tools", "runtime", "emulator"];

/** The repository of another team, with our packages installed from their tarballs. */
export interface TeamRepository {
  folder: string;
  /** Does what `npm install` would do now. Reaches no registry. */
  install(): Promise<void>;
  /** Runs a command line of `npm` there. */
  npm(...args: string[]): Promise<Ran>;
}

/** What a command printed, and its exit code. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** A copy of tests/fixtures/acme-clients in a temporary folder, installed. */
export async function teamRepository(): Promise<TeamRepository> {
  const home = await mkdtemp(join(tmpdir(), "acme-clients-"));
  const folder = join(home, "acme-clients");
  await cp(join(root, "tests/fixtures/acme-clients"), folder, { recursive: true });
  const tarballs = await packOurs(join(home, "tarballs"), published);
  for (const [name, tarball] of tarballs) await unpack(folder, name, tarball);
  const install = () => linkDependencies(folder, new Set(tarballs.keys()));
  await install();
  return { folder, install, npm: (...args) => npm(folder, args) };
}

/** Links what the manifests of the repository and its packages name, from what is installed for ours. */
async function linkDependencies(folder: string, ours: ReadonlySet<string>): Promise<void> {
  const clients = await readdir(join(folder, "clients"));
  const packages = clients.map((name) => join(folder, "clients", name));
  for (const home of [folder, ...packages]) {
    const { name, dependencies, devDependencies } = await manifestIn(home);
    if (home !== folder) await link(home, join(folder, "node_modules", name));
    for (const one of Object.keys({ ...dependencies, ...devDependencies })) {
      if (ours.has(one)) continue;
      const installed = await locate(join(root, "packages/runtime"), one);
      await link(installed, join(folder, "node_modules", one));
      await linkBins(folder, installed);
    }
  }
}

async function npm(folder: string, args: readonly string[]): Promise<Ran> {
  const quiet = ["--offline", "--no-update-notifier", "--silent"];
  try {
    const { stdout, stderr } = await run("npm", [...quiet, ...args], folder);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}
