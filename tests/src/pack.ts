import { cp, mkdir, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packages, root } from "./repo.js";
import { run } from "./run.js";

/**
 * Packs packages, by default all that programs import, as they would be published: the tarballs by package name.
 * Where CLOUD_CLIENTS_TARBALLS names a folder, they are the ones that `pack-release` made there.
 */
export async function packOurs(
  into: string,
  folders: readonly string[] = packages,
): Promise<Map<string, string>> {
  const tarballs = new Map<string, string>();
  const made = process.env.CLOUD_CLIENTS_TARBALLS;
  if (made !== undefined) {
    const files: Record<string, string> = JSON.parse(
      await readFile(join(made, "tarballs.json"), "utf8"),
    );
    for (const folder of folders) {
      const name = `@cloud-clients/${folder}`;
      const file = files[name];
      if (file === undefined) throw new Error(`${made} has no tarball of ${name}`);
      tarballs.set(name, join(made, file));
    }
    return tarballs;
  }
  await mkdir(into, { recursive: true });
  const wanted = folders.map((folder) => `--filter=./packages/${folder}`);
  // Built already: `prepack` would write dist anew under the tests that read it.
  const options = ["--json", "--config.ignore-scripts=true", "--pack-destination", into];
  const { stdout } = await run("pnpm", ["--recursive", ...wanted, "pack", ...options], root);
  const packed: { name: string; filename: string }[] = [JSON.parse(stdout)].flat();
  for (const { name, filename } of packed) tarballs.set(name, filename);
  return tarballs;
}

/**
 * Packs the installed copies of everything that our packages depend on: an install from these needs
 * no registry. Gives the tarballs by package name.
 */
export async function packDependencies(into: string): Promise<Map<string, string>> {
  const folders = new Map<string, string>();
  for (const folder of packages) await collect(join(root, "packages", folder), folders);
  await mkdir(into, { recursive: true });
  const tarballs = new Map<string, string>();
  for (const [name, folder] of folders) {
    const file = join(into, `${name.replace("/", "-")}.tgz`);
    // pnpm links equal files to one another, and npm drops links from a tarball: pack a copy.
    await cp(folder, join(into, "package"), { recursive: true });
    await run("tar", ["-czf", file, "package"], into);
    await rm(join(into, "package"), { recursive: true });
    tarballs.set(name, file);
  }
  return tarballs;
}

async function collect(folder: string, found: Map<string, string>): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (!name.startsWith("@cloud-clients/")) await add(name, folder, found);
  }
}

async function add(name: string, from: string, found: Map<string, string>): Promise<void> {
  if (found.has(name)) return;
  const installed = await locate(from, name);
  found.set(name, installed);
  await collect(installed, found);
}

/** Where a package is installed for a folder, or for one above it. */
export async function locate(from: string, name: string): Promise<string> {
  for (let folder = await realpath(from); ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (
      await readdir(candidate).then(
        () => true,
        () => false,
      )
    )
      return realpath(candidate);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed for ${from}`);
  }
}

/** Makes an empty project that installs the tarballs, and installs it without any network. */
export async function installTarballs(
  project: string,
  ours: Map<string, string>,
  others: Map<string, string>,
): Promise<void> {
  await mkdir(project, { recursive: true });
  const spec = (tarballs: Map<string, string>): Record<string, string> =>
    Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]));
  const manifest = {
    name: "somebody",
    private: true,
    type: "module",
    dependencies: { ...spec(ours), ...spec(others) },
    overrides: Object.fromEntries(
      [...ours.keys(), ...others.keys()].map((name) => [name, `$${name}`]),
    ),
  };
  await writeFile(join(project, "package.json"), JSON.stringify(manifest, null, 2));
  await run(
    "npm",
    ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts"],
    project,
  );
}

/** What is read of a package.json. */
interface Manifest {
  name: string;
  bin?: string | Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** The package.json of a folder. */
export async function manifestIn(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
}

/**
 * Puts one of our tarballs into a project, as an install would: with what its package.json depends on, linked from
 * what is installed here, and nothing else.
 */
export async function unpack(project: string, name: string, tarball: string): Promise<void> {
  const target = join(project, "node_modules", name);
  await mkdir(target, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"], project);
  const source = join(root, "packages", name.replace("@cloud-clients/", ""));
  const { dependencies = {} } = await manifestIn(target);
  for (const dependency of Object.keys(dependencies)) {
    if (dependency.startsWith("@cloud-clients/")) continue;
    const installed = await locate(source, dependency);
    await link(installed, join(target, "node_modules", dependency));
  }
  await linkBins(project, target);
}

/** Links the commands of an installed package into a project. */
export async function linkBins(project: string, installed: string): Promise<void> {
  const { name, bin = {} } = await manifestIn(installed);
  const bins = typeof bin === "string" ? { [name.replace(/^@[^/]*\//, "")]: bin } : bin;
  for (const [command, file] of Object.entries(bins)) {
    await link(join(installed, file), join(project, "node_modules/.bin", command));
  }
}

/** Links a file or folder to a path, unless something is there. */
export async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
}
