import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError, type Output } from "@cloud-clients/spec-tools/command";
import { build } from "esbuild";
import { installTarballs, packDependencies, packOurs } from "../pack.js";
import { root } from "../repo.js";
import { NotHere } from "./fetch-package.js";
import { type Project, runIn } from "./hosts.js";
import { pagesOf } from "./pages.js";
import { type Outcome, type Proven, problemsOf, tableOf } from "./report.js";
import { findRuntime, type Runtime, runtimes } from "./runtimes.js";
import { openStage } from "./stage.js";

const page = "docs/runtimes.md";
const suite = join(root, "tests", "src", "prove", "suite");

/**
 * `prove runtimes [NAME…]`: runs the conformance suite from the tarballs in each runtime that is here or can be
 * fetched. Writes the page, in both languages, when all of them were run.
 *
 * @throws InputError for a name that is none, and with a line for each thing that is wrong in a runtime.
 */
export async function proveRuntimes(
  names: readonly string[],
  { out, err }: Output,
): Promise<number> {
  const chosen = choose(names);
  const folder = await mkdtemp(join(tmpdir(), "prove-runtimes-"));
  try {
    const project = await makeProject(folder);
    const browserScript = await bundle(project.folder, "suite.js");
    const outcomes: Outcome[] = [];
    for (const runtime of chosen) {
      const outcome = await prove(runtime, project, browserScript);
      outcomes.push(outcome);
      out(lineOf(outcome));
    }
    const proven = outcomes.filter((outcome) => "findings" in outcome);
    if (proven.length > 0) out(`\n${tableOf(proven)}\n`);
    const problems = proven.flatMap(problemsOf);
    if (problems.length > 0) throw new InputError(...problems);
    if (proven.length < runtimes.length) {
      err(`${page} stays as it is: it is written when all ${runtimes.length} runtimes were run`);
      return proven.length === 0 ? 1 : 0;
    }
    for (const [path, text] of pagesOf(proven)) {
      await writeFile(join(root, path), text);
      out(`wrote ${path}`);
    }
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The runtimes of these names, such as `node-20` or `bun`; all without a name. */
function choose(names: readonly string[]): readonly Runtime[] {
  const known = new Map(runtimes.map((one) => [one.name.toLowerCase().replace(" ", "-"), one]));
  if (names.length === 0) return runtimes;
  return names.map((name) => {
    const found = known.get(name);
    if (found) return found;
    throw new InputError(`no runtime ${name}: there are ${[...known.keys()].join(", ")}`);
  });
}

async function makeProject(folder: string): Promise<Project> {
  const project = join(folder, "project");
  const ours = await packOurs(join(folder, "ours"));
  const others = await packDependencies(join(folder, "others"));
  await installTarballs(project, ours, others);
  await cp(suite, join(project, "suite"), { recursive: true });
  return { folder: project, worker: await bundle(project, "worker.js") };
}

/** One of the suite's files with all that it imports, as a user's bundler puts them together. */
async function bundle(project: string, name: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    absWorkingDir: project,
    entryPoints: [join("suite", name)],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const [warning] = warnings;
  if (warning !== undefined) throw new InputError(`esbuild warns of ${name}: ${warning.text}`);
  return outputFiles[0]?.text ?? "";
}

async function prove(runtime: Runtime, project: Project, script: string): Promise<Outcome> {
  const stage = await openStage(script);
  try {
    const found = await findRuntime(runtime);
    return { runtime, ...(await runIn(runtime, found, project, stage.addresses)) };
  } catch (error) {
    if (error instanceof NotHere) return { runtime, missing: error.message };
    throw new InputError(`${runtime.name}: ${error instanceof Error ? error.message : error}`);
  } finally {
    await stage.close();
  }
}

function lineOf(outcome: Outcome): string {
  const { name } = outcome.runtime;
  if ("missing" in outcome) return `${name}: not run: ${outcome.missing}`;
  const { passed, failed } = (outcome satisfies Proven).findings;
  return `${name} ${outcome.version}: ${passed.length} passed, ${failed.length} failed`;
}
