import { describe, expect, it } from "vitest";
import { InputError } from "../src/base/input-error.js";
import { Repository, readSettings } from "../src/base/repository.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { lint } from "../src/commands/lint.js";
import { tinyRepo } from "./tiny-repo.js";

function problemsOf(text: string): readonly string[] {
  try {
    readSettings(text);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe("spec-tools.config.yaml", () => {
  it("needs a scope alone: everything else has a default", () => {
    expect(readSettings('scope: "@acme"\n')).toEqual({
      scope: "@acme",
      specs: "specs",
      packages: "packages",
      command: "npx spec-tools",
      license: "UNLICENSED",
      apiTables: [],
      redocly: "redocly.yaml",
      afterConfirm: [],
    });
  });

  it.each<[what: string, text: string, problem: string]>([
    [
      "an unknown key",
      'scope: "@acme"\nspec: apis\n',
      "spec: unknown; allowed are scope, specs, packages, command, license, author, coverage, apiTables, redocly, afterConfirm, test",
    ],
    ["no scope", "specs: apis\n", "scope: missing; must be an npm scope, such as @acme"],
    ["a scope without @", "scope: acme\n", 'scope: "acme"; must be an npm scope, such as @acme'],
    [
      "a folder outside",
      'scope: "@acme"\nspecs: ../apis\n',
      'specs: "../apis"; must be a path below the root, with forward slashes',
    ],
    [
      "an absolute folder",
      'scope: "@acme"\npackages: /tmp\n',
      'packages: "/tmp"; must be a path below the root, with forward slashes',
    ],
    [
      "a command of two lines",
      'scope: "@acme"\ncommand: "npx\\nrm"\n',
      'command: "npx\\nrm"; must be a text on one line',
    ],
    [
      "a page outside",
      'scope: "@acme"\napiTables: [README.md, ../README.md]\n',
      'apiTables: ["README.md","../README.md"]; must be a list of paths below the root, with forward slashes',
    ],
    [
      "one command line in place of a list",
      'scope: "@acme"\nafterConfirm: npm install\n',
      'afterConfirm: "npm install"; must be a list of command lines',
    ],
  ])("with %s is refused in one line", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([`spec-tools.config.yaml: ${problem}`]);
  });

  it.each([
    ["a list", "- scope\n", /^spec-tools.config.yaml: must be a mapping/],
    ["nothing", "", /^spec-tools.config.yaml: must be a mapping/],
    ["two documents", "scope: '@a'\n---\nscope: '@b'\n", /must be a mapping/],
    ["no YAML", "scope: [\n", /^spec-tools.config.yaml:2:1: not YAML: /],
    ["a key twice", 'scope: "@a"\nscope: "@b"\n', /^spec-tools.config.yaml:2:1: not YAML: /],
    ["an alias", 'scope: &a "@a"\nauthor: *a\n', /^spec-tools.config.yaml:2:10: not YAML: /],
  ])("that is %s is refused in one line", (_, text, problem) => {
    const [line, ...others] = problemsOf(text);
    expect(line).toMatch(problem);
    expect(others).toEqual([]);
  });

  it("names the command of its hints; npm gets options behind --", () => {
    const hint = (command: string) =>
      new Repository("/x", readSettings(`scope: "@acme"\ncommand: ${command}\n`)).command(
        "new-api shop --confirm",
      );
    expect(hint("npx --yes pnpm@10")).toBe("npx --yes pnpm@10 new-api shop --confirm");
    expect(hint("npm run")).toBe("npm run new-api shop -- --confirm");
  });
});

describe("a repository with folders of its own", () => {
  it("is generated, checked and linted there, and nothing says specs/ or packages/", async () => {
    const repo = await tinyRepo();
    const files = Object.entries(await repo.files());
    for (const path of ["specs", "packages", "spec-tools.config.yaml"]) await repo.remove(path);
    for (const [path, text] of files) {
      await repo.write(path.replace(/^specs/, "api/docs").replace(/^packages/, "clients"), text);
    }
    const config =
      'scope: "@acme"\nspecs: api/docs\npackages: clients\ncommand: pnpm exec spec-tools\n';
    await repo.write("spec-tools.config.yaml", config);
    const made = await repo.run(generate);
    expect(made.err).toEqual([]);
    expect(made.out.map((line) => line.split(/ +/)[0])).toContain(
      "clients/tiny/src/generated/lists.ts",
    );
    // It wants no page about all APIs.
    expect(Object.keys(await repo.files())).not.toContain(
      "clients/tiny/src/generated/coverage.json",
    );
    // Nobody imported its one fragment.
    expect((await repo.run(check)).err).toEqual([
      "api/docs/tiny/upstream/get-thing.yaml: has no entry in api/docs/tiny/upstream/PROVENANCE.yaml; " +
        "delete it, or run: pnpm exec spec-tools import-docs PAGE --api tiny",
    ]);
    for (const [path, text] of Object.entries(await repo.files())) {
      if (path.startsWith("clients/tiny/src/")) {
        expect(text.split("\n")[0]).toBe(
          '// Written by "pnpm exec spec-tools generate" from api/docs/tiny/openapi.yaml. Do not edit.',
        );
      }
    }
    await repo.edit("clients/tiny/src/generated/lists.ts", "export", "export ");
    const { err } = await repo.run(check);
    expect(err[1]).toMatch(
      /^clients\/tiny\/src\/generated\/lists\.ts:\d+: differs from what the specs generate; run: pnpm exec spec-tools generate$/,
    );
    const linted = await repo.run(lint);
    expect([...linted.out, ...linted.err].join("\n")).not.toMatch(/(?:^|\s)(?:specs|packages)\//);
  });
});
