import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Run, runIn } from "../src/prove/hosts.js";
import { chineseChecks } from "../src/prove/pages.js";
import { proveRuntimes } from "../src/prove/prove-runtimes.js";
import { type Findings, type Proven, problemsOf } from "../src/prove/report.js";
import { findRuntime, type Runtime, runtimes } from "../src/prove/runtimes.js";
import { openStage } from "../src/prove/stage.js";
import { read, root } from "../src/repo.js";

const [node] = runtimes as [Runtime];
const named = (name: string): Runtime => runtimes.find((one) => one.name === name) ?? node;

describe("the conformance suite, in this Node, from the workspace", () => {
  let result: Run;

  beforeAll(async () => {
    const stage = await openStage("");
    try {
      const found = { file: process.execPath, folder: "" };
      const project = { folder: join(root, "tests/src/prove"), worker: "" };
      result = await runIn(node, found, project, stage.addresses);
    } finally {
      await stage.close();
    }
  }, 60_000);

  it("passes, and no write is seen twice", () => {
    const { version, findings } = result;
    expect(version).toBe(process.versions.node);
    expect(findings.failed).toEqual([]);
    expect(problemsOf({ runtime: node, version, findings })).toEqual([]);
    const once = { POST: 1, PUT: 1, "PUT without a body": 1, DELETE: 1 };
    expect(findings.writes).toEqual({ fetch: once, client: once, "client with a fetch": once });
  });

  it("checks what docs/runtimes.md and its Chinese twin say that it checks", async () => {
    const { passed } = result.findings;
    const pages = { ".md": passed, ".zh-CN.md": passed.map((name) => chineseChecks[name]) };
    for (const [ending, checks] of Object.entries(pages)) {
      const page = await read(`docs/runtimes${ending}`);
      expect(
        page
          .split(/^## /m)
          .at(-1)
          ?.match(/(?<=^- ).+$/gm),
      ).toEqual(checks);
      for (const { name } of runtimes) expect(page).toContain(`\n| ${name} |`);
    }
  });
});

describe("a runtime in which something is wrong", () => {
  const once = { POST: 1, PUT: 1 };
  const good: Findings = {
    passed: ["a"],
    failed: [],
    refusedSent: false,
    writes: { fetch: { POST: 2, PUT: 2 }, client: once, "client with a fetch": once },
  };
  const problems = (findings: Partial<Findings>, name = "Deno"): string[] => {
    const proven: Proven = {
      runtime: named(name),
      version: "1",
      findings: { ...good, ...findings },
    };
    return problemsOf(proven);
  };

  it("is named with the check, the write or the error", () => {
    expect(problems({})).toEqual([]);
    expect(
      problems({ failed: [{ name: "a list ends", reason: "Error: 1 instead of 2" }] }),
    ).toEqual(["Deno: a list ends: Error: 1 instead of 2"]);
    expect(problems({ writes: { ...good.writes, client: { POST: 1, PUT: 2 } } })).toEqual([
      "Deno: a PUT by a client was seen 2 times, not 1",
    ]);
    expect(problems({ refusedSent: true })).toEqual(["Deno: a refused connection has sent: true"]);
  });

  it("is one that has become better, too: the page would say that it cannot", () => {
    expect(problems({}, "Chromium")).toContain("Chromium: a refused connection has sent: false");
    expect(problems({}, "Chromium")).toContain(
      "Chromium: a POST by a client was seen 1 times, not 2",
    );
  });
});

it("a runtime that is not here is said in one line, and nothing is fetched for it", async () => {
  vi.stubEnv("PATH", "");
  vi.stubEnv("CHROMIUM", undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(findRuntime(named("Chromium"))).rejects.toThrow(
    "no Chromium is installed; Debian's package is chromium; CHROMIUM may name another file",
  );
});

it("a runtime that nobody knows is refused before anything is packed", async () => {
  const output = { out: () => {}, err: () => {} };
  await expect(proveRuntimes(["node-18"], output)).rejects.toThrow(
    "no runtime node-18: there are node-20, node-22, node-24, node-26, bun, deno, workerd, chromium",
  );
});
