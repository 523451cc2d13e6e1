import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { check } from "../src/commands/check.js";
import { coverage } from "../src/commands/coverage.js";
import { generate } from "../src/commands/generate.js";
import { type TinyRepo, tinyConfig, tinyRepo } from "./tiny-repo.js";

const kept = "packages/tiny/src/generated/coverage.json";
const page = "docs/coverage.md";
const table = `<!-- apis: the rows are written by \`generate\` -->

| package | API |
|---|---|
<!-- end of apis -->
`;

async function generatedRepo(): Promise<TinyRepo> {
  const repo = await tinyRepo();
  await repo.write("spec-tools.config.yaml", `${tinyConfig}apiTables: [README.md]\n`);
  await repo.write("README.md", table);
  expect((await repo.run(generate)).err).toEqual([]);
  return repo;
}

it("coverage writes what generate of all APIs writes, and reads no bundle", async () => {
  const repo = await generatedRepo();
  const pages = { page: await repo.read(page), table: await repo.read("README.md") };
  await repo.remove("specs/tiny/openapi.yaml");
  await repo.remove(page);
  await repo.write("README.md", table);
  expect(await repo.run(coverage)).toEqual({
    code: 0,
    out: ["README.md  changed", `${page}  new`],
    err: [],
  });
  expect({ page: await repo.read(page), table: await repo.read("README.md") }).toEqual(pages);
  expect(pages.page).toContain("| `listThings` | `GET /things` | not said | offset | yes |\n");
  expect((await repo.run(coverage, "--check")).code).toBe(0);
});

it("generate of one API leaves the pages alone, and coverage brings them up to date", async () => {
  const repo = await generatedRepo();
  const before = await repo.read(page);
  await repo.edit("specs/tiny/source/openapi.yaml", "title: Tiny", "title: Small");
  expect((await repo.run(generate, "tiny")).err).toEqual([]);
  expect(await repo.read(page)).toBe(before);
  expect((await repo.run(coverage, "--check")).err).toEqual([
    "README.md:5: differs from what the specs generate; run: npx --yes pnpm@10 generate",
    `${page}:7: differs from what the specs generate; run: npx --yes pnpm@10 generate`,
  ]);
  await repo.run(coverage);
  expect(await repo.read(page)).toBe(before.replace("## Tiny", "## Small"));
});

it("check of an API refuses a coverage.json that its bundle does not say", async () => {
  const repo = await generatedRepo();
  await repo.edit(kept, '"list":"offset"', '"list":"cursor"');
  expect((await repo.run(check, "tiny")).err).toContain(
    `${kept}:4: differs from what the specs generate; run: npx --yes pnpm@10 generate`,
  );
});

it.each([
  ["not there", undefined, "missing; run: npx --yes pnpm@10 generate"],
  ["cut off", '{"title": "Ti', "not JSON; run: npx --yes pnpm@10 generate"],
  ["another mapping", "{}", "not what generate writes; run: npx --yes pnpm@10 generate"],
  [
    "of an operation without a route",
    '{"title": "Tiny", "operations": [{"operationId": "listThings"}]}',
    "not what generate writes; run: npx --yes pnpm@10 generate",
  ],
])(
  "a coverage.json that is %s is refused, and the pages stay as they are",
  async (_, text, said) => {
    const repo = await generatedRepo();
    if (text === undefined) await repo.remove(kept);
    else await repo.write(kept, text);
    const before = await repo.files();
    for (const args of [[], ["--check"]]) {
      expect(await repo.run(coverage, ...args)).toEqual({
        code: 1,
        out: [],
        err: [`${kept}: ${said}`],
      });
    }
    expect(await repo.files()).toEqual(before);
  },
);

it("a coverage.json that is a link is refused", async () => {
  const repo = await generatedRepo();
  await repo.write("elsewhere.json", await repo.read(kept));
  await repo.remove(kept);
  await symlink(join(repo.root, "elsewhere.json"), join(repo.root, kept));
  expect((await repo.run(coverage)).err).toEqual([
    `${kept}: a symbolic link; specs and generated files are files of this checkout`,
  ]);
});
