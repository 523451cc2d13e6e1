import { parse } from "yaml";

/** What must not be in a workflow of GitHub: one line per problem, none when all is well. */
export function workflowProblems(text: string): string[] {
  const problems: string[] = [];
  const workflow = record(parse(text));
  if (JSON.stringify(workflow.permissions) !== '{"contents":"read"}') {
    problems.push("permissions of the workflow are not just contents: read");
  }
  for (const event of eventsOf(workflow.on)) {
    if (event === "pull_request_target" || event === "workflow_run") {
      problems.push(`${event} runs beside secrets what a stranger has written`);
    }
  }
  if (/\bsecrets\b/.test(text)) problems.push("a secret is used");
  for (const [name, job] of Object.entries(record(workflow.jobs))) {
    const { permissions, steps, uses } = record(job);
    if (permissions !== undefined) problems.push(`job ${name} has permissions of its own`);
    if (uses !== undefined) problems.push(`job ${name} is another workflow: ${String(uses)}`);
    for (const step of Array.isArray(steps) ? steps.map(record) : []) {
      problems.push(...stepProblems(step, text).map((problem) => `job ${name}: ${problem}`));
    }
  }
  return problems;
}

function stepProblems({ uses, run, with: inputs }: Fields, text: string): string[] {
  if (uses === undefined) {
    // An expression becomes text of the script before the shell sees it: a branch's name can be code.
    return String(run).includes("${{") ? [`an expression inside a script: ${String(run)}`] : [];
  }
  const problems: string[] = [];
  const action = String(uses);
  if (!/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(action)) {
    problems.push(`${action} is not pinned by a full commit`);
  } else if (!text.split("\n").some((line) => namesVersion(line, action))) {
    problems.push(`${action} has no comment with its version`);
  }
  if (action.startsWith("actions/checkout@") && record(inputs)["persist-credentials"] !== false) {
    problems.push("checkout leaves its token in .git/config");
  }
  return problems;
}

function namesVersion(line: string, action: string): boolean {
  const [, after] = line.split(`uses: ${action}`);
  return after !== undefined && /^ # v\d+\.\d+\.\d+$/.test(after);
}

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

/** What must not be in a `package.json` of ours: one line per problem. */
export function manifestProblems(text: string): string[] {
  const manifest = record(JSON.parse(text));
  const problems: string[] = [];
  if (manifest.pnpm !== undefined) problems.push("pnpm is set up beside pnpm-workspace.yaml");
  for (const group of groups) {
    for (const [name, wanted] of Object.entries(record(manifest[group]))) {
      const fine = wanted === "catalog:" || wanted === "workspace:*";
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

/** Whether it is a version or a range of versions, also of a package by another name: only a registry can answer. */
function isRange(wanted: unknown): boolean {
  return /^(npm:[\w-]+@)?[\^~]?\d+(\.\d+){0,2}(-[\w.]+)?$/.test(String(wanted));
}

function eventsOf(on: unknown): string[] {
  if (typeof on === "string") return [on];
  return Array.isArray(on) ? on.map(String) : Object.keys(record(on));
}

type Fields = Record<string, unknown>;

function record(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
