import { createHash } from "node:crypto";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Command } from "../src/base/command.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { importDocs } from "../src/commands/import-docs.js";
import { type TinyRepo, tinyRepo } from "./tiny-repo.js";

const offline: Command = (args, output) =>
  importDocs(args, output, () => Promise.reject(new Error("no network here")));
const folder = "specs/disks/upstream";

/** A 3.0 document in one file: a parameter of a path, an id that is no identifier, a pattern that is slow. */
const single = `openapi: 3.0.1
info: { title: Disks, version: "2.4" }
servers: [{ url: "https://api.disks.test" }]
paths:
  /disks/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string, pattern: "^(a+)+$" } }
    get:
      operationId: disks/get-one
      responses: { "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/Disk" } } } } }
    delete:
      operationId: deleteDisk
      responses: { "204": { description: Gone } }
components:
  schemas:
    Disk:
      type: object
      required: [id, size]
      properties:
        id: { type: string, description: Which. }
        size: { type: integer, description: In GB. }
`;

/** A 3.1 document in several files, as JSON and YAML. */
const several: Record<string, string> = {
  "openapi.json": JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Disks", version: "3" },
    paths: {
      "/disks": { $ref: "paths/disks.yaml" },
      "/labels": { get: { $ref: "./paths/labels.yaml#/list" } },
    },
  }),
  "paths/disks.yaml": `parameters: [{ name: zone, in: query, schema: { type: [string, "null"] } }]
get:
  operationId: listDisks
  responses: { "200": { description: All, content: { application/json: { schema: { $ref: ../schemas/Error.yaml } } } } }
`,
  "paths/labels.yaml": `list:
  operationId: listLabels
  responses: { "200": { description: All, content: { application/json: { schema: { $ref: ../labels/Error.yaml } } } } }
`,
  "schemas/Error.yaml": "type: object\nproperties: { code: { type: string } }\n",
  "labels/Error.yaml": "type: object\nproperties: { reason: { type: string } }\n",
  "schemas/Unused.yaml": "type: string\n",
};

async function place(repo: TinyRepo, files: Record<string, string>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(repo.root, "vendor", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return join(repo.root, "vendor", Object.keys(files)[0] ?? "");
}

const hash = (text: string | undefined) =>
  createHash("sha256")
    .update(text ?? "")
    .digest("hex");

/** A fetch that reaches a loopback server under the name of the vendor's site. */
async function site(files: Record<string, string>): Promise<Command> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const text = files[(request.url ?? "").slice(1)];
    if (text?.startsWith("/")) response.writeHead(302, { location: text }).end();
    else response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return (args, output) =>
    importDocs(args, output, (address, init) =>
      fetch(address.replace("https://docs.disks.test", `http://127.0.0.1:${port}`), init),
    );
}

describe("import-docs of a whole document", () => {
  it("keeps it byte for byte, with its provenance and the place of each operation", async () => {
    const repo = await tinyRepo();
    const file = await place(repo, { "disks.yaml": single });
    const facts = ["--api", "disks", "--address", "https://docs.disks.test/disks.yaml"];
    expect(await repo.run(offline, file, ...facts, "--seen", "2026-11-20")).toEqual({
      code: 0,
      out: [`${folder}/disks.yaml: new (2 operations)`],
      err: [],
    });
    expect(await repo.read(`${folder}/disks.yaml`)).toBe(single);
    const provenance = await repo.read(`${folder}/PROVENANCE.yaml`);
    expect(provenance.split("\n").filter((line) => !line.startsWith("#"))).toEqual([
      "documents:",
      "  - file: disks.yaml",
      "    address: https://docs.disks.test/disks.yaml",
      "    title: Disks",
      '    version: "2.4"',
      "    seen: 2026-11-20",
      "    dated: unknown",
      `    sha256: ${hash(single)}`,
      "    operations:",
      "      - operation: DELETE /disks/{id}",
      "        at: disks.yaml#/paths/~1disks~1{id}/delete",
      "      - operation: GET /disks/{id}",
      "        at: disks.yaml#/paths/~1disks~1{id}/get",
      "",
    ]);
  });

  it("takes JSON and many files, and only those that are referred to", async () => {
    const repo = await tinyRepo();
    const file = await place(repo, several);
    expect(await repo.run(offline, file, "--api", "disks")).toEqual({
      code: 0,
      out: [`${folder}/openapi.json: new (2 operations, 5 files)`],
      err: [],
    });
    const written = Object.keys(await repo.files()).filter((path) => path.startsWith(folder));
    expect(written).toEqual(
      ["PROVENANCE.yaml", ...Object.keys(several).filter((name) => !name.includes("Unused"))]
        .sort()
        .map((name) => `${folder}/${name}`),
    );
    const provenance = await repo.read(`${folder}/PROVENANCE.yaml`);
    expect(provenance).toContain("address: unknown\n");
    expect(provenance).toContain(
      `      - file: labels/Error.yaml\n        sha256: ${hash(several["labels/Error.yaml"])}\n`,
    );
    expect(provenance).toContain("operation: GET /disks\n        at: paths/disks.yaml#/get\n");
    expect(provenance).toContain("at: openapi.json#/paths/~1labels/get\n");
  });

  it("comes to a bundle: a slow pattern and an id that is no identifier are what overlays mend", async () => {
    const repo = await tinyRepo();
    await repo.run(offline, await place(repo, { "disks.yaml": single }), "--api", "disks");
    await repo.write("packages/disks/package.json", "{}\n");
    await repo.write(
      "specs/disks/source/openapi.yaml",
      `openapi: 3.0.3
info: { title: Disks, version: "1" }
servers: [{ url: https://api.disks.test }]
paths:
  /disks/{id}:
    get: { $ref: "../upstream/disks.yaml#/paths/~1disks~1{id}/get" }
`,
    );
    expect((await repo.run(generate, "disks")).err).toEqual([
      `${folder}/disks.yaml:7:71: the pattern "^(a+)+$" is refused: some texts take exponential time to match (upstream stays as the vendor wrote it; correct it in specs/disks/overlays)`,
      `${folder}/disks.yaml:9:7: the operationId "disks/get-one" is refused; allowed are up to 64 letters, digits and "_", a letter first (upstream stays as the vendor wrote it; correct it in specs/disks/overlays)`,
    ]);
    await repo.write(
      "specs/disks/overlays/0001-mend.yaml",
      `overlay: 1.0.0
info: { title: Mend, version: 1.0.0 }
actions:
  - target: $.paths['/disks/{id}'].get
    update: { operationId: getDisk }
  - target: $.paths['/disks/{id}'].parameters[0].schema.pattern
    remove: true
`,
    );
    expect((await repo.run(generate, "disks")).err).toEqual([]);
    const bundle = await repo.read("specs/disks/openapi.yaml");
    expect(bundle).toContain("parameters:\n      - name: id\n");
    expect(bundle).not.toContain("delete:");
  });

  it("names two components of one name apart when they are bundled", async () => {
    const repo = await tinyRepo();
    await repo.run(offline, await place(repo, several), "--api", "disks");
    await repo.write("packages/disks/package.json", "{}\n");
    await repo.write(
      "specs/disks/source/openapi.yaml",
      `openapi: 3.1.0
info: { title: Disks, version: "1" }
servers: [{ url: https://api.disks.test }]
paths:
  /disks: { $ref: "../upstream/openapi.json#/paths/~1disks" }
  /labels: { $ref: "../upstream/openapi.json#/paths/~1labels" }
`,
    );
    expect((await repo.run(generate, "disks")).err).toEqual([]);
    const bundle = await repo.read("specs/disks/openapi.yaml");
    expect(bundle).toContain("    Error:\n      type: object\n");
    expect(bundle).toContain("    labels_Error:\n      type: object\n");
    expect(bundle).toContain("$ref: '#/components/schemas/labels_Error'");
  });

  it("says what a second import changes: what programs depend on first, lists by what is in them", async () => {
    const repo = await tinyRepo();
    await repo.run(offline, await place(repo, { "disks.yaml": single }), "--api", "disks");
    const after = single
      .replace("required: [id, size]", "required: [size, kind, id]")
      .replace("Which.", "Which one.")
      .replace("{ type: integer, description: In GB. }", "{ type: number, description: In GB. }")
      .replace(
        "    delete:\n      operationId: deleteDisk",
        "    put:\n      operationId: putDisk",
      );
    const again = await place(repo, { "disks.yaml": after });
    expect(await repo.run(offline, again, "--api", "disks")).toEqual({
      code: 0,
      out: [
        `${folder}/disks.yaml: changed, +5 -5 lines`,
        "  added #/paths/~1disks~1{id}/put",
        "  added #/components/schemas/Disk/required/1",
        "  removed #/paths/~1disks~1{id}/delete",
        '  changed #/components/schemas/Disk/properties/size/type: "integer" -> "number"',
        "  reworded #/components/schemas/Disk/properties/id/description",
        "  new PUT /disks/{id}",
        "  gone DELETE /disks/{id}",
      ],
      err: [],
    });
  });

  it("deletes what is no longer referred to, and check misses what is", async () => {
    const repo = await tinyRepo();
    await repo.run(offline, await place(repo, several), "--api", "disks");
    const { "openapi.json": first = "" } = several;
    const fewer = first.replace(/,"\/labels":.*?\}\}/, "");
    const { out } = await repo.run(
      offline,
      await place(repo, { "openapi.json": fewer }),
      "--api",
      "disks",
    );
    expect(out).toContain(
      `${folder}/labels/Error.yaml: deleted, since nothing refers to it any more`,
    );
    expect(Object.keys(await repo.files())).not.toContain(`${folder}/labels/Error.yaml`);
    await repo.write("specs/disks/source/openapi.yaml", "openapi: 3.1.0\n");
    await repo.remove(`${folder}/schemas/Error.yaml`);
    await repo.edit(`${folder}/paths/disks.yaml`, "listDisks", "listedDisks");
    const { err } = await repo.run(check, "disks");
    expect(err.map((line) => line.replace(/;.*/, ""))).toEqual(
      expect.arrayContaining([
        `${folder}/schemas/Error.yaml: missing`,
        expect.stringMatching(`^${folder}/paths/disks.yaml: not the vendor's bytes`),
      ]),
    );
  });

  it("lists every number that would lose digits, and generate refuses them all at once", async () => {
    const repo = await tinyRepo();
    const numbers = single
      .replace(
        "type: integer,",
        "type: integer, maximum: 9223372036854775807, minimum: -9007199254740993,",
      )
      .replace(
        "{ type: string, description",
        "{ type: string, maxLength: 9223372036854776000, description",
      );
    const { out } = await repo.run(
      offline,
      await place(repo, { "disks.yaml": numbers }),
      "--api",
      "disks",
    );
    const lost = (number: string) =>
      expect.stringMatching(`^${folder}/disks.yaml:21:\\d+: ${number} is beyond 2\\^53`);
    expect(out.slice(1)).toEqual([lost("9223372036854775807"), lost("-9007199254740993")]);
    await repo.write("packages/disks/package.json", "{}\n");
    await repo.write(
      "specs/disks/source/openapi.yaml",
      `openapi: 3.0.3
info: { title: Disks, version: "1" }
servers: [{ url: https://api.disks.test }]
paths:
  /disks/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { $ref: "../upstream/disks.yaml#/paths/~1disks~1{id}/get", operationId: getDisk }
`,
    );
    expect((await repo.run(generate, "disks")).err).toEqual([
      expect.stringMatching(/disks\.yaml:21:.*the number was rounded to 9223372036854776000/),
      expect.stringMatching(/disks\.yaml:21:.*the number was rounded to -9007199254740992/),
    ]);
  });

  it("reads a document and what it refers to from an address", async () => {
    const repo = await tinyRepo();
    const served = Object.fromEntries(
      Object.entries(several).map(([name, text]) => [`api/v3/${name}`, text]),
    );
    const get = await site({ ...served, "api/latest": "/api/v3/openapi.json" });
    expect(await repo.run(get, "https://docs.disks.test/api/latest", "--api", "disks")).toEqual({
      code: 0,
      out: [`${folder}/latest.json: new (2 operations, 5 files)`],
      err: [],
    });
    expect(await repo.read(`${folder}/labels/Error.yaml`)).toBe(several["labels/Error.yaml"]);
  });
});

/** A document, what stands beside it, and the line it is refused with. */
const refusals: [what: string, files: Record<string, string>, line: RegExp][] = [
  [
    "a document that is none",
    { "a.yaml": "- hello\n" },
    /a\.yaml:1: no OpenAPI document; allowed is/,
  ],
  [
    "a document of another version",
    { "a.json": '{ "swagger": "2.0", "paths": {} }' },
    /a\.json:1: OpenAPI "2\.0"; allowed is OpenAPI 3\.0 or 3\.1/,
  ],
  ["a page of HTML", { "a.yaml": "<!doctype html><title>x</title>" }, /a\.yaml: HTML or XML/],
  ["JSON that is cut", { "a.json": '{ "openapi": "3.0.0", "paths": {' }, /a\.json:1:\d+: not YAML/],
  [
    "two operations of one id",
    { "a.yaml": single.replace("deleteDisk", "disks/get-one") },
    /a\.yaml:12:20: the operationId "disks\/get-one" of DELETE \/disks\/\{id\} is already used by GET/,
  ],
  [
    "a reference out of the folder",
    { "a.yaml": single.replace("#/components/schemas/Disk", "../Disk.yaml") },
    /a\.yaml:10:\d+: the reference "\.\.\/Disk\.yaml" is refused/,
  ],
  [
    "a reference to an address",
    { "a.yaml": single.replace("#/components/schemas/Disk", "https://other.test/Disk.yaml") },
    /a\.yaml:10:\d+: the reference "https:/,
  ],
  [
    "a reference to a file that is missing",
    { "a.yaml": single.replace("#/components/schemas/Disk", "schemas/Disk.yaml") },
    /a\.yaml:10:\d+: refers to schemas\/Disk\.yaml: no such file/,
  ],
  [
    "a file beside it that leads out of the folder",
    {
      "a.yaml": single.replace("#/components/schemas/Disk", "schemas/Disk.yaml"),
      "schemas/Disk.yaml": "properties: { a: { $ref: ../../b.yaml } }\n",
    },
    /^schemas\/Disk\.yaml:1:\d+: the reference "\.\.\/\.\.\/b\.yaml" is refused/,
  ],
  [
    "an operationId that is code",
    { "a.yaml": single.replace("disks/get-one", "\"x = (await import('fs'))\"") },
    /a\.yaml:9:20: the operationId "x = /,
  ],
  [
    "an operationId of 201 letters",
    { "a.yaml": single.replace("disks/get-one", "a".repeat(201)) },
    /up to 200/,
  ],
  ["a path that climbs", { "a.yaml": single.replace("/disks/{id}:", "/../{id}:") }, /the path/],
  ["what our tools act on", { "a.yaml": `${single}x-source: []\n` }, /x-source is refused/],
  ["the name of the provenance", { "PROVENANCE.yaml": single }, /and no PROVENANCE$/],
  [
    "25 000 components",
    {
      "a.yaml": `${single}  parameters:\n${Array.from({ length: 25_000 }, (_, n) => `    p${n}: {}\n`).join("")}`,
    },
    /a mapping of more than 20000 keys \(at #\/components\/parameters\)/,
  ],
];

describe("import-docs refuses, and writes nothing", () => {
  it.each(refusals)("%s", async (_, files, line) => {
    const repo = await tinyRepo();
    const file = await place(repo, files);
    await repo.write("vendor/b.yaml", "type: string\n");
    const before = await repo.files();
    const { code, out, err } = await repo.run(offline, file, "--api", "disks");
    expect({ code, out, err }).toEqual({ code: 1, out: [], err: [expect.stringMatching(line)] });
    expect(await repo.files()).toEqual(before);
  });

  it("a file beside a document that is a link out of its folder", async () => {
    const repo = await tinyRepo();
    const linked = single.replace("#/components/schemas/Disk", "Disk.yaml");
    const file = await place(repo, { "a.yaml": linked });
    await repo.write("secret.yaml", "type: string\n");
    await symlink(join(repo.root, "secret.yaml"), join(repo.root, "vendor/Disk.yaml"));
    expect((await repo.run(offline, file, "--api", "disks")).err).toEqual([
      expect.stringMatching(
        /a\.yaml:10:\d+: refers to Disk\.yaml: leads out of the document's folder/,
      ),
    ]);
  });

  it("what an address leads to outside of the document's folder, or does not have", async () => {
    const repo = await tinyRepo();
    const document = (ref: string) => single.replace("#/components/schemas/Disk", ref);
    const get = await site({
      "v1/openapi.yaml": document("Disk.yaml"),
      "v1/Disk.yaml": "/v0/Disk.yaml",
      "v0/Disk.yaml": "type: string\n",
      "v2/openapi.yaml": document("Lost.yaml"),
    });
    const before = await repo.files();
    for (const [version, line] of [
      [
        "v1",
        /openapi\.yaml:10:\d+: refers to .*\/v1\/Disk\.yaml: redirects out of the document's folder/,
      ],
      ["v2", /openapi\.yaml:10:\d+: refers to .*\/v2\/Lost\.yaml: .*404/],
    ] as const) {
      const address = `https://docs.disks.test/${version}/openapi.yaml`;
      expect((await repo.run(get, address, "--api", "disks")).err).toEqual([
        expect.stringMatching(line),
      ]);
    }
    expect(await repo.files()).toEqual(before);
  });

  it("an operation or a file that another document has already", async () => {
    const repo = await tinyRepo();
    await repo.run(offline, await place(repo, { "disks.yaml": single }), "--api", "disks");
    const renamed = await place(repo, { "more.yaml": single });
    expect((await repo.run(offline, renamed, "--api", "disks")).err).toEqual(
      ["GET", "DELETE"].map((method) =>
        expect.stringMatching(`^${folder}/disks.yaml: (?:holds|already has) ${method} /disks/{id}`),
      ),
    );
    const other = single.replaceAll("/disks/{id}", "/other/{id}");
    const same = await place(repo, { "disks.yaml": other });
    const address = ["--api", "disks", "--address", "https://docs.disks.test/other.yaml"];
    expect((await repo.run(offline, same, ...address)).err).toEqual([
      expect.stringMatching(`${folder}/disks.yaml is another document, unknown`),
    ]);
  });
});
