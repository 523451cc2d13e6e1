import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../base/input-error.js";
import { linkProblem, linksAreRefused } from "./read-specs.js";
import { apiNameProblem, visible } from "./safe-names.js";

/**
 * Names of the APIs in specs/, in alphabetical order: folders that hold source/openapi.yaml.
 *
 * @param wanted only these; none means all.
 * @throws InputError when a wanted API has no source, or when there is none at all.
 */
export async function listApis(root: string, wanted: readonly string[] = []): Promise<string[]> {
  const known = await knownApis(root);
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `specs/${unknown}/source/openapi.yaml: missing; the APIs are: ${known.join(", ") || "none"}`,
    );
  }
  if (known.length === 0) throw new InputError("specs/*/source/openapi.yaml: there is no API yet");
  return wanted.length === 0 ? known : known.filter((name) => wanted.includes(name));
}

/**
 * The same, where there need not be any.
 *
 * @throws InputError when a folder of specs/ is a symbolic link, or an API's name cannot be a package's.
 */
export async function knownApis(root: string): Promise<string[]> {
  const known: string[] = [];
  const link = await linkProblem(root, "specs");
  if (link !== undefined) throw new InputError(link);
  const entries = await readdir(join(root, "specs"), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isSymbolicLink()) {
      throw new InputError(`specs/${visible(entry.name)}: ${linksAreRefused}`);
    }
    if (!entry.isDirectory()) continue;
    const source = join(root, "specs", entry.name, "source", "openapi.yaml");
    if (!(await exists(source))) continue;
    const problem = apiNameProblem(entry.name);
    if (problem !== undefined) throw new InputError(`specs/${visible(entry.name)}: ${problem}`);
    known.push(entry.name);
  }
  return known.sort();
}

/** Whether something stands at `path`. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
