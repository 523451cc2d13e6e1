import { readText } from "../base/files.js";
import { fileBeside } from "../base/own-file.js";

/** Version ranges of what a new package depends on, by name. */
export type Versions = Readonly<Record<string, string>>;

/**
 * The versions that this spec-tools was tested with, as `build.js` wrote them. Nothing where it runs from source: the
 * repository that holds spec-tools has the other packages in its workspace.
 */
export async function readVersions(): Promise<Versions | undefined> {
  const file = fileBeside("versions.json");
  const text = file === undefined ? undefined : await readText(file);
  return text === undefined ? undefined : JSON.parse(text);
}
