import { describe, expect, it } from "vitest";
import { filesBelow, packages, read } from "../src/repo.js";
import { lockfileProblems, manifestProblems, workspaceProblems } from "../src/supply-chain.js";

const manifests = await filesBelow(".", "package.json");
/** That of the workspace, and those of what is outside of it. */
const lockfiles = await filesBelow(".", "pnpm-lock.yaml");

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
      const isLocked = lockfiles
        .slice(1)
        .includes(file.replace(/package\.json$/, "pnpm-lock.yaml"));
      expect(manifestProblems(await read(file), isLocked)).toEqual([]);
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

it.each(["1", "^1.0.0", "latest", "github:b/a"])(
  "a package.json outside of the workspace that depends on %s is refused",
  (version) => {
    const manifest = { dependencies: { a: "1.0.0", b: version } };
    expect(manifestProblems(JSON.stringify(manifest), true)).toHaveLength(1);
  },
);

describe("pnpm-lock.yaml", () => {
  it("has a hash for everything, and no address", async () => {
    expect(lockfiles[0]).toBe("pnpm-lock.yaml");
    for (const file of lockfiles) {
      const text = await read(file);
      expect(text.match(/\bintegrity: sha512-/g)?.length).toBeGreaterThan(100);
      expect(lockfileProblems(text)).toEqual([]);
    }
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
