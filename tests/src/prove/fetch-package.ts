import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../repo.js";
import { run } from "../run.js";
import { versions } from "./versions.js";

/** Where everything is kept that proofs have fetched. */
export const fetched = join(root, "node_modules", ".cache", "prove");

/** What a proof needs cannot be had on this machine. */
export class NotHere extends Error {}

/**
 * Fetches packages that only `prove` needs from the registry, once, into a folder of their own below node_modules. No
 * script of them is run, and what they depend on is at least three days old, where npm knows that option.
 *
 * @param wanted - versions by name.
 * @returns the node_modules that has them.
 * @throws NotHere when they cannot be fetched.
 */
export async function fetchPackages(wanted: Readonly<Record<string, string>>): Promise<string> {
  const exact = Object.entries(wanted).map(([name, version]) => `${name}@${version}`);
  const folder = join(fetched, exact.map((one) => one.replace(/(?<=.)[@/]/g, "-")).join("+"));
  const installed = join(folder, "node_modules");
  if (await exists(join(installed, ".package-lock.json"))) return installed;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{"private":true}\n');
  const careful = ["--ignore-scripts", "--min-release-age=3"];
  const quiet = ["--no-audit", "--no-fund", "--fetch-retries=1"];
  try {
    await run("npm", ["install", ...careful, ...quiet, ...exact], folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const { stderr = "" } = error as { stderr?: string };
    const [line = String(error)] = stderr.match(/^npm (?:error|ERR!) (?!code).+$/m) ?? [];
    throw new NotHere(`${exact.join(", ")} cannot be fetched: ${line}`);
  }
  return installed;
}

/** Fetches packages of the table of versions. @see {@link fetchPackages} */
export function fetchTools(...names: readonly (keyof typeof versions)[]): Promise<string> {
  return fetchPackages(Object.fromEntries(names.map((name) => [name, versions[name]])));
}

/** Whether there is a file or folder. */
export function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
