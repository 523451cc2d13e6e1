import { describe, expect, it } from "vitest";
import { generate } from "../src/commands/generate.js";
import { lint } from "../src/commands/lint.js";
import { type TinyRepo, tinyRepo } from "./tiny-repo.js";

/** A checkout that is generated and held to these rules. */
async function linted(rules: string): Promise<TinyRepo> {
  const repo = await tinyRepo();
  await repo.write("redocly.yaml", `rules: ${rules}\n`);
  return repo;
}

/** What lint says of the specs as they are now. */
async function problems(repo: TinyRepo, ...apis: string[]): Promise<string[]> {
  expect((await repo.run(generate)).err).toEqual([]);
  const { code, out, err } = await repo.run(lint, ...apis);
  expect({ code, said: out.length }).toEqual(
    err.length > 0 ? { code: 1, said: 0 } : { code: 0, said: 1 },
  );
  return err;
}

const put = "specs/tiny/source/operations/put-thing.yaml";
const exceptions = "specs/tiny/lint-exceptions.yaml";

describe("lint", () => {
  it("shows every problem, however many there are", { timeout: 60_000 }, async () => {
    const repo = await linted("{ operation-summary: error }");
    const paths = Array.from(
      { length: 1100 },
      (_, n) => `  /p${n}: { get: { operationId: p${n}, responses: {} } }\n`,
    );
    await repo.edit("specs/tiny/source/openapi.yaml", "paths:\n", `paths:\n${paths.join("")}`);
    const lines = await problems(repo);
    expect(lines.filter((line) => line.includes("(operation-summary)"))).toHaveLength(1103);
  });

  it("shows each where one mends it: in a source, in an overlay, or beside upstream", async () => {
    const repo = await linted("{ operation-summary: error, no-enum-type-mismatch: error }");
    await repo.write(
      "specs/tiny/overlays/0003-kinds.yaml",
      `overlay: 1.0.0
info: { title: Say which kinds there are, version: 1.0.0 }
actions:
  - target: $..properties.seen
    update: { enum: [1, two] }
`,
    );
    expect(await problems(repo)).toEqual([
      "specs/tiny/source/operations/list-things.yaml:1:1: Operation object should contain `summary` field. (operation-summary)",
      "specs/tiny/upstream/get-thing.yaml:5:7: Operation object should contain `summary` field. (operation-summary) (upstream stays as the vendor wrote it; correct it in specs/tiny/overlays)",
      'specs/tiny/overlays/0003-kinds.yaml:4:5: All values of `enum` field must be of the same type as the `type` field: expected "integer" but received "string". (no-enum-type-mismatch)',
      "specs/tiny/source/operations/put-thing.yaml:1:1: Operation object should contain `summary` field. (operation-summary)",
    ]);
  });

  it("takes names of APIs", async () => {
    const repo = await linted("{ operation-summary: error }");
    const tiny = Object.entries(await repo.files());
    for (const [path, text] of tiny) await repo.write(path.replace("/tiny/", "/other/"), text);
    const lines = await problems(repo, "other");
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^specs\/other\//);
    expect((await repo.run(lint, "nobody")).err).toEqual([
      "specs/nobody/source/openapi.yaml: missing; the APIs are: other, tiny",
    ]);
  });

  it("judges what the specs come to, whatever bundle was generated before", async () => {
    const repo = await linted("{ operation-summary: error, operation-operationId-unique: error }");
    await repo.write(exceptions, '[{ rule: operation-summary, because: "Names say it all." }]\n');
    expect((await repo.run(lint)).err).toEqual([]);
    await repo.run(generate);
    await repo.edit("specs/tiny/openapi.yaml", "operationId: putThing", "operationId: getThing");
    expect((await repo.run(lint)).err).toEqual([]);
    await repo.edit(put, "operationId: putThing", "operationId: getThing");
    expect((await repo.run(lint)).err).toEqual([
      `${put}:1:1: Every operation must have a unique \`operationId\`. (operation-operationId-unique)`,
    ]);
  });

  it("refuses what nobody can read before it is held to rules", async () => {
    const repo = await linted("{ operation-summary: error }");
    const overlay = "specs/tiny/overlays/0002-states.yaml";
    await repo.edit(overlay, "{ readOnly: true }", "{ $ref: '#/components/schemas/Nowhere' }");
    expect((await repo.run(lint)).err).toEqual([
      `${overlay}:6:5: the $ref to #/components/schemas/Nowhere does not resolve`,
    ]);
  });

  it("says what is wrong with every API, also beside one that cannot be read", async () => {
    const repo = await linted("{ operation-summary: error }");
    for (const [path, text] of Object.entries(await repo.files())) {
      await repo.write(path.replace("/tiny/", "/other/"), text);
    }
    await repo.edit("specs/other/source/openapi.yaml", "operations/put", "operations/pat");
    const { code, err } = await repo.run(lint);
    expect({ code, lines: err.length }).toEqual({ code: 1, lines: 4 });
    expect(err[0]).toMatch(/^specs\/other\/source\/openapi\.yaml:12:7: .* does not resolve$/);
    for (const line of err.slice(1)) expect(line).toMatch(/^specs\/tiny\/.*\(operation-summary\)/);
  });

  it("refuses a bundle's rule that does not exist, and rules of one API in redocly.yaml", async () => {
    const repo = await linted("{ no-such-rule: error }");
    expect(await problems(repo)).toEqual([expect.stringMatching(/^redocly\.yaml:.*no-such-rule/)]);
    await repo.write(
      "redocly.yaml",
      "extends: [minimal]\napis: { tiny: { root: specs/tiny/openapi.yaml, rules: { operation-summary: off } } }\n",
    );
    expect(await problems(repo)).toEqual([
      'redocly.yaml: "apis" is not read; what tiny is excepted from stands in specs/tiny/lint-exceptions.yaml',
    ]);
    await repo.write("redocly.yaml", "extends: [minimal, no-such-preset]\n");
    expect(await problems(repo)).toEqual([
      expect.stringMatching(/^redocly\.yaml: .*no-such-preset/),
    ]);
  });
});

describe("what nobody can mend but an overlay is mended by an overlay:", () => {
  it("nullable without a type", async () => {
    const repo = await linted("{ struct: error, nullable-type-sibling: error }");
    const upstream = "specs/tiny/upstream/get-thing.yaml";
    await repo.edit(upstream, "seen: { type: integer }", "seen: { nullable: true }");
    expect(await problems(repo)).toEqual([
      expect.stringMatching(
        /^specs\/tiny\/upstream\/get-thing\.yaml:18:\d+: .* \(nullable-type-sibling\) \(upstream stays as the vendor wrote it; correct it in specs\/tiny\/overlays\)$/,
      ),
    ]);
    await repo.write(
      "specs/tiny/overlays/0003-numbers.yaml",
      `overlay: 1.0.0
info: { title: Say what was seen of a part, version: 1.0.0 }
actions:
  - target: $..properties.seen
    update: { type: integer }
`,
    );
    expect(await problems(repo)).toEqual([]);
  });
});

describe("an API's exceptions from lint rules", () => {
  it("cover what breaks a rule anywhere, or at one place", async () => {
    const repo = await linted("{ operation-summary: error }");
    await repo.write(exceptions, '[{ rule: operation-summary, because: "Names say it all." }]\n');
    expect(await problems(repo)).toEqual([]);
    await repo.write(
      exceptions,
      '[{ rule: operation-summary, at: "#/paths/~1things~1{id}", because: "Names say it all." }]\n',
    );
    expect(await problems(repo)).toEqual([
      expect.stringMatching(/^specs\/tiny\/source\/operations\/list-things\.yaml:1:1: /),
    ]);
  });

  it.each([
    [
      "one for a rule that is not turned on",
      '[{ rule: operation-tags, because: "x" }]',
      `${exceptions}:1:2: no rule operation-tags is turned on; delete this exception`,
    ],
    [
      "one for a rule that nothing breaks",
      '- { rule: operation-summary, because: "x" }\n- { rule: no-path-trailing-slash, because: "x" }',
      `${exceptions}:2:3: nothing breaks no-path-trailing-slash; delete this exception`,
    ],
    [
      "one for a place where nothing breaks the rule",
      '[{ rule: operation-summary, at: "#/paths/~1thing", because: "x" }]',
      `${exceptions}:1:2: nothing at #/paths/~1thing breaks operation-summary; delete this exception`,
    ],
    [
      "two that say the same",
      '[{ rule: operation-summary, because: "x" }, { rule: operation-summary, because: "y" }]',
      `${exceptions}:1:45: operation-summary is excepted twice`,
    ],
    [
      "none at all",
      "[]",
      `${exceptions}:1: must be a list of exceptions; delete it if there are none`,
    ],
    [
      "another key twice",
      "- rule: a\n  rule: b",
      `${exceptions}:2:3: not YAML: duplicated mapping key`,
    ],
    ...[
      "- rule: a",
      '- { rule: a, because: " " }',
      "- { rule: a, because: b, at: paths }",
      "- a",
      "- { rule: a, because: b, when: c }",
    ].map((text): [string, string, string] => [
      text,
      text,
      `${exceptions}:1:3: an exception has "rule", "because" (the reason) and perhaps "at" (a JSON pointer like "#/paths/~1things"), and nothing else`,
    ]),
  ])("are refused: %s", async (_, text, line) => {
    const repo = await linted("{ operation-summary: error, no-path-trailing-slash: error }");
    await repo.write(exceptions, `${text}\n`);
    expect(await problems(repo)).toEqual([line]);
  });
});

it("lint holds bundles to the rules of spec-tools where the repository has no redocly.yaml", async () => {
  const repo = await tinyRepo();
  expect((await repo.run(generate)).err).toEqual([]);
  const { code, out, err } = await repo.run(lint);
  expect(code).toBe(1);
  expect([...out, ...err].join("\n")).toMatch(/house\/|rule\/write-says-idempotent|rule\/source/);
  await repo.write("redocly.yaml", "extends: [minimal]\n");
  const minimal = await repo.run(lint);
  expect([...minimal.out, ...minimal.err].join("\n")).not.toMatch(/house\/|rule\//);
});
