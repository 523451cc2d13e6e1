import { describe, expect, it } from "vitest";
import { filesBelow, packages, read } from "../src/repo.js";
import {
  lockfileProblems,
  manifestProblems,
  workflowProblems,
  workspaceProblems,
} from "../src/supply-chain.js";

const workflows = await filesBelow(".github", ".yml", ".yaml");
const manifests = await filesBelow(".", "package.json");

describe("the workflows of GitHub", () => {
  it("are here", () => expect(workflows).toContain(".github/workflows/ci.yml"));

  it.each(workflows)("%s pins every action by commit and may only read", async (file) => {
    expect(workflowProblems(await read(file))).toEqual([]);
  });

  const expression = (name: string) => `$\{{ ${name} }}`;
  const pin = "3d3c42e5aac5ba805825da76410c181273ba90b1";
  it.each<[what: string, from: string | RegExp, to: string, problem: RegExp]>([
    ["an action by its tag", /@[0-9a-f]{40} # v/, "@v7 # v", /@v7 is not pinned/],
    ["an action by its branch", /@[0-9a-f]{40}/, "@main", /@main is not pinned/],
    ["a short commit", pin, pin.slice(0, 12), /is not pinned/],
    ["an image", /actions\/checkout@\w+/, "docker://node:20", /docker:.* is not pinned/],
    ["an action of a path", /actions\/checkout@\w+/, "./action", /\.\/action is not pinned/],
    ["a commit without its version", " # v7.0.1", "", /no comment with its version/],
    ["no permissions", "permissions:\n  contents: read\n", "", /permissions of the workflow/],
    ["all permissions", "  contents: read", "  contents: write", /permissions of the workflow/],
    ["one permission more", "  contents: read", "  contents: read\n  id-token: write", /workflow/],
    [
      "a job that gives itself some",
      "    runs-on",
      "    permissions: write-all\n    runs-on",
      /own/,
    ],
    ["another workflow", "    runs-on", "    uses: a/b/.github/x.yml@main\n    runs-on", /another/],
    ["a token that stays", "persist-credentials: false", "persist-credentials: true", /token/],
    ["a token that stays unless told", "persist-credentials: false", "fetch-depth: 1", /token/],
    ["a trigger beside secrets", "  pull_request:", "  pull_request_target:", /stranger/],
    ["an expression in a script", ".ci/run", `echo ${expression("github.head_ref")}`, /expression/],
    ["a secret", "fail-fast: false", `fail-fast: ${expression("secrets.T")}`, /secret/],
  ])("with %s are refused", async (_, from, to, problem) => {
    const text = await read(".github/workflows/ci.yml");
    const bad = text.replace(from, to);
    expect(bad).not.toBe(text);
    expect(workflowProblems(bad).join("\n")).toMatch(problem);
  });
});

describe("pnpm-workspace.yaml", () => {
  it("lets versions grow old and no dependency run code at install", async () => {
    expect(workspaceProblems(await read("pnpm-workspace.yaml"))).toEqual([]);
  });

  it.each<[from: string | RegExp, to: string, problem: RegExp]>([
    [/minimumReleaseAge: \d+/, "minimumReleaseAge: 60", /less than a day/],
    [/minimumReleaseAge: \d+/, "", /less than a day/],
    [/^/, "minimumReleaseAgeExclude: [hono]\n", /minimumReleaseAgeExclude/],
    ["onlyBuiltDependencies: []", "onlyBuiltDependencies: [esbuild]", /onlyBuiltDependencies/],
    ["onlyBuiltDependencies: []", "", /onlyBuiltDependencies/],
    ["strictDepBuilds: true", "strictDepBuilds: false", /strictDepBuilds/],
    ["blockExoticSubdeps: true", "", /blockExoticSubdeps/],
    [/^/, "dangerouslyAllowAllBuilds: true\n", /dangerouslyAllowAllBuilds/],
    [/^/, "allowBuilds: { esbuild: true }\n", /allowBuilds/],
    [/^/, "verifyStoreIntegrity: false\n", /verifyStoreIntegrity/],
    [/hono: [\d.]+/, "hono: github:honojs/hono", /catalog: hono/],
    [/hono: [\d.]+/, "hono: latest", /catalog: hono/],
    [/hono: [\d.]+/, "hono: npm:hono@latest", /catalog: hono/],
    [/hono: [\d.]+/, "hono: https://example.org/hono.tgz", /catalog: hono/],
  ])("with %s turned into %j is refused", async (from, to, problem) => {
    const text = await read("pnpm-workspace.yaml");
    const bad = text.replace(from, to);
    expect(bad).not.toBe(text);
    expect(workspaceProblems(bad).join("\n")).toMatch(problem);
  });

  it("is the only place that sets pnpm up", async () => {
    expect(await filesBelow(".", ".npmrc", ".pnpmfile.cjs", ".pnpmfile.mjs")).toEqual([]);
  });
});

describe("every package.json", () => {
  it("is looked at", () => {
    for (const name of packages) expect(manifests).toContain(`packages/${name}/package.json`);
    expect(manifests).toContain("package.json");
  });

  it.each(manifests)(
    "%s depends on the registry alone and runs nothing at install",
    async (file) => {
      expect(manifestProblems(await read(file))).toEqual([]);
    },
  );

  it.each([
    { dependencies: { a: "git+ssh://git@example.org/a.git" } },
    { dependencies: { a: "github:b/a" } },
    { devDependencies: { a: "https://example.org/a.tgz" } },
    { devDependencies: { a: "file:../a" } },
    { optionalDependencies: { a: "npm:b@1" } },
    { dependencies: { a: "1.0.0" } },
    { peerDependencies: { a: "latest" } },
    { pnpm: { onlyBuiltDependencies: ["a"] } },
    { scripts: { postinstall: "node a.js" } },
    { scripts: { prepare: "node a.js" } },
  ])("with %j is refused", (manifest) => {
    expect(manifestProblems(JSON.stringify(manifest))).toHaveLength(1);
  });
});

describe("pnpm-lock.yaml", () => {
  it("has a hash for everything, and no address", async () => {
    const text = await read("pnpm-lock.yaml");
    expect(text.match(/\bintegrity: sha512-/g)?.length).toBeGreaterThan(100);
    expect(lockfileProblems(text)).toEqual([]);
  });

  const entry = /\{integrity: sha512-[^}]*\}/;
  it.each([
    `{tarball: a.tgz, integrity: sha512-${"x".repeat(86)}==}`,
    `{tarball: 'https://example.org/a.tgz', integrity: sha512-${"x".repeat(86)}==}`,
    "{commit: abc, repo: git@example.org, type: git}",
    "{integrity: sha1-abc}",
  ])("with an entry of %j is refused", async (other) => {
    const text = await read("pnpm-lock.yaml");
    const bad = text.replace(entry, other);
    expect(bad).not.toBe(text);
    expect(lockfileProblems(bad)).not.toEqual([]);
  });
});
