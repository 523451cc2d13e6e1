import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { dump, load } from "js-yaml";
import type { Comparison, Measured } from "./comparison.js";
import { clients, ours, reasonOf } from "./peers/clients.js";
import { signing } from "./peers/signing.js";
import { step } from "./report.js";

const run = promisify(execFile);
const checkout = fileURLToPath(new URL("../../", import.meta.url));

/** What an installation brings. */
interface Installed {
  readonly packages: number;
  /** Bytes of all files, in MB (1000 kB). */
  readonly size: number;
}

/**
 * Packages and bytes in the node_modules of an empty project that depends on one package alone: ours from the tarball
 * that would be published, others in the versions of our lockfile, from pnpm's store without the network.
 */
export async function installSize(): Promise<Measured> {
  const calling = Object.entries(clients).map(([name, { installs }]) => [name, installs] as const);
  const signed = Object.entries(signing).map(([name, { installs }]) => [name, installs] as const);
  const about =
    "What is in `node_modules` of an empty project that depends on this package alone: ours as it would be published, " +
    "others in the versions of our lockfile.";
  const both: Comparison[] = [
    await installEach(
      "install",
      `${about} Of Redocly and hey-api, that is the generator, needed to develop only; their code needs nothing to run.`,
      calling,
    ),
    await installEach("install, clients that sign", "As above.", signed),
  ];
  const figures = both.flatMap(({ work, measures }) =>
    measures.map(({ name, unit, samples }) => ({
      what: `${name} of an ${work}`,
      measured: samples[ours]?.[0] ?? Number.NaN,
      unit,
    })),
  );
  return { figures, comparisons: both };
}

async function installEach(
  work: string,
  about: string,
  wanted: readonly (readonly [name: string, installs: string | undefined])[],
): Promise<Comparison> {
  const size: Record<string, number[]> = {};
  const packages: Record<string, number[]> = {};
  const absent: Record<string, string> = {};
  for (const [name, installs] of wanted) {
    if (installs === undefined) {
      absent[name] = "installs nothing";
      continue;
    }
    try {
      const installed = await step(`install of ${installs}`, () => installAlone(installs));
      size[name] = [installed.size];
      packages[name] = [installed.packages];
    } catch (error) {
      if (name === ours) throw error;
      absent[name] = reasonOf(error);
    }
  }
  const measures = [
    { name: "size", unit: "MB", samples: size },
    { name: "packages", unit: "", samples: packages },
  ];
  return { work, about, ours, measures, absent };
}

async function installAlone(name: string): Promise<Installed> {
  const project = await mkdtemp(join(tmpdir(), "install-size-"));
  try {
    const lockfile = load(await readFile(join(checkout, "pnpm-lock.yaml"), "utf8")) as Lockfile;
    const { specifier, version } = name.startsWith(scope)
      ? await addTarballs(lockfile, name, project)
      : locked(lockfile, name);
    const dependencies = { [name]: { specifier, version } };
    const manifest = { private: true, dependencies: { [name]: specifier } };
    await writeFile(join(project, "package.json"), JSON.stringify(manifest));
    await writeFile(
      join(project, "pnpm-workspace.yaml"),
      "nodeLinker: hoisted\nautoInstallPeers: false\n",
    );
    const { lockfileVersion, settings, packages, snapshots } = lockfile;
    const own = {
      lockfileVersion,
      settings,
      importers: { ".": { dependencies } },
      packages,
      snapshots,
    };
    await writeFile(join(project, "pnpm-lock.yaml"), dump(own));
    const alone = ["install", "--offline", "--frozen-lockfile", "--ignore-scripts"];
    await run("pnpm", alone, { cwd: project });
    return await measure(join(project, "node_modules"));
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

const scope = "@cloud-clients/";

/** The parts of pnpm-lock.yaml that are read here. */
interface Lockfile {
  readonly lockfileVersion: string;
  readonly settings: object;
  readonly importers: Readonly<Record<string, Readonly<Record<string, Dependencies>>>>;
  readonly packages: Record<string, object>;
  readonly snapshots: Record<string, object>;
}
type Dependencies = Readonly<Record<string, { readonly version: string }>>;

function locked(lockfile: Lockfile, name: string): { specifier: string; version: string } {
  const version = lockfile.importers.benchmarks?.devDependencies?.[name]?.version;
  if (version === undefined) throw new Error(`pnpm-lock.yaml has no ${name} for benchmarks`);
  // What follows in parentheses are the peers that were chosen.
  return { specifier: version.replace(/\(.*/, ""), version };
}

/** Packs a package of ours and those of ours that it depends on, and locks them; gives how it is depended on. */
async function addTarballs(
  lockfile: Lockfile,
  name: string,
  into: string,
): Promise<{ specifier: string; version: string }> {
  const folder = name.slice(scope.length);
  const dependencies: Record<string, string> = {};
  const wanted = lockfile.importers[`packages/${folder}`]?.dependencies ?? {};
  for (const [dependency, { version }] of Object.entries(wanted)) {
    dependencies[dependency] = dependency.startsWith(scope)
      ? (await addTarballs(lockfile, dependency, into)).version
      : version;
  }
  // Built already: `prepack` would do it again.
  const pack = ["pack", "--json", "--config.ignore-scripts=true", "--pack-destination", into];
  const { stdout } = await run("pnpm", pack, { cwd: join(checkout, "packages", folder) });
  const { filename, version } = JSON.parse(stdout) as { filename: string; version: string };
  const tarball = `file:${basename(filename)}`;
  const hash = createHash("sha512")
    .update(await readFile(filename))
    .digest("base64");
  const key = `${name}@${tarball}`;
  lockfile.packages[key] = { resolution: { integrity: `sha512-${hash}`, tarball }, version };
  lockfile.snapshots[key] = { dependencies };
  return { specifier: tarball, version: tarball };
}

/** Counts packages and bytes, without what pnpm notes for itself. */
async function measure(folder: string): Promise<Installed> {
  let bytes = 0;
  let packages = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const inside = path.slice(folder.length + 1);
    if (!entry.isFile() || inside.startsWith(".")) continue;
    bytes += (await stat(path)).size;
    const manifest = /^(.*\/node_modules\/)?(@[^/]+\/)?[^/@]+\/package\.json$/;
    if (manifest.test(inside)) packages++;
  }
  return { packages, size: bytes / 1e6 };
}
