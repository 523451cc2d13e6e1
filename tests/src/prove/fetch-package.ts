import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../repo.js";
import { run } from "../run.js";

/** What a proof needs cannot be had on this machine. */
export class NotHere extends Error {}

/**
 * Fetches a package that only `prove` needs from the registry, once, into a folder of its own below node_modules. No
 * script of it is run.
 *
 * @returns the node_modules that has it.
 * @throws NotHere when it cannot be fetched.
 */
export async function fetchPackage(name: string, version: string): Promise<string> {
  const folder = join(
    root,
    "node_modules",
    ".cache",
    "prove",
    `${name.replace("/", "-")}-${version}`,
  );
  const installed = join(folder, "node_modules");
  if (await exists(join(installed, name))) return installed;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{"private":true}\n');
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"];
  try {
    await run("npm", ["install", ...quiet, `${name}@${version}`], folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const { stderr = "" } = error as { stderr?: string };
    const [line = String(error)] = stderr.match(/^npm (?:error|ERR!) (?!code).+$/m) ?? [];
    throw new NotHere(`${name}@${version} cannot be fetched: ${line}`);
  }
  return installed;
}

/** Whether there is a file or folder. */
export function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
