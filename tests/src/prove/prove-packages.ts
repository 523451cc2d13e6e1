import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError, type Output } from "@cloud-clients/spec-tools/command";
import { packOurs } from "../pack.js";
import { root } from "../repo.js";
import { bundlers, proveBundler } from "./bundlers.js";
import { NotHere } from "./fetch-package.js";
import { type Manager, managers, npm, type Order } from "./managers.js";
import { packagesPage } from "./packages-page.js";
import { importing, requiring } from "./programs.js";
import { reasonOf } from "./reason.js";
import { tarballProblems } from "./tarballs.js";
import { proveTestFramework, testFrameworks } from "./test-frameworks.js";
import { cells, proveTypes, typesTable } from "./typescript.js";
import { nodeTypes, versions } from "./versions.js";

const page = "docs/packages.md";

/** The parts of the proof. */
const parts = ["tarballs", "managers", "typescript", "test-frameworks", "bundlers"] as const;
type Part = (typeof parts)[number];

/** What the parts work on. */
interface Setting {
  /** An empty folder of the whole proof. */
  readonly folder: string;
  /** What programs import, by package name. */
  readonly tarballs: ReadonlyMap<string, string>;
  /** A project that has the packages installed by npm. */
  readonly project: () => Promise<string>;
  readonly out: (line: string) => void;
}

/**
 * `prove packages [PART…]`: looks into each tarball, installs them all in an empty project with each package manager,
 * where programs import and require them, compiles a program under each TypeScript, and runs test frameworks and
 * bundlers with them. Writes the page when all parts were run and nothing is wrong.
 *
 * @throws InputError for a part that there is not, and with a line for each thing that is wrong or cannot be proven.
 */
export async function provePackages(
  names: readonly string[],
  { out, err }: Output,
): Promise<number> {
  const unknown = names.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined)
    throw new InputError(`no part ${unknown}: there are ${parts.join(", ")}`);
  const chosen = parts.filter((part) => names.length === 0 || names.includes(part));
  const folder = await mkdtemp(join(tmpdir(), "prove-packages-"));
  try {
    const tarballs = await packOurs(join(folder, "tarballs"));
    let installed: Promise<string> | undefined;
    const project = () => {
      installed ??= install({ folder: join(folder, "project"), tarballs, others });
      return installed;
    };
    const setting = { folder, tarballs, project, out };
    const problems: string[] = [];
    for (const part of chosen) problems.push(...(await proofs[part](setting)));
    if (problems.length > 0) throw new InputError(...problems);
    if (chosen.length < parts.length) {
      err(`${page} stays as it is: it is written when all ${parts.length} parts were run`);
      return 0;
    }
    await writeFile(join(root, page), packagesPage());
    out(`wrote ${page}`);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const others = { "@opentelemetry/api": versions["@opentelemetry/api"] };

async function install(order: Order): Promise<string> {
  await npm.install(order);
  return order.folder;
}

const proofs: Readonly<Record<Part, (setting: Setting) => Promise<string[]>>> = {
  async tarballs({ folder, tarballs, out }) {
    const more = await packOurs(join(folder, "tarballs"), ["spec-tools"]);
    const problems: string[] = [];
    for (const [name, file] of [...tarballs, ...more]) {
      problems.push(...(await tarballProblems(file, folder, { typed: tarballs.has(name) })));
    }
    const count = tarballs.size + more.size;
    out(`${count} tarballs: ${problems.length === 0 ? "only what users need" : "see below"}`);
    return problems;
  },

  managers: ({ folder, tarballs, out }) =>
    proveEach(managers, out, async (manager) => {
      const order = { folder: join(folder, manager.name.replace(" ", "-")), tarballs, others };
      return { done: doneBy(manager), problems: await proveManager(manager, order) };
    }),

  typescript: ({ project, out }) =>
    proveEach([{ name: "TypeScript" }], out, async () => {
      const { good, problems } = await proveTypes(await project(), nodeTypes);
      out(`\n${typesTable(good)}\n`);
      return { done: `a program compiles in ${good.size} of ${cells.length} cells`, problems };
    }),

  "test-frameworks": ({ project, out }) =>
    proveEach(testFrameworks, out, async (one) => {
      return { done: "a test passes", problems: await proveTestFramework(one, await project()) };
    }),

  bundlers: ({ project, out }) =>
    proveEach(bundlers, out, async (one) => {
      const done = "no warnings; the bundles run, and have no code for what is not called";
      return { done, problems: await proveBundler(one, await project()) };
    }),
};

/** Makes a proof of each, says how it went, and returns the problems, each with the name of its subject. */
async function proveEach<Subject extends { readonly name: string }>(
  subjects: readonly Subject[],
  out: (line: string) => void,
  prove: (subject: Subject) => Promise<{ done: string; problems: readonly string[] }>,
): Promise<string[]> {
  const all: string[] = [];
  for (const subject of subjects) {
    try {
      const { done, problems } = await prove(subject);
      out(`${subject.name}: ${problems.length === 0 ? done : "see below"}`);
      all.push(...problems.map((problem) => `${subject.name}: ${problem}`));
    } catch (error) {
      const notHere = error instanceof NotHere;
      out(`${subject.name}: ${notHere ? "not run" : "see below"}`);
      all.push(`${subject.name}: ${notHere ? error.message : reasonOf(error)}`);
    }
  }
  return all;
}

async function proveManager(manager: Manager, order: Order): Promise<string[]> {
  const names = [...order.tarballs.keys()];
  const required = { "use.cjs": names.map(() => "object").join("\n") };
  const expected = { "use.js": "7 7", ...(manager.noRequire === undefined && required) };
  const execute = await manager.install(order);
  await writeFile(join(order.folder, "use.js"), importing);
  await writeFile(join(order.folder, "use.cjs"), requiring(names));
  const wrong: string[] = [];
  for (const [file, wanted] of Object.entries(expected)) {
    const printed = (await execute(file)).trim();
    if (printed !== wanted) wrong.push(`${file} prints ${JSON.stringify(printed)}`);
  }
  return wrong;
}

function doneBy({ noRequire }: Manager): string {
  return noRequire === undefined ? "imported and required" : `imported; ${noRequire}`;
}
