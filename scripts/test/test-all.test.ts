import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { testAll } from "../src/test-all.js";

/** Runs `test` with tools that end as told, and says what was run and printed. */
async function runWith(codes: Record<string, number>, ...args: string[]) {
  const ran: string[] = [];
  const said: string[] = [];
  const output = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const root = await mkdtemp(join(tmpdir(), "test-all-"));
  onTestFinished(() => rm(root, { recursive: true }));
  const run = async (name: string, args: readonly string[]) => {
    ran.push([name, ...args].join(" "));
    const exitCode = codes[name] ?? 0;
    if (name !== "turbo") return exitCode;
    const summary = { tasks: [{ taskId: "a#build", task: "build", execution: { exitCode } }] };
    await mkdir(join(root, ".turbo", "runs"), { recursive: true });
    await writeFile(join(root, ".turbo", "runs", "1.json"), JSON.stringify(summary));
    return exitCode;
  };
  const code = await testAll([...args, "--force"], output, { root, run });
  return { code, ran, said };
}

it("test stops before it builds or runs what check refuses", async () => {
  expect(await runWith({ tsx: 1 })).toEqual({
    code: 1,
    ran: ["tsx scripts/src/cli.ts check"],
    said: [
      "test: check failed; stopped before anything was built; the lines above say why",
      "0 passed, 1 failed",
    ],
  });
});

it("test runs check first, then all the rest", async () => {
  const { code, ran } = await runWith({});
  expect(code).toBe(0);
  expect(ran).toEqual([
    "tsx scripts/src/cli.ts check",
    expect.stringMatching(
      /^turbo run check-format lint-workflows lint typecheck check-report lint-packages build bundles test --.*--force$/,
    ),
  ]);
});

it.each([
  ["files", "check-format lint-workflows lint typecheck check-report lint-packages"],
  ["node", "build bundles test"],
])("test --part %s runs check, and that half of the rest", async (part, tasks) => {
  const { ran } = await runWith({}, "--part", part);
  expect(ran[0]).toBe("tsx scripts/src/cli.ts check");
  expect(ran[1]).toMatch(new RegExp(`^turbo run ${tasks} --continue.* --force$`));
});

it("test refuses a part that there is not, before anything runs", async () => {
  await expect(runWith({}, "--part", "all")).rejects.toThrow(
    "--part all: the parts are files and node",
  );
});

it("test names a task that failed, counts it, and closes with the line that .ci/run reads", async () => {
  const { code, said } = await runWith({ turbo: 2 });
  expect(code).toBe(1);
  expect(said).toEqual(["test: a#build failed: exit code 2", "0 passed, 1 failed"]);
});
