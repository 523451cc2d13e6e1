import { run } from "../run.js";

/** What users need, and nothing of ours: neither sources nor tests. */
const allowed =
  /^package\/(package\.json|README(\.zh-CN)?\.md|CHANGELOG\.md|LICENSE|openapi\.yaml|openapi\/[\w-]+\.yaml|dist\/.+)$/;
const needed = ["package.json", "README.md", "CHANGELOG.md", "LICENSE", "dist/index.js"];

/** The files of a tarball that do not belong there, and those that are missing: a line each. */
export async function fileProblems(tarball: string, folder: string): Promise<string[]> {
  const { stdout } = await run("tar", ["-tzf", tarball], folder);
  const files = stdout.split("\n").filter((line) => line !== "" && !line.endsWith("/"));
  const missing = needed.filter((file) => !files.includes(`package/${file}`));
  return [
    ...files.filter((file) => !allowed.test(file)).map((file) => `${file} does not belong there`),
    ...missing.map((file) => `${file} is missing`),
  ];
}
