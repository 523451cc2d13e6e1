import { parse } from "yaml";

/** How pnpm must be set up in `pnpm-workspace.yaml`: one line per problem. */
export function workspaceProblems(text: string): string[] {
  const settings = record(parse(text));
  const problems: string[] = [];
  const { minimumReleaseAge, minimumReleaseAgeExclude, catalog } = settings;
  if (typeof minimumReleaseAge !== "number" || minimumReleaseAge < 1440) {
    problems.push("minimumReleaseAge is less than a day");
  }
  if (minimumReleaseAgeExclude !== undefined) problems.push("minimumReleaseAgeExclude is set");
  if (JSON.stringify(settings.onlyBuiltDependencies) !== "[]") {
    problems.push("onlyBuiltDependencies lets install scripts run");
  }
  for (const name of ["strictDepBuilds", "blockExoticSubdeps"]) {
    if (settings[name] !== true) problems.push(`${name} is not true`);
  }
  for (const name of [
    "allowBuilds",
    "configDependencies",
    "dangerouslyAllowAllBuilds",
    "neverBuiltDependencies",
    "onlyBuiltDependenciesFile",
    "registries",
    "registry",
  ]) {
    if (settings[name] !== undefined) problems.push(`${name} is set`);
  }
  if (settings.verifyStoreIntegrity === false) problems.push("verifyStoreIntegrity is false");
  for (const [name, version] of Object.entries(record(catalog))) {
    if (!isRange(version)) problems.push(`catalog: ${name} is ${String(version)}`);
  }
  return problems;
}

const groups = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
] as const;
const lifecycle = ["preinstall", "install", "postinstall", "prepare", "prepublish"];

/**
 * What must not be in a `package.json` of ours: one line per problem.
 *
 * @param isLocked whether it is outside of the workspace, with a lockfile of its own: it names exact versions.
 */
export function manifestProblems(text: string, isLocked = false): string[] {
  const manifest = record(JSON.parse(text));
  const problems: string[] = [];
  if (manifest.pnpm !== undefined) problems.push("pnpm is set up beside pnpm-workspace.yaml");
  for (const group of groups) {
    for (const [name, wanted] of Object.entries(record(manifest[group]))) {
      const fine =
        wanted === "catalog:" ||
        wanted === "workspace:*" ||
        (isLocked && /^\d+\.\d+\.\d+$/.test(String(wanted)));
      if (!fine && !(group === "peerDependencies" && isRange(wanted))) {
        problems.push(`${group}: ${name} is ${String(wanted)}`);
      }
    }
  }
  for (const name of lifecycle) {
    if (name in record(manifest.scripts)) problems.push(`the script ${name} runs at install`);
  }
  return problems;
}

/** What must not be in `pnpm-lock.yaml`: one line per problem. */
export function lockfileProblems(text: string): string[] {
  const problems = [...text.matchAll(/\bhttps?:\/\/\S+/g)].map(([address]) => `holds ${address}`);
  for (const [name, entry] of Object.entries(record(record(parse(text)).packages))) {
    const { integrity, ...more } = record(record(entry).resolution);
    if (!/^sha512-[\w+/]{86}==$/.test(String(integrity))) problems.push(`${name} has no sha512`);
    for (const key of Object.keys(more)) problems.push(`${name} is resolved by ${key}`);
  }
  return problems;
}

/** Whether it is a version or a range of versions, also of a package by another name: only a registry can tell. */
function isRange(wanted: unknown): boolean {
  const range = /^(npm:[\w-]+@)?[\^~]?\d+(\.\d+){0,2}(-[\w.]+)?$/;
  return String(wanted)
    .split(" || ")
    .every((one) => range.test(one));
}

type Fields = Record<string, unknown>;

function record(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
