import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
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
export async function importEffect(api: Api): Promise<string[]> {
  try {
    const specs = await readSpecs(api);
    const unused = await unusedFragments(api, specs);
    const before = await versionHere(api);
    // The first import of an API has nothing to be compared with.
    if (before.bundle === undefined) return unused;
    const { files, idle } = await generateFiles(api, specs, "report");
    const changes = await changesBetween(api, before, await versionHere(api, files));
    const report = reportOf(api, packageIn(api, before.manifest), "by this import", changes);
    return [...unused, ...idle, ...plainLines(report)];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((problem) => `still to do: ${problem}`);
  }
}

/** A line for each fragment of a page that the source leads to by no reference. */
async function unusedFragments(api: Api, specs: Specs): Promise<string[]> {
  const used = new Set<string>();
  const open = [...specs.documents.keys()].filter(
    (path) => path === api.source || path.startsWith(`${api.specs}/overlays/`),
  );
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (used.has(path)) continue;
    used.add(path);
    for (const file of specs.documents.get(path)?.files.keys() ?? [])
      open.push(`${api.specs}/${file}`);
  }
  const { pages } = await readProvenance(api);
  return pages.flatMap(({ file, operation }) => {
    const path = `${api.specs}/upstream/${file}`;
    if (file === undefined || used.has(path)) return [];
    return [`${path}: no path uses it; refer to it at ${operation} in ${api.source}`];
  });
}
