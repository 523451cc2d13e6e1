import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { machine } from "../src/machine.js";
import { checkout } from "../src/run-tool.js";

const passes = 'it("passes", () => {});\n';

/** Runs one small test by vitest.base.ts, as turbo would with these variables. */
async function runTests(variables: Record<string, string>, test = passes) {
  const folder = await mkdtemp(join(tmpdir(), "cached-tests-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "test"));
  await writeFile(join(folder, "test/one.test.ts"), test);
  const vitest = join(checkout, "scripts/node_modules/vitest/vitest.mjs");
  const args = ["run", "--globals", "--root", folder, "--config", join(checkout, "vitest.base.ts")];
  const { TURBO_HASH, CLOUD_CLIENTS_MACHINE, ...rest } = process.env;
  const child = spawn(process.execPath, [vitest, ...args], { env: { ...rest, ...variables } });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdout.resume();
  const code = await new Promise((resolve) => child.once("close", resolve));
  const report = await readFile(join(folder, "reports/vitest.json"), "utf8").catch(() => undefined);
  return { code, err, report, folder };
}

describe("tests", () => {
  it("report files as they are named in every checkout", async () => {
    const { code, report = "", folder } = await runTests({});
    expect(code).toBe(0);
    expect(report).not.toContain(folder);
    expect(JSON.parse(report).testResults).toEqual([
      expect.objectContaining({ name: "test/one.test.ts", status: "passed" }),
    ]);
  });

  it("run under turbo where its hash is of this Node and platform", async () => {
    const { code } = await runTests({ TURBO_HASH: "0123", CLOUD_CLIENTS_MACHINE: machine });
    expect(code).toBe(0);
  });

  it("see nothing of GitHub's machines, which turbo passes on and does not hash", async () => {
    const seen = "Object.keys(process.env).filter((name) => /^(GITHUB|RUNNER)_/.test(name))";
    const { code } = await runTests(
      { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: checkout, RUNNER_OS: "Linux" },
      `it("sees nothing", () => expect(${seen}).toEqual([]));\n`,
    );
    expect(code).toBe(0);
  });

  it.each([
    ["not set", {}],
    ["node-18.0.0-linux-x64", { CLOUD_CLIENTS_MACHINE: "node-18.0.0-linux-x64" }],
  ])(
    "fail under turbo where CLOUD_CLIENTS_MACHINE is %s, so that nothing is cached",
    async (said, variables) => {
      const { code, err, report } = await runTests({ TURBO_HASH: "0123", ...variables });
      expect(code).toBe(1);
      expect(err).toContain(
        `CLOUD_CLIENTS_MACHINE is ${said}, must be ${machine}; ` +
          "instead of turbo itself run: npx --yes pnpm@10 turbo run test, which sets it",
      );
      expect(report).toBeUndefined();
    },
  );
});
