import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { InputError, type Output } from "@cloud-clients/spec-tools/command";
import { packOurs } from "../pack.js";
import { NotHere } from "./fetch-package.js";
import { type Manager, managers, type Order } from "./managers.js";
import { importing, requiring } from "./programs.js";
import { fileProblems } from "./tarball-files.js";

/**
 * `prove packages`: looks into each tarball, and installs them all in an empty project with each package manager, where
 * programs import and require them.
 *
 * @throws InputError with a line for each thing that is wrong.
 */
export async function provePackages({ out }: Output): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "prove-packages-"));
  try {
    const tarballs = await packOurs(join(folder, "tarballs"));
    const problems: string[] = [];
    for (const file of tarballs.values()) {
      const wrong = await fileProblems(file, folder);
      problems.push(...wrong.map((problem) => `${basename(file)}: ${problem}`));
    }
    out(
      `${tarballs.size} tarballs: ${problems.length === 0 ? "only what users need" : "see below"}`,
    );
    for (const [index, manager] of managers.entries()) {
      const order = { folder: join(folder, `project-${index}`), tarballs };
      const { line, wrong } = await proveManager(manager, order);
      out(`${manager.name}: ${line}`);
      problems.push(...wrong.map((problem) => `${manager.name}: ${problem}`));
    }
    if (problems.length > 0) throw new InputError(...problems);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function proveManager(
  manager: Manager,
  order: Order,
): Promise<{ line: string; wrong: string[] }> {
  const names = [...order.tarballs.keys()];
  const { noRequire } = manager;
  const required = { "use.cjs": names.map(() => "object").join("\n") };
  const expected = { "use.js": "7 7", ...(noRequire === undefined && required) };
  const done = noRequire === undefined ? "imported and required" : `imported; ${noRequire}`;
  try {
    const execute = await manager.install(order);
    await writeFile(join(order.folder, "use.js"), importing);
    await writeFile(join(order.folder, "use.cjs"), requiring(names));
    const wrong: string[] = [];
    for (const [file, wanted] of Object.entries(expected)) {
      const printed = (await execute(file)).trim();
      if (printed !== wanted) wrong.push(`${file} prints ${JSON.stringify(printed)}`);
    }
    return { line: wrong.length === 0 ? done : "see below", wrong };
  } catch (error) {
    if (error instanceof NotHere) return { line: `not run: ${error.message}`, wrong: [] };
    return { line: "see below", wrong: [reasonOf(error)] };
  }
}

/** The line of what a program printed that names its error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
  const lines = `${stderr}\n${stdout}`.split("\n").filter((line) => line.trim() !== "");
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? error.message;
}
