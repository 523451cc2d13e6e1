import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { run } from "../run.js";

/** What users need, and nothing of ours: neither sources nor tests. */
const allowed =
  /^(package\.json|README(\.zh-CN)?\.md|CHANGELOG\.md|LICENSE|RULES\.md|openapi\.yaml|openapi\/[\w-]+\.yaml|dist\/.+)$/;
const needed = ["package.json", "README.md", "CHANGELOG.md", "LICENSE"];
const chinese = "README.zh-CN.md";

/** What a package.json says of files. */
interface Manifest {
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly files?: readonly string[];
}

/**
 * The files of a tarball that do not belong there, and those that are missing: what every package has, what its
 * package.json promises in `exports`, `bin` and `files`, and the page in Chinese that its README leads to. A line each.
 *
 * @param folder - from where the tarball is named.
 */
export async function fileProblems(tarball: string, folder: string): Promise<string[]> {
  const { stdout } = await run("tar", ["-tzf", tarball], folder);
  const names = stdout.split("\n").filter((line) => line !== "" && !line.endsWith("/"));
  const files = names.map((name) => name.replace(/^package\//, ""));
  const textOf = async (file: string): Promise<string> =>
    files.includes(file)
      ? (await run("tar", ["-xzOf", tarball, `package/${file}`], folder)).stdout
      : "";
  const promised = promisedBy(JSON.parse((await textOf("package.json")) || "{}"));
  if ((await textOf("README.md")).includes(chinese)) promised.push(chinese);
  const isThere = (wanted: string) =>
    files.some((file) => file === wanted || file.startsWith(`${wanted}/`));
  return [
    ...files.filter((file) => !allowed.test(file)).map((file) => `${file} does not belong there`),
    ...[...new Set([...needed, ...promised])]
      .filter((file) => !isThere(file))
      .map((file) => `${file} is missing`),
  ];
}

function promisedBy({ bin = {}, exports = {}, files = [] }: Manifest): string[] {
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values(target),
  );
  return [...Object.values(bin), ...targets, ...files].map((file) => file.replace(/^\.\//, ""));
}

/** What publint says of a tarball, a line each. @param folder - where the tarball is unpacked for the time */
export async function publintProblems(tarball: string, folder: string): Promise<string[]> {
  // The unpacked folder holds what was packed and nothing else.
  await run("tar", ["-xzf", tarball], folder);
  const pkgDir = join(folder, "package");
  const { messages, pkg } = await publint({ pkgDir, pack: false, strict: true });
  await rm(pkgDir, { recursive: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg)}`);
}

/**
 * What is wrong with the types of a tarball, by "are the types wrong", a line each. The packages are ES modules only,
 * for Node from 20.19 on, which can require() them; old resolution (node10) knows no exports.
 */
export async function typesProblems(tarball: string): Promise<string[]> {
  const data = await readFile(tarball);
  const analysis = await checkPackage(createPackageFromTarballData(data), {
    excludeEntrypoints: ["./openapi.yaml"],
  });
  if (!analysis.types) return ["types: there are none"];
  return analysis.problems
    .filter(
      (problem) =>
        problem.kind !== "CJSResolvesToESM" &&
        !("resolutionKind" in problem && problem.resolutionKind === "node10"),
    )
    .map((problem) => `types: ${JSON.stringify(problem)}`);
}

/** Everything that is wrong with a tarball, each line with its name. */
export async function tarballProblems(
  tarball: string,
  folder: string,
  { typed }: { typed: boolean },
): Promise<string[]> {
  const problems = [
    ...(await fileProblems(tarball, folder)),
    ...(await publintProblems(tarball, folder)),
    ...(typed ? await typesProblems(tarball) : []),
  ];
  return problems.map((problem) => `${basename(tarball)}: ${problem}`);
}
