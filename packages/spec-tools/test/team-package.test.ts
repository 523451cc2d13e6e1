import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it, onTestFinished } from "vitest";
import { stringify } from "yaml";
import type { Command } from "../src/base/command.js";
import { newApi } from "../src/commands/new-api.js";
import { repoAt, type TinyRepo } from "./tiny-repo.js";

const versions = {
  "@cloud-clients/runtime": "^7.1.0",
  "@cloud-clients/emulator": "^7.2.0",
  "@cloud-clients/spec-tools": "^7.3.0",
  "@types/node": "^20.0.0",
  pkgroll: "^2.0.0",
  typescript: "^5.9.0",
};
const fromNpm: Command = (args, output) =>
  newApi(args, output, {
    fetch: () => Promise.reject(new Error("no network here")),
    run: async () => 0,
    versions,
  });

const response = (schema: object) => ({
  200: { description: "Fine.", content: { "application/json": { schema } } },
});
const page = (item: object) =>
  response({
    type: "object",
    required: ["items", "total"],
    properties: { items: { type: "array", items: item }, total: { type: "integer" } },
  });
const paging = ["limit", "offset"].map((name) => ({
  name,
  in: "query",
  schema: { type: "integer", maximum: 50 },
}));
const id = (name: string, example: string) => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string", example },
});
const watchers = {
  type: "object",
  required: ["watchers"],
  properties: {
    watchers: {
      type: "array",
      items: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
    },
  },
};

/** Lists and a replaced list of a vendor whose examples try to become code. */
const document = {
  openapi: "3.0.3",
  info: { title: 'Boxes"; process.exit(1); //', version: "1" },
  servers: [{ url: "https://api.boxes.test" }],
  security: [{ key: [] }],
  paths: {
    "/boxes/{box_id}/items": {
      get: {
        operationId: "listItems",
        parameters: [id("box_id", '"); process.exit(1); ("\u2028'), ...paging],
        responses: page({ type: "string" }),
      },
    },
    "/boxes": {
      get: {
        operationId: "listBoxes",
        parameters: [
          ...paging,
          { name: "region", in: "query", required: true, schema: { type: "string" } },
        ],
        responses: page({ type: "object", properties: { id: { type: "string" } } }),
      },
    },
    "/boxes/{box_id}/watchers": {
      parameters: [id("box_id", "b-1")],
      get: { operationId: "getWatchers", responses: response(watchers) },
      put: {
        operationId: "replaceWatchers",
        requestBody: { content: { "application/json": { schema: watchers } } },
        responses: response(watchers),
      },
    },
  },
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
};

async function made(changed: object = {}, files: Record<string, string> = {}): Promise<TinyRepo> {
  const root = await mkdtemp(join(tmpdir(), "team-package-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const repo = repoAt(root);
  await repo.write("spec-tools.config.yaml", 'scope: "@acme"\nauthor: Acme\nlicense: ISC\n');
  await repo.write("tests/package.json", "{}\n");
  for (const [path, text] of Object.entries(files)) await repo.write(path, text);
  await repo.write("boxes.yaml", stringify({ ...document, ...changed }));
  const from = ["--from", join(root, "boxes.yaml"), "--address", "https://docs.boxes.test/a.yaml"];
  for (const args of [from, ["--confirm"]]) {
    expect((await repo.run(fromNpm, "boxes", ...args)).err).toEqual([]);
  }
  return repo;
}

describe("a new package in a repository that has spec-tools from npm", () => {
  it("depends on versions, runs the command by its name, and touches no other package", async () => {
    const repo = await made();
    const manifest = JSON.parse(await repo.read("packages/boxes/package.json"));
    expect(manifest).toMatchObject({
      name: "@acme/boxes",
      license: "ISC",
      author: "Acme",
      dependencies: { "@cloud-clients/runtime": "^7.1.0" },
      devDependencies: { "@cloud-clients/emulator": "^7.2.0", typescript: "^5.9.0" },
    });
    expect(manifest.scripts.build).toMatch(/^spec-tools ship-spec openapi.yaml=boxes && pkgroll /);
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:|\.\.\//);
    expect(await repo.read("tests/package.json")).toBe("{}\n");
    expect(await repo.read("packages/boxes/src/version.ts")).toContain('"@acme/boxes/0.1.0"');
  });

  it("names no page that the repository does not have: what a rule means stands in spec-tools", async () => {
    const repo = await made();
    const written = Object.entries(await repo.files()).filter(([path]) => path !== "boxes.yaml");
    const pages = written.flatMap(([, text]) => text.match(/[\w@/.-]+\.md\b/g) ?? []);
    expect(new Set(pages)).toEqual(new Set(["RULES.md"]));
    const rules = await readFile(new URL("../RULES.md", import.meta.url), "utf8");
    const headings = ["Lists", "Replaced lists", "What may be sent twice"];
    for (const heading of headings) expect(rules).toContain(`\n## ${heading}\n`);
    const manifest = await readFile(new URL("../package.json", import.meta.url), "utf8");
    expect(JSON.parse(manifest).files).toContain("RULES.md");
  });

  it("tells turbo which files outside of it its tasks read, where the repository uses turbo", async () => {
    const repo = await made();
    await expect(repo.read("packages/boxes/turbo.json")).rejects.toThrow(/ENOENT/);
    const withTurbo = await made({}, { "turbo.json": "{}\n" });
    expect(JSON.parse(await withTurbo.read("packages/boxes/turbo.json"))).toMatchObject({
      extends: ["//"],
      tasks: { build: { inputs: ["$TURBO_DEFAULT$", "$TURBO_ROOT$/specs/boxes/openapi.yaml"] } },
    });
  });

  it("has a contract test of what can be called without knowing the service", async () => {
    const repo = await made();
    const text = await repo.read("packages/boxes/test/contract.test.js");
    expect([...text.matchAll(/^test\("(.*?)",/gm)].map(([, title]) => title)).toEqual([
      "a client is created without a request",
      "listItems returns every item once, and goes on from a checkpoint",
      "replaceWatchers and addWatchers write what is read back",
    ]);
    expect(text).not.toContain("listBoxes");
    expect(text).toContain('createBoxesClient({ apiKey: "any", fetch: emulator.fetch })');
    const basic = { components: { securitySchemes: { key: { type: "http", scheme: "basic" } } } };
    const other = await (await made(basic)).read("packages/boxes/test/contract.test.js");
    expect(other).toMatch(
      /createBoxesClient\(\{ (?!apiKey)\w+: "any", \w+: "any", fetch: emulator/,
    );
  });

  it("keeps what a vendor wrote inside of literals", async () => {
    const repo = await made();
    const text = await repo.read("packages/boxes/test/contract.test.js");
    const file = ts.createSourceFile("a.js", text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
    const names = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) names.add(node.text);
      node.forEachChild(visit);
    };
    visit(file);
    expect(names.has("createBoxesClient")).toBe(true);
    expect(names.has("process")).toBe(false);
    expect(text).toContain('listItems(client, "\\"); process.exit(1); (\\"\\u2028")');
  });

  it("has no contract test where the client is written by hand", async () => {
    const byHand = await made({
      components: { securitySchemes: { key: { type: "http", scheme: "digest" } } },
    });
    await expect(byHand.read("packages/boxes/test/contract.test.js")).rejects.toThrow(/ENOENT/);
  });
});
