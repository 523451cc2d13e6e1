import { describe, expect, it } from "vitest";
import type { Command } from "../src/base/command.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { importDocs } from "../src/commands/import-docs.js";
import { type TinyRepo, tinyConfig, tinyRepo } from "./tiny-repo.js";
import { vendorPage } from "./vendor-page.js";

const schema = "packages/tiny/src/generated/schema.ts";
const upstream = "specs/tiny/upstream";
const address = "https://docs.tiny.test/get-thing.md";
const offline: Command = (args, output) =>
  importDocs(args, output, () => Promise.reject(new Error("no network here")));

/** A checkout in which everything holds: imported and generated. */
async function soundRepo(): Promise<TinyRepo> {
  const repo = await tinyRepo();
  const fragment = await repo.read(`${upstream}/get-thing.yaml`);
  await repo.write("page.md", vendorPage(fragment, "yaml v1/get-thing.json GET /things/{id}"));
  const args = [`${repo.root}/page.md`, "--api", "tiny", "--address", address];
  expect((await repo.run(offline, ...args)).err).toEqual([]);
  expect((await repo.run(generate)).err).toEqual([]);
  return repo;
}

describe("check", () => {
  it("passes when everything holds, and writes nothing", async () => {
    const repo = await soundRepo();
    const before = await repo.files();
    expect(await repo.run(check)).toEqual({
      code: 0,
      out: ["specs/tiny: upstream, overlays, examples and generated files hold"],
      err: [],
    });
    expect(await repo.files()).toEqual(before);
  });

  it("sees an edited and a missing generated file, and says what to run", async () => {
    const repo = await soundRepo();
    await repo.edit(schema, "export interface components", "export interface  components");
    await repo.write("specs/tiny/openapi.yaml", "");
    const line =
      (await repo.read(schema)).split("\n").indexOf("export interface  components {") + 1;
    expect(await repo.run(check)).toEqual({
      code: 1,
      out: [],
      err: [
        "specs/tiny/openapi.yaml:1: differs from what the specs generate; run: npx --yes pnpm@10 generate",
        `${schema}:${line}: differs from what the specs generate; run: npx --yes pnpm@10 generate`,
      ],
    });
  });

  it("sees an edited row of a table that lists all APIs", async () => {
    const repo = await soundRepo();
    await repo.write("spec-tools.config.yaml", `${tinyConfig}apiTables: [README.md]\n`);
    const marks = ["<!-- apis: the rows are written by `generate` -->", "<!-- end of apis -->"];
    await repo.write("README.md", marks.join("\n\n| package | API |\n|---|---|\n\n"));
    expect((await repo.run(generate)).err).toEqual([]);
    expect((await repo.run(check)).err).toEqual([]);
    await repo.edit("README.md", "Tiny", "Huge");
    expect((await repo.run(check)).err).toEqual([
      "README.md:5: differs from what the specs generate; run: npx --yes pnpm@10 generate",
    ]);
  });

  it("sees one changed character of an upstream file", async () => {
    const repo = await soundRepo();
    await repo.edit(`${upstream}/get-thing.yaml`, "on or off", "on or 0ff");
    const { code, err } = await repo.run(check);
    expect(code).toBe(1);
    expect(err[0]).toBe(
      `${upstream}/get-thing.yaml: not the vendor's bytes (sha256 differs from ${upstream}/PROVENANCE.yaml); undo the edit, or run: npx --yes pnpm@10 import-docs ${address} --api tiny`,
    );
    expect(err.slice(1).map((line) => line.split(":")[0])).toEqual([
      "specs/tiny/openapi.yaml",
      schema,
    ]);
  });

  it("sees upstream files without an entry, and entries without a file", async () => {
    const repo = await soundRepo();
    await repo.write(`${upstream}/stray.yaml`, "openapi: 3.0.0\n");
    const provenance = await repo.read(`${upstream}/PROVENANCE.yaml`);
    await repo.write(
      `${upstream}/PROVENANCE.yaml`,
      provenance.replace("file: get-thing", "file: got-thing"),
    );
    expect((await repo.run(check)).err).toEqual([
      `${upstream}/got-thing.yaml: missing; run: npx --yes pnpm@10 import-docs ${address} --api tiny`,
      `${upstream}/get-thing.yaml: has no entry in ${upstream}/PROVENANCE.yaml; delete it, or run: npx --yes pnpm@10 import-docs PAGE --api tiny`,
      `${upstream}/stray.yaml: has no entry in ${upstream}/PROVENANCE.yaml; delete it, or run: npx --yes pnpm@10 import-docs PAGE --api tiny`,
    ]);
  });

  it("sees an overlay that the vendor has made needless", async () => {
    const repo = await soundRepo();
    await repo.edit(
      `${upstream}/get-thing.yaml`,
      "    get:\n",
      "    get:\n      operationId: getThing\n",
    );
    expect((await repo.run(check)).err.slice(1)).toEqual([
      "specs/tiny/overlays/0001-operation-id.yaml:4:5: the action on $.paths['/things/{id}'].get changes nothing: upstream already has this correction; delete it; then run: npx --yes pnpm@10 generate",
    ]);
  });

  it("sees an example that its schema does not allow, wherever it stands", async () => {
    const repo = await soundRepo();
    const list = "specs/tiny/source/operations/list-things.yaml";
    await repo.edit(list, "total: 0 }", "total: none }");
    await repo.edit(list, "{ name: limit, in: query,", "{ name: limit, in: query, example: ten,");
    await repo.edit(
      "specs/tiny/source/schemas/Thing.yaml",
      "id: { type: string }",
      "id: { type: string, example: 7 }",
    );
    await repo.run(generate);
    const { code, err } = await repo.run(check);
    expect(code).toBe(1);
    const hint = "Correct the example, then run: npx --yes pnpm@10 generate";
    expect(err.sort()).toEqual([
      `${list}:20:32: Example value must conform to the schema: \`total\` property type must be integer. ${hint}`,
      `${list}:8:31: Example value must conform to the schema: type must be integer. ${hint}`,
      `specs/tiny/source/schemas/Thing.yaml:2:35: Example value must conform to the schema: type must be string. ${hint}`,
    ]);
  });

  it("sends a wrong example of the vendor's to an overlay, and one of an overlay to that", async () => {
    const repo = await soundRepo();
    await repo.edit(`${upstream}/get-thing.yaml`, "description: on or off", "example: none");
    await repo.write(
      "specs/tiny/overlays/0003-example.yaml",
      `overlay: 1.0.0
info: { title: Say which number a part has, version: 1.0.0 }
actions:
  - target: $..properties.nr
    update: { example: one }
`,
    );
    await repo.run(generate);
    const { err } = await repo.run(check);
    expect(err.filter((line) => line.includes("Example value"))).toEqual([
      `${upstream}/get-thing.yaml:15:42: Example value must conform to the schema: must be equal to one of the allowed values "on", "off". (upstream stays as the vendor wrote it; correct it in specs/tiny/overlays) Correct the example, then run: npx --yes pnpm@10 generate`,
      "specs/tiny/overlays/0003-example.yaml:4:5: Example value must conform to the schema: type must be integer. Correct the example, then run: npx --yes pnpm@10 generate",
      "specs/tiny/overlays/0003-example.yaml:4:5: Example value must conform to the schema: type must be integer. Correct the example, then run: npx --yes pnpm@10 generate",
    ]);
  });

  it("goes on with the other APIs when one is broken", async () => {
    const repo = await soundRepo();
    await repo.write("specs/broken/source/openapi.yaml", "paths: [");
    const { code, out, err } = await repo.run(check);
    expect({ code, out }).toEqual({
      code: 1,
      out: ["specs/tiny: upstream, overlays, examples and generated files hold"],
    });
    expect(err).toEqual([
      expect.stringMatching(/^packages\/broken: missing; .*run: npx --yes pnpm@10 generate$/),
    ]);
  });
});
