import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Command } from "../src/base/command.js";
import { visible } from "../src/base/input-error.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { importDocs } from "../src/commands/import-docs.js";
import { lint } from "../src/commands/lint.js";
import { type TinyRepo, tinyRepo } from "./tiny-repo.js";
import { vendorPage } from "./vendor-page.js";

const upstream = "specs/tiny/upstream/get-thing.yaml";
const put = "specs/tiny/source/operations/put-thing.yaml";
const source = "specs/tiny/source/openapi.yaml";
const states = "specs/tiny/overlays/0002-states.yaml";
const offline: Command = (args, output) =>
  importDocs(args, output, () => Promise.reject(new Error("no network here")));

const code = `"t = ((await import('node:fs')).writeFileSync('/tmp/x',''),0); export const listTags"`;
const get = "    get:\n";
const schema = "state: { type: string, description: on or off }";
const bomb = "abcdefgh"
  .split("")
  .map((name, depth, all) => {
    const items = Array(10).fill(depth === 0 ? "x" : `*${all[depth - 1]}`);
    return `x-${name}: &${name} [${items.join(", ")}]\n`;
  })
  .join("");

/** What is put into the vendor's fragment in place of what, and what every command says of it. */
type Hostile = [what: string, from: string, to: string, line: RegExp];

const into = (field: string): string => `${get}      ${field}\n`;
const property = (text: string): string => `${schema}\n                  ${text}`;
const elsewhere = /the reference ".*" is refused; allowed is "#\/…" or a relative path/;

const fragments: Hostile[] = [
  // (a) code at build or import
  ["an operationId that is code", get, into(`operationId: ${code}`), /:20: the operationId "t = /],
  [
    "an operationId that is a word of the language",
    get,
    into("operationId: delete"),
    /word of the/,
  ],
  ["an operationId that generated files use", get, into("operationId: api"), /use that name/],
  ["an operationId that is imported there", get, into("operationId: PaginationRule"), /use that/],
  ["an operationId that is no key", get, into("operationId: __proto__"), /"__proto__" is refused/],
  ["an operationId all objects have", get, into("operationId: constructor"), /every object has/],
  ["an operationId of two words", get, into("operationId: two words"), /"two words" is refused/],
  [
    "an operationId that is a number",
    get,
    into("operationId: 7"),
    /the operationId "7" is refused/,
  ],
  ["an operationId of 300 letters", get, into(`operationId: ${"a".repeat(300)}`), /up to 64/],
  ["an operationId in other letters", get, into("operationId: lіst"), /the operationId "lіst"/],
  [
    "a path with quotes",
    "  /things/{id}:\n",
    `  '/x"+process.exit()+"': {}\n  /things/{id}:\n`,
    /path/,
  ],
  ["a path with a template", "  /things/{id}:\n", "  '/x/$`y`': {}\n  /things/{id}:\n", /the path/],
  [
    "a path that leaves its server",
    "  /things/{id}:\n",
    "  //evil.test/x: {}\n  /things/{id}:\n",
    /the path/,
  ],
  ["a path that climbs", "  /things/{id}:\n", "  /a/%2e%2E/b: {}\n  /things/{id}:\n", /the path/],
  [
    "a component name that is code",
    "paths:\n",
    `components: { schemas: { 'a"; x': {} } }\npaths:\n`,
    /component name/,
  ],
  [
    "a component all objects have",
    "paths:\n",
    "components: { schemas: { toString: {} } }\npaths:\n",
    /component name/,
  ],
  [
    "a parameter name with a line end",
    "name: id,",
    String.raw`name: "i\nd",`,
    /the parameter name/,
  ],
  ["a header that is two", "name: id, in: path", 'name: "a: b", in: header', /a header's name/],
  [
    "a property __proto__",
    schema,
    property("__proto__: { type: string }"),
    /"__proto__" is refused/,
  ],
  ["a property with a line separator", schema, property(String.raw`"a\u2028b": {}`), /unseen/],
  [
    "an enum value with a line separator",
    schema,
    property(String.raw`s: { enum: ["a\u2028b"] }`),
    /U\+2028/,
  ],
  [
    "a text that reads backwards",
    schema,
    property(String.raw`s: { title: "a\u202Eb" }`),
    /U\+202E/,
  ],
  [
    "a text with an escape character",
    schema,
    property(String.raw`s: { title: "\e[31m" }`),
    /U\+001B/,
  ],
  ["a number that is none", schema, property("s: { maximum: .inf }"), /no number/],
  // (b) files from elsewhere
  ["a reference to an absolute file", schema, property("s: { $ref: /etc/passwd }"), elsewhere],
  [
    "a reference out of the tree",
    schema,
    property("s: { $ref: ../../../package.json }"),
    elsewhere,
  ],
  ["an encoded way out", schema, property("s: { $ref: '%2e%2e/%2e%2e/x.yaml' }"), elsewhere],
  ["a way out behind a way in", schema, property("s: { $ref: a/../../../../x.yaml }"), elsewhere],
  [
    "a reference to our sources",
    schema,
    property("s: { $ref: ../source/openapi.yaml }"),
    elsewhere,
  ],
  [
    "a reference in backslashes",
    schema,
    property(String.raw`s: { $ref: '..\..\x.yaml' }`),
    elsewhere,
  ],
  [
    "a reference that is a file address",
    schema,
    property("s: { $ref: file:///etc/passwd }"),
    elsewhere,
  ],
  [
    "a reference that holds its target",
    schema,
    property("s: { $ref: 'data:text/yaml,a' }"),
    elsewhere,
  ],
  ["a reference to what is no YAML", schema, property("s: { $ref: secret.txt }"), elsewhere],
  [
    "a reference to what all objects have",
    schema,
    property("s: { $ref: '#/constructor' }"),
    /every object/,
  ],
  ["a reference that is a list", schema, property("s: { $ref: [a] }"), elsewhere],
  [
    "a reference in an example",
    schema,
    property("s: { example: { $ref: ../../x.yaml } }"),
    elsewhere,
  ],
  // (c) connections
  [
    "a reference to an address",
    schema,
    property("s: { $ref: 'http://127.0.0.1:9/x.yaml' }"),
    elsewhere,
  ],
  ["an address without a scheme", schema, property("s: { $ref: //127.0.0.1/x.yaml }"), elsewhere],
  [
    "an example elsewhere",
    schema,
    property("s: { examples: { a: { externalValue: 'http://x' } } }"),
    /externalValue/,
  ],
  [
    "a link elsewhere",
    schema,
    property("s: { links: { a: { operationRef: 'http://x#/a' } } }"),
    /operationRef/,
  ],
  [
    "a mapping that is an address",
    schema,
    property("s: { discriminator: { mapping: { a: 'http://x/y.yaml' } } }"),
    elsewhere,
  ],
  // (d) time and memory
  ["aliases that come to 10^8 values", "paths:\n", `${bomb}paths:\n`, /more than 500000 values/],
  ["an alias that contains itself", "paths:\n", "x-a: &a [*a]\npaths:\n", /deeper than 100/],
  ["ten thousand levels", "paths:\n", `x-a: ${"[".repeat(10_000)}\npaths:\n`, /not YAML: nesting/],
  [
    "three thousand keys",
    "paths:\n",
    `x-a: {${Array.from({ length: 3000 }, (_, n) => `k${n}: 1`)}}\npaths:\n`,
    /2000 keys/,
  ],
  [
    "a key of 300 letters and one",
    "paths:\n",
    `x-${"a".repeat(300)}: 1\npaths:\n`,
    /longer than 300/,
  ],
  [
    "a pattern that is none",
    schema,
    property("s: { pattern: '(' }"),
    /the pattern "\(" is refused: Inv/,
  ],
  [
    "a pattern for the old flags",
    schema,
    property(String.raw`s: { pattern: '\-a' }`),
    /Invalid escape/,
  ],
  [
    "a pattern of exponential time",
    schema,
    property("s: { pattern: '^(a+)+$' }"),
    /exponential time/,
  ],
  ["a pattern of quadratic time", schema, property("s: { pattern: '^a*a*$' }"), /polynomial time/],
  [
    "a key that is such a pattern",
    schema,
    property("s: { patternProperties: { '^(a|a)*$': {} } }"),
    /exponential/,
  ],
  [
    "a pattern of 501 characters",
    schema,
    property(`s: { pattern: '${"a".repeat(501)}' }`),
    /longer than 500/,
  ],
  ["a YAML tag", schema, property("s: { default: !!binary aGk= }"), /a YAML tag is refused/],
  ["a second document", "openapi: 3.0.0\n", "---\nopenapi: 3.0.0\n---\n", /more than one document/],
  // (e) what our tools act on
  ...[
    "x-completeness: complete",
    "x-enum-open: true",
    "x-error-codes: {}",
    "x-idempotent: true",
    "x-int64: string",
    "x-known-regions: []",
    "x-pagination: {}",
    "x-permanent-error: {}",
    "x-rate-limit-error: {}",
    "x-secret: true",
    "x-source: []",
    "x-write-semantics: {}",
  ].map((field): Hostile => [field, get, into(field), /:7: x-[a-z0-9-]+ is refused in a vendor's/]),
];

async function refusedBy(repo: TinyRepo, command: Command, ...args: string[]): Promise<string[]> {
  const before = await repo.files();
  const { code, out, err } = await repo.run(command, ...args);
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(await repo.files()).toEqual(before);
  for (const line of err) expect(visible(line)).toBe(line);
  return err;
}

describe("a vendor's document is refused by import-docs, generate, check and lint alike", () => {
  it.each(fragments)("%s", async (_, from, to, line) => {
    const repo = await tinyRepo();
    await repo.edit(upstream, from, to);
    const text = await repo.read(upstream);
    await repo.write("page.md", vendorPage(text, "yaml v1/get-thing.json GET /things/{id}"));
    const page = `${repo.root}/page.md`;
    const facts = ["--api", "tiny", "--address", "https://docs.tiny.test/x.md"];
    const said = await refusedBy(repo, offline, page, ...facts);
    expect(said).toEqual([expect.stringMatching(line)]);
    expect(said[0]).toMatch(/page\.md(:\d+)?/);
    for (const command of [generate, check, lint]) {
      const [first, ...more] = (await refusedBy(repo, command)).filter(
        (other) => !other.includes("has no entry in"),
      );
      expect(first).toMatch(line);
      expect(first?.startsWith(upstream)).toBe(true);
      expect(more).toEqual([]);
    }
  });
});

/** What is put into a file of ours, and what generate, check and lint say of it. */
const ours: [what: string, file: string, from: string, to: string, line: RegExp][] = [
  [
    "an overlay that names an operation in code",
    "specs/tiny/overlays/0001-operation-id.yaml",
    "operationId: getThing",
    `operationId: ${code}`,
    /^specs\/tiny\/overlays\/0001-operation-id\.yaml:4:5: the operationId "t = /,
  ],
  [
    "an operation of ours that is named so",
    put,
    "operationId: putThing",
    "operationId: await",
    /^specs\/tiny\/source\/operations\/put-thing\.yaml:1:14: the operationId "await"/,
  ],
  [
    "an operation without a name",
    put,
    "operationId: putThing\n",
    "",
    /^specs\/tiny\/source\/operations\/put-thing\.yaml:1:1: PUT \/things\/\{id\} has no operationId/,
  ],
  [
    "an overlay that brings in an address",
    states,
    "{ readOnly: true }",
    "{ allOf: [{ $ref: 'https://evil.test/x.yaml' }] }",
    /^specs\/tiny\/overlays\/0002-states\.yaml:\d+:\d+: the reference "https:/,
  ],
  [
    "an overlay that brings in a file of the machine",
    states,
    "{ readOnly: true }",
    "{ $ref: ../../../package.json }",
    /^specs\/tiny\/overlays\/0002-states\.yaml:7:21: the reference/,
  ],
  [
    "an overlay for another document",
    states,
    "actions:",
    "extends: https://evil.test/openapi.yaml\nactions:",
    /^specs\/tiny\/overlays\/0002-states\.yaml:3:10: extends is refused/,
  ],
  [
    "an overlay that brings in a pattern",
    states,
    "{ readOnly: true }",
    "{ readOnly: true, pattern: '(x+x+)+y' }",
    /^specs\/tiny\/overlays\/0002-states\.yaml:7:40: the pattern/,
  ],
  [
    "a source that reaches into another API",
    source,
    "operations/list-things.yaml",
    "../../other/source/x.yaml",
    /^specs\/tiny\/source\/openapi\.yaml:7:13: the reference/,
  ],
  [
    "a server that is not https",
    source,
    "https://api.tiny.test",
    "http://api.tiny.test",
    /^specs\/tiny\/source\/openapi\.yaml:3:13: the server "http:/,
  ],
  [
    "a server with a password",
    source,
    "https://api.tiny.test",
    "https://me:pw@api.tiny.test",
    /the server .* is refused; allowed is an https address/,
  ],
  [
    "an error code that is no key",
    source,
    "paths:\n",
    "x-error-codes: { __proto__: { status: 400, label: x } }\npaths:\n",
    /the key "__proto__" is refused/,
  ],
];

describe("what source and overlays say is refused by generate and check alike", () => {
  it.each(ours)("%s", async (_, file, from, to, line) => {
    const repo = await tinyRepo();
    await repo.edit(file, from, to);
    for (const command of [generate, check]) {
      const lines = (await refusedBy(repo, command)).filter((one) => !one.includes("no entry in"));
      expect(lines[0]).toMatch(line);
    }
  });
});

describe("nothing but import-docs opens a connection", { timeout: 60_000 }, () => {
  it("whatever a fragment, an overlay, a source or a bundle refers to", async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
    const bound = server.address();
    const port = typeof bound === "object" ? bound?.port : 0;
    const address = `http://127.0.0.1:${port}/x.yaml`;
    const places: [file: string, from: string, to: string][] = [
      [upstream, schema, `${schema}\n                  s: { $ref: '${address}' }`],
      [
        upstream,
        schema,
        `${schema}\n                  s: { examples: { a: { externalValue: '${address}' } } }`,
      ],
      [
        upstream,
        schema,
        `${schema}\n                  s: { $ref: 'HTTP://127.0.0.1:${port}/x.yaml' }`,
      ],
      [
        upstream,
        schema,
        `${schema}\n                  s: { $schema: '${address}', $id: '${address}' }`,
      ],
      [states, "{ readOnly: true }", `{ $ref: '${address}' }`],
      [states, "overlay: 1.0.0", `overlay: 1.0.0\nextends: '${address}'`],
      [source, "  /things:\n", `  /x: { $ref: '${address}' }\n  /things:\n`],
      ["specs/tiny/openapi.yaml", "servers:", `x-a: { $ref: '${address}' }\nservers:`],
    ];
    for (const [file, from, to] of places) {
      const repo = await tinyRepo();
      await repo.run(generate);
      await repo.write("redocly.yaml", "extends: [recommended]\n");
      await repo.edit(file, from, to);
      for (const command of [lint, check, generate]) await repo.run(command);
    }
    expect(connections).toBe(0);
  });
});
