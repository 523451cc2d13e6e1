import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { testAll } from "../src/lib/test-all.js";

/** Runs `test` with tools that end as told, and says what was run and printed. */
async function runWith(codes: Record<string, number>) {
  const ran: string[] = [];
  const said: string[] = [];
  const output = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const run = async (name: string, args: readonly string[]) => {
    ran.push([name, ...args].join(" "));
    return codes[name] ?? 0;
  };
  const root = await mkdtemp(join(tmpdir(), "test-all-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, "packages"));
  const code = await testAll(["--force"], output, { root, run });
  return { code, ran, said };
}

it("test stops before it builds or runs what check refuses", async () => {
  expect(await runWith({ tsx: 1 })).toEqual({
    code: 1,
    ran: ["tsx scripts/src/apis.ts check"],
    said: [
      "test: stopped before anything was built; the lines above say why",
      "0 passed, 1 failed",
    ],
  });
});

it("test runs check first, then all the rest", async () => {
  const { ran } = await runWith({});
  expect(ran).toEqual([
    "tsx scripts/src/apis.ts check",
    expect.stringMatching(
      /^turbo run check-format lint build bundles typecheck check-report test .*--force$/,
    ),
  ]);
});
