import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "./input-error.js";

/**
 * Names of the APIs in specs/, in alphabetical order: folders that hold source/openapi.yaml.
 *
 * @param wanted only these; none means all.
 * @throws InputError when a wanted API has no source, or when there is none at all.
 */
export async function listApis(root: string, wanted: readonly string[] = []): Promise<string[]> {
  const known: string[] = [];
  const entries = await readdir(join(root, "specs"), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const source = join(root, "specs", entry.name, "source", "openapi.yaml");
    if (await exists(source)) known.push(entry.name);
  }
  known.sort();
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `specs/${unknown}/source/openapi.yaml: missing; the APIs are: ${known.join(", ") || "none"}`,
    );
  }
  if (known.length === 0) throw new InputError("specs/*/source/openapi.yaml: there is no API yet");
  return wanted.length === 0 ? known : known.filter((name) => wanted.includes(name));
}

/** Whether something stands at `path`. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
