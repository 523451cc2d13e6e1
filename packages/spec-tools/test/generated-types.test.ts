import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { generate } from "../src/commands/generate.js";
import { type TinyRepo, tinyRepo } from "./tiny-repo.js";

const execute = promisify(execFile);

/** A document with what is awkward to name or to type. */
const source = `openapi: 3.1.0
info: { title: Odd, version: "1" }
servers: [{ url: https://api.odd.test }]
security: [{ key: [] }]
paths:
  /{zone}/firewalls/{firewall-id}:
    parameters:
      - { name: zone, in: path, required: true, schema: { type: string, enum: [north, south] } }
      - { name: firewall-id, in: path, required: true, schema: { type: integer } }
    get:
      operationId: getFirewall
      responses:
        "200":
          description: One
          content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } }
    patch:
      operationId: patchFirewall
      x-idempotent: false
      parameters:
        - { name: If-Match, in: header, required: true, schema: { type: string } }
        - { name: dry-run, in: query, schema: { type: boolean } }
      requestBody:
        content: { application/json: { schema: { oneOf: [{ type: string }, { type: object }] } } }
      responses:
        "200":
          description: Changed
          content: { application/json: { schema: { type: [object, "null"], properties: { a: { type: string } } } } }
        "204": { description: Nothing to change }
    delete:
      operationId: deleteFirewall
      x-idempotent: true
      responses: { "204": { description: Gone } }
  /{firewall}/rules:
    parameters:
      - { name: firewall, in: path, required: true, schema: { type: string } }
    get:
      operationId: getRules
      responses:
        "200":
          description: All
          content:
            application/json:
              schema:
                type: object
                required: [inbound_rules, access]
                properties:
                  inbound_rules: { type: array, items: { $ref: "#/components/schemas/rule.v2" } }
                  access: { type: array, items: { type: string } }
                  settings: { type: object, properties: { enabled: { type: boolean } } }
    put:
      operationId: putRules
      x-idempotent: false
      x-write-semantics:
        read: getRules
        keep: [/settings/enabled]
        lists:
          - { list: inbound_rules, identity: [port], ordered: false }
          - { list: access, identity: [], ordered: false }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [inbound_rules, access]
              properties:
                inbound_rules: { type: array, items: { $ref: "#/components/schemas/rule.v2" } }
                access: { type: array, items: { type: string } }
                settings: { type: object, properties: { enabled: { type: boolean } } }
      responses: { "204": { description: Done } }
  /search:
    post:
      operationId: search
      x-idempotent: true
      x-pagination:
        style: page
        in: body
        request: { limit: size, page: /page/number, fixed: { kind: all } }
        response: { items: /result/found, total: { header: X-Total } }
      parameters:
        - { name: lang, in: query, required: true, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                size: { type: integer }
                kind: { type: string }
                text: { type: string }
                page: { type: object, properties: { number: { type: integer } } }
      responses:
        "200":
          description: Found
          headers: { X-Total: { schema: { type: integer } } }
          content:
            application/json:
              schema:
                type: object
                properties:
                  result:
                    type: object
                    properties:
                      found: { type: array, items: { type: object, properties: { a: { type: string } } } }
  /picture:
    get:
      operationId: getPicture
      responses:
        "200": { description: A picture, content: { image/png: {} } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    Error: { type: object, properties: { code: { type: string } } }
    rule.v2:
      type: object
      required: [port, target]
      properties: { port: { type: integer }, target: { type: string } }
`;

it("what is generated compiles, whatever a document calls things", async () => {
  const repo = await tinyRepo();
  for (const layer of ["upstream", "overlays", "source"]) await repo.remove(`specs/tiny/${layer}`);
  await repo.write("specs/tiny/source/openapi.yaml", source);
  await repo.write("packages/tiny/src/version.ts", 'export const userAgent = "tiny/1";\n');
  await repo.write("packages/tiny/src/use.ts", use);
  expect((await repo.run(generate)).err).toEqual([]);
  expect(await problemsOf(repo)).toEqual([]);
});

const use = `import * as tiny from "./generated/index.js";
const client: tiny.TinyClient = tiny.createTinyClient({ apiKey: "k" });
const one: Promise<tiny.ErrorType> = tiny.getFirewall(client, "north", 7);
const gone: Promise<void> = tiny.deleteFirewall(client, "south", 7);
const changed: Promise<tiny.PatchFirewallResult | undefined> = tiny.patchFirewall(
  client, "north", 7, "text", { "dry-run": true }, { headers: { "If-Match": "x" } });
// @ts-expect-error the header is required
tiny.patchFirewall(client, "north", 7, "text", {});
// @ts-expect-error no such zone
tiny.getFirewall(client, "east", 7);
tiny.addInboundRules(client, "f", [{ port: 1, target: "a" }], { also: { settings: { enabled: true } } });
tiny.removeInboundRules(client, "f", [{ port: 1 }]);
tiny.addToAccess(client, "f", ["a"]);
tiny.editInboundRulesAndAccess(client, "f", ({ access }) => ({ access: access.slice(1) }));
for await (const item of tiny.search(client, { text: "a", size: 5 }, { lang: "en" })) {
  const found: tiny.SearchItem = item;
  console.log(found.a);
}
// @ts-expect-error always sent
tiny.search(client, { kind: "some" }, { lang: "en" });
// @ts-expect-error a picture is not JSON: it has no function
tiny.getPicture;
console.log(one, gone, changed);
`;

/** What the compiler finds in a repository's package, with this checkout's runtime. */
async function problemsOf(repo: TinyRepo): Promise<string[]> {
  const here = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  const project = {
    extends: here("tsconfig.base.json"),
    compilerOptions: {
      module: "esnext",
      moduleResolution: "bundler",
      noEmit: true,
      paths: { "@cloud-clients/runtime/kit": [here("packages/runtime/src/kit.ts")] },
    },
    files: ["packages/tiny/src/use.ts"],
  };
  await repo.write("tsconfig.json", JSON.stringify(project));
  const compiler = here("node_modules/typescript-7.0/bin/tsc");
  const { stdout } = await execute(process.execPath, [compiler, "--checkers", "1"], {
    cwd: repo.root,
  }).catch((error: { stdout: string }) => {
    if (error.stdout === "") throw error;
    return error;
  });
  return stdout.split("\n").filter((line) => line !== "");
}
