import { InputError } from "../base/input-error.js";
import { readSpecs, type Specs } from "../documents/specs.js";
import { generateFiles } from "../emit/files.js";
import { readProvenance } from "../import/provenance.js";
import { packageIn, reportOf } from "./changesets.js";
import { plainLines } from "./show.js";
import { changesBetween, versionHere } from "./versions.js";

/**
 * What an import that was written does to an API, as lines: fragments that no path uses, overlays that have
 * become superfluous, what keeps the bundle from being made, and what changes for users of the package.
 */
export async function importEffect(root: string, api: string): Promise<string[]> {
  try {
    const specs = await readSpecs(root, api);
    const unused = await unusedFragments(root, api, specs);
    const before = await versionHere(root, api);
    // The first import of an API has nothing to be compared with.
    if (before.bundle === undefined) return unused;
    const { files, idle } = await generateFiles(root, api, specs, "report");
    const changes = await changesBetween(root, api, before, await versionHere(root, api, files));
    const report = reportOf(api, packageIn(api, before.manifest), "by this import", changes);
    return [...unused, ...idle, ...plainLines(report)];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((problem) => `still to do: ${problem}`);
  }
}

/** A line for each fragment of a page that the source leads to by no reference. */
async function unusedFragments(root: string, api: string, specs: Specs): Promise<string[]> {
  const folder = `specs/${api}`;
  const used = new Set<string>();
  const open = [...specs.documents.keys()].filter(
    (path) => path === `${folder}/source/openapi.yaml` || path.startsWith(`${folder}/overlays/`),
  );
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (used.has(path)) continue;
    used.add(path);
    for (const file of specs.documents.get(path)?.files.keys() ?? [])
      open.push(`${folder}/${file}`);
  }
  const { pages } = await readProvenance(root, api);
  return pages.flatMap(({ file, operation }) => {
    const path = `${folder}/upstream/${file}`;
    if (file === undefined || used.has(path)) return [];
    return [
      `${path}: no path uses it; refer to it at ${operation} in ${folder}/source/openapi.yaml`,
    ];
  });
}
