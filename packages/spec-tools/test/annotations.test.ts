import { describe, expect, it, onTestFinished } from "vitest";
import { annotation } from "../src/base/annotation.js";
import type { Command } from "../src/base/command.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { lint } from "../src/commands/lint.js";
import { type TinyRepo, tinyRepo } from "./tiny-repo.js";

function setEnv(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const before = process.env[name];
    process.env[name] = value;
    onTestFinished(() => {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    });
  }
}

async function brokenRepo(): Promise<TinyRepo> {
  const repo = await tinyRepo();
  await repo.write("redocly.yaml", "rules: { operation-summary: error }\n");
  await repo.run(generate);
  return repo;
}

it("an annotation escapes what would end it or begin another one", () => {
  expect(annotation({ file: "a,b:c%.yaml", line: 3, col: 7 }, "50% of a,\r\n::error::b")).toBe(
    "::error file=a%2Cb%3Ac%25.yaml,line=3,col=7::50%25 of a,%0D%0A::error::b",
  );
  expect(annotation({ file: "a" }, "b")).toBe("::error file=a::b");
});

describe("on GitHub, each problem is an annotation on the file that one edits:", () => {
  const table = "specs/tiny/source/openapi.yaml";

  it.each<[string, Command, (repo: TinyRepo) => Promise<void>, string[]]>([
    [
      "generate",
      generate,
      (repo) => repo.edit(table, "operations/put", "operations/pat"),
      [
        "::error file=specs/tiny/source/openapi.yaml,line=12,col=7::specs/tiny/source/openapi.yaml:12:7: the $ref to specs/tiny/source/operations/pat-thing.yaml does not resolve",
      ],
    ],
    [
      "check",
      check,
      (repo) =>
        repo.edit("specs/tiny/overlays/0002-states.yaml", "readOnly: true", "type: integer"),
      [
        "::error file=specs/tiny/upstream/get-thing.yaml::specs/tiny/upstream/get-thing.yaml: has no entry in specs/tiny/upstream/PROVENANCE.yaml; delete it, or run: npx --yes pnpm@10 import-docs PAGE --api tiny",
        "::error file=specs/tiny/overlays/0002-states.yaml,line=6,col=5::specs/tiny/overlays/0002-states.yaml:6:5: the action on $..properties.seen changes nothing: upstream already has this correction; delete it; then run: npx --yes pnpm@10 generate",
      ],
    ],
    [
      "lint",
      lint,
      async () => {},
      [
        "::error file=specs/tiny/source/operations/list-things.yaml,line=1,col=1::specs/tiny/source/operations/list-things.yaml:1:1: Operation object should contain `summary` field. (operation-summary)",
        "::error file=specs/tiny/upstream/get-thing.yaml,line=5,col=7::specs/tiny/upstream/get-thing.yaml:5:7: Operation object should contain `summary` field. (operation-summary) (upstream stays as the vendor wrote it; correct it in specs/tiny/overlays)",
        "::error file=specs/tiny/source/operations/put-thing.yaml,line=1,col=1::specs/tiny/source/operations/put-thing.yaml:1:1: Operation object should contain `summary` field. (operation-summary)",
      ],
    ],
  ])("%s", async (_, command, breakIt, lines) => {
    const repo = await brokenRepo();
    await breakIt(repo);
    setEnv({ GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: repo.root });
    const { code, err } = await repo.run(command);
    expect({ code, err }).toEqual({ code: 1, err: lines });
  });

  it("also where the repository is a folder of the checkout", async () => {
    const repo = await brokenRepo();
    setEnv({ GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: repo.root.replace(/\/[^/]+$/, "") });
    const folder = repo.root.split("/").at(-1);
    expect((await repo.run(lint)).err[0]).toMatch(
      new RegExp(
        `^::error file=${folder}/specs/tiny/source/operations/list-things\\.yaml,line=1,col=1::specs/`,
      ),
    );
  });

  it("and one without a file is an error all the same", async () => {
    const repo = await brokenRepo();
    setEnv({ GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: repo.root });
    expect((await repo.run(generate, "nobody")).err).toEqual([
      "::error::specs/nobody/source/openapi.yaml: missing; the APIs are: tiny",
    ]);
  });
});
