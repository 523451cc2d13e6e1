import { existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "./repo.js";

type Fields = Record<string, unknown>;

/**
 * The jobs that may do more than read, and what they may; the reason stands in the workflow. A job that calls
 * another workflow passes on what the jobs there may.
 */
const granted: Readonly<Record<string, Fields>> = {
  "comment.yml: comment": { actions: "read", "pull-requests": "write" },
  "propose.yml: propose": { actions: "write", contents: "write", "pull-requests": "write" },
  "upstream.yml: follow": { actions: "write", contents: "write", "pull-requests": "write" },
  "follow.yml: propose": { actions: "write", contents: "write", "pull-requests": "write" },
  "release.yml: versions": { actions: "write", contents: "write", "pull-requests": "write" },
  "release.yml: publish": { "id-token": "write" },
  "release.yml: tag": { contents: "write" },
  "site.yml: deploy": { "id-token": "write", pages: "write" },
};

const maxMinutes = 60;
const notInForks = /!\s*github\.event\.repository\.fork/;

/**
 * What must not be in a workflow of GitHub, and actionlint does not see: one line per problem, none when all is
 * well.
 *
 * @param name - its file's name.
 */
export function workflowProblems(name: string, text: string): string[] {
  const problems: string[] = [];
  const workflow = record(parse(text));
  const jobs = Object.entries(record(workflow.jobs)).map(([job, fields]) => ({
    job,
    fields: record(fields),
    steps: stepsOf(record(fields)),
  }));
  if (!isOnly(workflow.permissions, { contents: "read" })) {
    problems.push("permissions of the workflow are not just contents: read");
  }
  const events = eventsOf(workflow.on);
  const isCalled = events.every((event) => event === "workflow_call");
  if (!isCalled && workflow.concurrency === undefined) problems.push("no concurrency group");
  if (events.includes("pull_request_target")) {
    problems.push("pull_request_target runs beside secrets what a stranger has written");
  }
  if (events.includes("workflow_run")) {
    for (const { uses, run } of jobs.flatMap(({ steps }) => steps)) {
      if (/^\.|^actions\/checkout@/.test(String(uses ?? "")) || runsCode(run)) {
        problems.push("workflow_run runs beside secrets what a stranger has written");
      }
    }
  }
  if (/\bsecrets\b/.test(text)) problems.push("a secret is used");
  for (const { job, fields, steps } of jobs) {
    const found: string[] = [];
    const { permissions, uses, needs, if: condition } = fields;
    const may = granted[`${name}: ${job}`];
    const isFine = permissions === undefined || isOnly(permissions, {});
    if (!isFine && !isOnly(permissions, may)) {
      found.push(`permissions of its own: ${JSON.stringify(permissions)}`);
    }
    const alone = needs === undefined && (events.includes("push") || events.includes("schedule"));
    const writes = Object.keys(granted).some((key) => key.startsWith(`${name}:`));
    if (alone && writes && !notInForks.test(String(condition))) found.push("runs in forks too");
    if (uses !== undefined) {
      if (!isOfThisRepository(uses, /^\.\/\.github\/workflows\/[\w-]+\.yml$/)) {
        found.push(`another workflow: ${String(uses)}`);
      }
    } else if (!isMinutes(fields["timeout-minutes"])) {
      found.push(`no timeout-minutes of 1 to ${maxMinutes}`);
    }
    for (const step of steps) {
      found.push(...stepProblems(step, text));
      if (may !== undefined && runsCode(step.run)) {
        found.push(`may write, and runs what it has not pinned: ${String(step.run)}`);
      }
      if (may !== undefined && String(step.uses).startsWith("./")) {
        found.push(`may write, and runs ${String(step.uses)}`);
      }
    }
    problems.push(...found.map((problem) => `job ${job}: ${problem}`));
  }
  return problems;
}

/** The same of an action of this repository. */
export function actionProblems(text: string): string[] {
  const runs = record(record(parse(text)).runs);
  const problems = runs.using === "composite" ? [] : ["not a composite action"];
  return [...problems, ...stepsOf(runs).flatMap((step) => stepProblems(step, text))];
}

/** The scripts of a workflow or an action, each with its step's name or id. */
export function scriptsOf(text: string): { job: string; name: string; script: string }[] {
  const document = record(parse(text));
  const jobs = { ...record(document.jobs), action: document.runs };
  return Object.entries(jobs).flatMap(([job, fields]) =>
    stepsOf(record(fields)).flatMap(({ run, name, id }) =>
      typeof run === "string" ? [{ job, name: String(name ?? id ?? ""), script: run }] : [],
    ),
  );
}

function stepProblems({ uses, run, with: inputs }: Fields, text: string): string[] {
  if (uses === undefined) {
    // An expression becomes text of the script before the shell sees it: a branch's name can be code.
    return String(run).includes("${{") ? [`an expression inside a script: ${String(run)}`] : [];
  }
  const problems: string[] = [];
  const action = String(uses);
  if (isOfThisRepository(action, /^\.\/\.github\/actions\/[\w-]+$/)) return [];
  if (!/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(action)) {
    problems.push(`${action} is not pinned by a full commit`);
  } else if (!namesVersion(text, action)) {
    problems.push(`${action} has no comment with its version`);
  }
  if (!action.startsWith("actions/")) problems.push(`${action} is not an action of GitHub's own`);
  if (action.startsWith("actions/checkout@") && record(inputs)["persist-credentials"] !== false) {
    problems.push("checkout leaves its token in .git/config");
  }
  return problems;
}

/** Whether a script starts anything of this repository or of a registry. */
function runsCode(script: unknown): boolean {
  return /\b(npx|pnpm|node|tsx|yarn|corepack)\b|\bnpm (?!view |publish )|\.ci\/|\bbash /.test(
    String(script ?? ""),
  );
}

function isOfThisRepository(uses: unknown, form: RegExp): boolean {
  return form.test(String(uses)) && existsSync(join(root, String(uses)));
}

/** Whether the version stands behind the action wherever it is used. */
function namesVersion(text: string, action: string): boolean {
  const [, ...after] = text.split(`uses: ${action}`);
  return after.every((rest) => /^ # v\d+\.\d+\.\d+$/.test(rest.split("\n")[0] ?? ""));
}

function isMinutes(value: unknown): boolean {
  return typeof value === "number" && value >= 1 && value <= maxMinutes;
}

/** Whether both grant the same. */
function isOnly(permissions: unknown, wanted: Fields | undefined): boolean {
  const sorted = (fields: Fields) => JSON.stringify(Object.entries(fields).sort());
  const isMapping = typeof permissions === "object" && permissions !== null;
  return isMapping && wanted !== undefined && sorted(record(permissions)) === sorted(wanted);
}

function eventsOf(on: unknown): string[] {
  if (typeof on === "string") return [on];
  return Array.isArray(on) ? on.map(String) : Object.keys(record(on));
}

function stepsOf({ steps }: Fields): Fields[] {
  return Array.isArray(steps) ? steps.map(record) : [];
}

function record(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
