import { join } from "node:path";
import { exists } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { isDraft, knownApis, listApis, readSpecs } from "../documents/specs.js";
import { type CoveredApi, readCoverage } from "../emit/coverage.js";
import { generateFiles } from "../emit/files.js";
import { makePages, pagesOfAll } from "../emit/pages.js";
import { withoutDraftMark } from "./overlay-text.js";
import { readmeFile } from "./readme.js";
import { contractTest } from "./team-package.js";
import type { Versions } from "./versions.js";

/** The result of confirming an API's rules. */
export interface Confirmed {
  files: PlannedFile[];
  /** Lines to print once the files are written. */
  report: string[];
}

/**
 * Checks the proposed rules of an API against its schemas, removes their draft marks, and generates the code.
 *
 * @param versions of what its package depends on, where that comes from npm.
 * @throws InputError naming every rule that does not hold, with its file and line, or when there is no draft.
 */
export async function confirmApi(api: Api, versions?: Versions): Promise<Confirmed> {
  const { repository } = api;
  const { root } = repository;
  await listApis(repository, [api.name]);
  const specs = await readSpecs(api, { drafts: "allow" });
  const confirmed = [...specs.documents]
    .filter(([file, { parsed }]) => file.startsWith(`${api.specs}/overlays/`) && isDraft(parsed))
    .map(([path, { text }]) => ({ path, text: withoutDraftMark(text) }));
  if (confirmed.length === 0) {
    throw new InputError(
      `${api.specs}: no draft to confirm; run: ${repository.command("generate")}`,
    );
  }
  const { files, document, coverage } = await generateFiles(api, specs);
  const once = [
    { path: `${api.package}/README.md`, text: readmeFile(api, document) },
    versions === undefined ? undefined : contractTest(api, document),
  ].filter((file) => file !== undefined);
  const isThere = await Promise.all(once.map(({ path }) => exists(join(root, path))));
  const fresh = once.filter((_, index) => !isThere[index]);
  const pages = await makePages(repository, await allCovered({ api, coverage }));
  const rules = confirmed.map(({ path }) => path).join(", ");
  return {
    files: [...confirmed, ...files, ...fresh, ...pages],
    report: [
      `${rules}: confirmed`,
      `${api.bundle}, ${api.package}/src/generated: ${files.length} files written`,
      ...fresh.map(({ path }) => `${path}: written; from now on you maintain it`),
    ],
  };
}

/** The API that is confirmed, among all others as they were generated. */
async function allCovered(confirmed: CoveredApi): Promise<CoveredApi[]> {
  const { repository } = confirmed.api;
  if (pagesOfAll(repository).length === 0) return [];
  const covered: CoveredApi[] = [];
  for (const api of await knownApis(repository)) {
    if (api === confirmed.api) covered.push(confirmed);
    // Another draft was not generated yet; its confirmation adds it.
    else if (await exists(join(repository.root, api.bundle)))
      covered.push({ api, coverage: await readCoverage(api) });
  }
  return covered;
}
