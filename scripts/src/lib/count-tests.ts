import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The test reports that there are, one a workspace. */
export async function reportFiles(root: string): Promise<string[]> {
  const packages = (await readdir(join(root, "packages"))).map((name) => join("packages", name));
  const found: string[] = [];
  for (const folder of ["scripts", "specs", "tests", "examples", "benchmarks", ...packages]) {
    const file = join(root, folder, "reports", "vitest.json");
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      found.push(file);
  }
  return found;
}

/** Adds up the reports of all workspaces. */
export async function countTests(root: string): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  let failed = 0;
  for (const file of await reportFiles(root)) {
    const report = JSON.parse(await readFile(file, "utf8")) as Record<string, number>;
    passed += report.numPassedTests ?? 0;
    // A file that fails to load has no tests, but is a failure all the same.
    failed += Math.max(report.numFailedTests ?? 0, Math.min(report.numFailedTestSuites ?? 0, 1));
  }
  return { passed, failed };
}
