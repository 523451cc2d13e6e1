import { execFile } from "node:child_process";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InputError, type Output } from "@cloud-clients/spec-tools/command";
import { checkout } from "./run-tool.js";

/** What `pack-release` works on; its tests give their own. */
export interface ReleaseSetting {
  /** Where `packages/` is. */
  root: string;
  /** Runs npm or pnpm in a folder, to its exit code and what it prints on standard output. */
  run: (
    tool: "npm" | "pnpm",
    args: readonly string[],
    folder: string,
  ) => Promise<{ code: number; stdout: string }>;
}

/** What a release needs to know of a package. */
interface Package {
  folder: string;
  name: string;
  version: string;
  /** Names, of any registry. */
  dependencies: readonly string[];
}

/**
 * `pack-release FOLDER`: builds and packs every package that is not private. Besides the tarballs, the folder
 * gets `tarballs.json` (file by package name), `release.txt` with "name version file" per package whose version
 * is not on the registry yet, dependencies first, and for each of those `notes/<file>.md`, its part of the
 * CHANGELOG. Makes one request to the registry per package.
 *
 * @throws InputError when the folder is not empty, the registry does not respond, or a package cannot be packed.
 */
export async function packRelease(
  args: readonly string[],
  { out }: Output,
  { root, run }: ReleaseSetting = { root: checkout, run: runOnPath },
): Promise<number> {
  const [given, ...more] = args;
  if (given === undefined || given.startsWith("-") || more.length > 0) {
    throw new InputError("give one folder. Usage: pack-release FOLDER");
  }
  const into = resolve(root, given);
  await mkdir(into, { recursive: true });
  if ((await readdir(into)).length > 0) throw new InputError(`${given}: must be an empty folder`);
  await mkdir(join(into, "notes"));
  const tarballs: Record<string, string> = {};
  let release = "";
  for (const one of inOrder(await readPackages(root))) {
    const file = await pack(one, into, run);
    tarballs[one.name] = file;
    if (await isPublished(one, run)) {
      out(`${one.name} ${one.version}: on the registry already`);
      continue;
    }
    release += `${one.name} ${one.version} ${file}\n`;
    await writeFile(join(into, "notes", `${file}.md`), await notesOf(one));
    out(`${one.name} ${one.version}: to be released`);
  }
  await writeFile(join(into, "tarballs.json"), `${JSON.stringify(tarballs, null, 2)}\n`);
  await writeFile(join(into, "release.txt"), release);
  return 0;
}

async function readPackages(root: string): Promise<Package[]> {
  const found: Package[] = [];
  for (const name of (await readdir(join(root, "packages"))).sort()) {
    const folder = join(root, "packages", name);
    const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
      name: string;
      version: string;
      private?: boolean;
      dependencies?: Record<string, string>;
    };
    if (manifest.private === true) continue;
    const { version, dependencies = {} } = manifest;
    found.push({ folder, name: manifest.name, version, dependencies: Object.keys(dependencies) });
  }
  return found;
}

/** The packages, each behind those of them that it depends on. */
function inOrder(packages: readonly Package[]): Package[] {
  const ordered = new Set<Package>();
  const visit = (one: Package): void => {
    for (const other of packages) {
      if (one.dependencies.includes(other.name) && !ordered.has(other)) visit(other);
    }
    ordered.add(one);
  };
  for (const one of packages) visit(one);
  return [...ordered];
}

async function pack(one: Package, into: string, run: ReleaseSetting["run"]): Promise<string> {
  // `prepack` builds it.
  const { code, stdout } = await run("pnpm", ["pack", "--pack-destination", into], one.folder);
  const file = `${one.name.replace(/^@/, "").replace("/", "-")}-${one.version}.tgz`;
  const there = await access(join(into, file)).then(
    () => true,
    () => false,
  );
  if (code === 0 && there) return file;
  throw new InputError(`${one.name}: cannot be packed (exit code ${code}): ${stdout.trim()}`);
}

async function isPublished(one: Package, run: ReleaseSetting["run"]): Promise<boolean> {
  const wanted = `${one.name}@${one.version}`;
  const { code, stdout } = await run("npm", ["view", wanted, "version", "--json"], one.folder);
  // npm prints nothing for a version that a package lacks, and E404 for a package that there is not.
  if (code === 0) return stdout.trim() !== "";
  if (stdout.includes('"E404"')) return false;
  throw new InputError(
    `${wanted}: the registry does not say whether it is there: ${stdout.trim()}`,
  );
}

/** The part of a package's CHANGELOG that is about its version; empty when there is none. */
async function notesOf({ folder, version }: Package): Promise<string> {
  const text = await readFile(join(folder, "CHANGELOG.md"), "utf8").catch(() => "");
  const [, ...sections] = text.split(/^## /m);
  const found = sections.find((section) => section.split("\n")[0]?.trim() === version);
  return found === undefined ? "" : `${found.slice(found.indexOf("\n")).trim()}\n`;
}

function runOnPath(
  tool: string,
  args: readonly string[],
  folder: string,
): Promise<{ code: number; stdout: string }> {
  const options = { cwd: folder, maxBuffer: 2 ** 26, shell: process.platform === "win32" };
  return new Promise((done) => {
    const child = execFile(tool, args, options, (error, stdout, stderr) => {
      const said = error === null ? stdout : `${stdout}${stderr}`;
      done({ code: error === null ? 0 : (child.exitCode ?? 1), stdout: said });
    });
  });
}
