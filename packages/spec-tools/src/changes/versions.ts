import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { readDocument } from "../documents/read-document.js";
import { type Change, sorted, worstOf } from "./change.js";
import { type PackageName, packageIn } from "./changesets.js";
import type { Base, History } from "./history.js";
import { packageChanges, type Sources } from "./package-changes.js";
import { redoclyDiff } from "./redocly-diff.js";
import { ruleChanges } from "./rule-changes.js";
import { specChanges } from "./spec-changes.js";

/** A version of an API: its bundle, and the sources of its package. Either may not be there yet. */
export interface ApiVersion {
  /** Text of specs/<api>/openapi.yaml. */
  bundle: string | undefined;
  sources: Sources;
  /** Text of packages/<api>/package.json. */
  manifest: string | undefined;
}

/** An API as it was in a commit. */
export async function versionAt(history: History, commit: string, api: Api): Promise<ApiVersion> {
  const folder = api.package;
  const [bundle, manifest, files] = await Promise.all([
    history.read(commit, api.bundle),
    history.read(commit, `${folder}/package.json`),
    history.readBelow(commit, `${folder}/src`),
  ]);
  return { bundle, manifest, sources: sourcesIn(folder, files) };
}

/**
 * An API as it stands in the checkout.
 *
 * @param generated files that are not written yet, and count instead of those that are there.
 */
export async function versionHere(
  api: Api,
  generated: readonly PlannedFile[] = [],
): Promise<ApiVersion> {
  const { root } = api.repository;
  const folder = api.package;
  const planned = new Map(generated.map(({ path, text }) => [path, text]));
  const read = async (path: string) => planned.get(path) ?? (await readText(join(root, path)));
  const entries = await readdir(join(root, folder, "src"), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const files = new Map(planned);
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name).slice(join(root, "/").length);
    const plain = path.replaceAll("\\", "/");
    // What an earlier version generated and this one does not is gone.
    const isStale = planned.size > 0 && plain.startsWith(`${folder}/src/generated/`);
    if (!entry.isFile() || isStale || !plain.endsWith(".ts")) continue;
    files.set(plain, (await readText(join(root, plain))) ?? "");
  }
  return {
    bundle: await read(api.bundle),
    manifest: await read(`${folder}/package.json`),
    sources: sourcesIn(folder, files),
  };
}

function sourcesIn(folder: string, files: ReadonlyMap<string, string>): Sources {
  const own = [...files].filter(
    ([path]) => path.startsWith(`${folder}/src/`) && path.endsWith(".ts"),
  );
  return new Map(own.map(([path, text]) => [path.slice(folder.length + 1), text]));
}

/** What of an API its users have: its bundle, and the sources of its package. */
export function pathsOf(api: Api): string[] {
  return [api.bundle, `${api.package}/src`];
}

/**
 * What to compare an API with: its last release, or what `since` names.
 *
 * @throws InputError when that is unknown here.
 */
export async function baseOf(history: History, api: Api, since?: string): Promise<Base> {
  const { name } = packageIn(api, await manifestHere(api));
  return since === undefined
    ? history.lastRelease(name, await wasReleased(api))
    : history.at(since, name);
}

/**
 * What changed in an API since its last release, or since what `since` names.
 *
 * @throws InputError when that is unknown here, or a bundle is refused.
 */
export async function changesSince(history: History, api: Api, since?: string): Promise<Released> {
  const base = await baseOf(history, api, since);
  const manifest = await manifestHere(api);
  const here = packageIn(api, manifest);
  if (!(await history.differs(base.commit, pathsOf(api)))) {
    const old = await history.read(base.commit, `${api.package}/package.json`);
    return { base, here, before: packageIn(api, old ?? manifest), changes: [] };
  }
  const before = await versionAt(history, base.commit, api);
  const isElsewhere = base.isRelease && before.bundle === undefined && before.sources.size === 0;
  const changes = isElsewhere
    ? [moved(api)]
    : await changesBetween(api, before, await versionHere(api));
  return { base, here, before: packageIn(api, before.manifest ?? manifest), changes };
}

/** Of a package that was released from other folders nothing is known: what breaks its users must not pass. */
function moved(api: Api): Change {
  const what = `its release has neither ${api.bundle} nor ${api.package}/src, so nothing was compared`;
  return { level: "breaking", side: "api", where: api.name, what };
}

function manifestHere(api: Api): Promise<string | undefined> {
  return readText(join(api.repository.root, api.package, "package.json"));
}

/** An API, compared with a release of it. */
export interface Released {
  base: Base;
  /** Name and version in the checkout, and at `base`. */
  here: PackageName;
  before: PackageName;
  changes: Change[];
}

/** Whether a changelog says that there was a release. */
async function wasReleased(api: Api): Promise<boolean> {
  const changelog = await readText(join(api.repository.root, api.package, "CHANGELOG.md"));
  return changelog !== undefined && /^## \d/m.test(changelog);
}

/**
 * What changed between two versions of an API for those who use its package, the worst first.
 *
 * Redocly compares the bundles; our model adds what rules mean, and the compiler what the package exports.
 *
 * @throws InputError when a bundle is refused.
 */
export async function changesBetween(
  api: Api,
  before: ApiVersion,
  after: ApiVersion,
): Promise<Change[]> {
  const changes = await bundleChanges(api, before.bundle, after.bundle);
  const index = "src/index.ts";
  const sourcesDiffer =
    before.sources.has(index) &&
    after.sources.has(index) &&
    [...new Set([...before.sources.keys(), ...after.sources.keys()])].some(
      (path) => before.sources.get(path) !== after.sources.get(path),
    );
  if (sourcesDiffer) {
    const explained = worstOf(changes) === "breaking";
    const folder = join(api.repository.root, api.package);
    changes.push(...packageChanges(folder, before.sources, after.sources, explained));
  }
  return sorted(changes);
}

async function bundleChanges(
  api: Api,
  before: string | undefined,
  after: string | undefined,
): Promise<Change[]> {
  if (before === after) return [];
  if (before === undefined) {
    return [{ level: "additive", side: "api", where: api.name, what: "API added" }];
  }
  if (after === undefined) {
    return [{ level: "breaking", side: "api", where: api.name, what: "API removed" }];
  }
  const old = parsed(before, `${api.bundle} as it was before`);
  const now = parsed(after, api.bundle);
  return [...specChanges(await redoclyDiff(before, after), old, now), ...ruleChanges(old, now)];
}

/** Judged: Redocly follows every reference that it meets. */
function parsed(text: string, file: string): JsonObject {
  const { parsed: document } = readDocument(text, { file, layer: "bundle", folder: "." });
  if (!isObject(document)) throw new InputError(`${file}: not a mapping`);
  if (!/^3\.[0-2]\./.test(String(document.openapi))) {
    throw new InputError(`${file}: not OpenAPI 3; nothing can be compared with it`);
  }
  return document;
}
