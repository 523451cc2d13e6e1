import { cp, mkdir, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
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
  for (const folder of folders) {
    // Built already: `prepack` would write dist anew under the tests that read it.
    const { stdout } = await run(
      "pnpm",
      ["pack", "--json", "--config.ignore-scripts=true", "--pack-destination", into],
      join(root, "packages", folder),
    );
    const { name, filename } = JSON.parse(stdout) as { name: string; filename: string };
    tarballs.set(name, filename);
  }
  return tarballs;
}

/**
 * Packs the installed copies of everything that our packages depend on: an install from these needs
 * no registry. Gives the tarballs by package name.
 *
 * @param more - packages that a project has beside ours; the runtime must have them installed.
 */
export async function packDependencies(
  into: string,
  more: readonly string[],
): Promise<Map<string, string>> {
  const folders = new Map<string, string>();
  for (const folder of packages) await collect(join(root, "packages", folder), folders);
  for (const name of more) await add(name, join(root, "packages", "runtime"), folders);
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
