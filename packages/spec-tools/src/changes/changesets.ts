import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isObject } from "@cloud-clients/openapi-model";
import { parse } from "yaml";
import { readText } from "../base/files.js";
import { InputError, messageOf } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import { type Change, type Level, worstOf } from "./change.js";
import type { Base, History } from "./history.js";
import { changeLine, type PackageReport } from "./show.js";

const bumps = ["patch", "minor", "major"] as const;

/** What a release raises, the least first. */
export type Bump = (typeof bumps)[number];

/** A package's name and version. */
export interface PackageName {
  name: string;
  version: string;
}

/** Name and version in the text of a package.json, as far as it has them. */
export function packageIn(api: Api, manifest: string | undefined): PackageName {
  const file = `${api.package}/package.json`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(manifest ?? "{}");
  } catch (error) {
    throw new InputError(`${file}: ${messageOf(error)}`);
  }
  const { name, version } = isObject(parsed) ? parsed : {};
  return {
    name: typeof name === "string" ? name : api.packageName,
    version: typeof version === "string" ? version : "0.0.0",
  };
}

/**
 * The bump that semver asks for. Below 1.0.0 the minor version tells what the major one tells later, and the
 * patch version everything else.
 */
export function bumpFor(level: Level, version: string): Bump {
  const isEarly = version.startsWith("0.");
  if (level === "breaking") return isEarly ? "minor" : "major";
  return level === "additive" && !isEarly ? "minor" : "patch";
}

/** The version that a bump leads to. */
export function bumped(version: string, bump: Bump): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  if (bump === "major") return `${major + 1}.0.0`;
  return bump === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

function numbersOf(version: string): number[] {
  return version
    .replace(/[-+].*$/, "")
    .split(".")
    .map(Number);
}

function isAtLeast(version: string, least: string): boolean {
  const [own, other] = [numbersOf(version), numbersOf(least)];
  const index = own.findIndex((part, at) => part !== other[at]);
  return index === -1 || Number(own[index]) > Number(other[index]);
}

/** What is said of a package, with the version that its changes lead to. */
export function reportOf(
  api: Api,
  { name, version }: PackageName,
  since: string,
  changes: readonly Change[],
): PackageReport {
  const worst = worstOf(changes);
  const bump = worst && bumpFor(worst, version);
  const next = bump && { bump, next: bumped(version, bump) };
  return { package: name, api: api.name, version, ...next, since, changes };
}

const folder = ".changeset";

/** The highest bump that waiting changesets ask for, by package. */
async function waitingBumps(root: string): Promise<Map<string, Bump>> {
  const found = new Map<string, Bump>();
  const files = await readdir(join(root, folder)).catch(() => []);
  for (const file of files.filter((name) => name.endsWith(".md") && name !== "README.md")) {
    const path = `${folder}/${file}`;
    const text = await readText(join(root, path)).catch((error) => {
      throw new InputError(`${path}: ${messageOf(error)}`);
    });
    const [, head = ""] = /^\s*---\r?\n([\s\S]*?)\r?\n?---/.exec(text ?? "") ?? [];
    for (const [name, bump] of Object.entries(readHead(path, head))) {
      const before = found.get(name);
      if (before === undefined || bumps.indexOf(bump) > bumps.indexOf(before)) {
        found.set(name, bump);
      }
    }
  }
  return found;
}

function readHead(path: string, head: string): Record<string, Bump> {
  let parsed: unknown;
  try {
    parsed = parse(head) ?? {};
  } catch (error) {
    throw new InputError(`${path}: ${messageOf(error)}`);
  }
  const entries = Object.entries(isObject(parsed) ? parsed : {}).flatMap(([name, said]) => {
    const bump = bumps.find((one) => one === said);
    if (bump !== undefined) return [[name, bump] as const];
    // Its own command writes that for a package that is not to be released.
    if (said === "none") return [];
    throw new InputError(`${path}: ${name}: ${String(said)} is none of ${bumps.join(", ")}`);
  });
  return Object.fromEntries(entries);
}

/**
 * Why a breaking change must not be merged yet: no changeset says so, and the version was not raised either.
 * Undefined when all is well.
 *
 * @param before name and version at `base`.
 * @param now name and version in the checkout.
 */
export async function missingChangeset(
  root: string,
  changes: readonly Change[],
  before: PackageName,
  now: PackageName,
): Promise<Bump | undefined> {
  if (worstOf(changes) !== "breaking") return undefined;
  const needed = bumpFor("breaking", before.version);
  if (isAtLeast(now.version, bumped(before.version, needed))) return undefined;
  const waiting = (await waitingBumps(root)).get(now.name);
  const isEnough = waiting !== undefined && bumps.indexOf(waiting) >= bumps.indexOf(needed);
  return isEnough ? undefined : needed;
}

const headings = { breaking: "Breaking:", additive: "New:" };
const mostLines = 30;

/**
 * The changeset for what changed in an API since `base`; no text where nothing did. Whoever runs this again replaces
 * it, but never one that was there at `base`.
 */
export async function planChangeset(
  history: History,
  base: Base,
  api: Api,
  { name, version }: PackageName,
  changes: readonly Change[],
): Promise<{ path: string; text: string | undefined }> {
  const path = await freePath(history, base, api);
  const worst = worstOf(changes);
  if (worst === undefined) return { path, text: undefined };
  const parts = (["breaking", "additive"] as const).flatMap((level) => {
    const lines = changes.filter((change) => change.level === level).map(changeLine);
    if (lines.length === 0) return [];
    const rest = lines.length - mostLines;
    const more = rest > 0 ? [`… and ${rest} more`] : [];
    return [
      `${headings[level]}\n\n${[...lines.slice(0, mostLines), ...more].map((line) => `- ${line}`).join("\n")}`,
    ];
  });
  const words = changes.filter(({ level }) => level === "documentation").length;
  const about =
    words === 0
      ? []
      : [`${words} ${words === 1 ? "change" : "changes"} of descriptions and examples.`];
  const head = `${JSON.stringify(name)}: ${bumpFor(worst, version)}`;
  const text = `---\n${head}\n---\n\n${[titleOf(worst), ...parts, ...about].join("\n\n")}\n`;
  return { path, text };
}

function titleOf(worst: Level): string {
  if (worst === "breaking") return "The vendor's documents changed; programs may have to.";
  return worst === "additive"
    ? "The vendor's documents have more; programs stay as they are."
    : "The vendor's documents say the same in other words.";
}

async function freePath(history: History, base: Base, api: Api): Promise<string> {
  for (let number = 1; ; number++) {
    const path = `${folder}/${api}-spec${number === 1 ? "" : `-${number}`}.md`;
    if ((await history.read(base.commit, path)) === undefined) return path;
  }
}
