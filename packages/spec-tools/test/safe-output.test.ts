import ts from "typescript";
import { describe, expect, it } from "vitest";
import { generate } from "../src/commands/generate.js";
import { requireInert } from "../src/emit/inert.js";
import { literal } from "../src/emit/literal.js";
import { tinyRepo } from "./tiny-repo.js";

/** Texts that would end a literal or a comment, if something wrote them as text. */
const texts = [
  "*/ globalThis.escaped = 1; /*",
  "**//* globalThis.escaped = 1",
  '"; globalThis.escaped = 1; "',
  "'; globalThis.escaped = 1; '",
  `\`$\{globalThis.escaped = 1}\``,
  "\n globalThis.escaped = 1 //",
  "\u2028 globalThis.escaped = 1 //",
  "\\",
  "</script>",
];

describe("what is allowed in a document stays data in what is made of it", () => {
  it.each(texts.map((text) => [JSON.stringify(text), text] as const))("%s", async (_, text) => {
    const repo = await tinyRepo();
    const json = JSON.stringify(text);
    const name = text.replaceAll(/[\n\u2028]/g, "");
    const key = JSON.stringify(`k${name}`);
    const prose = `description: ${json}, title: ${json}, example: ${json}, default: ${json}`;
    await repo.edit(
      "specs/tiny/source/operations/put-thing.yaml",
      "properties: { nr: { type: integer, minimum: 1 } }",
      `properties: { nr: { type: integer, minimum: 1 }, constructor: { type: string }, ` +
        `${key}: { type: string, ${prose}, enum: [${JSON.stringify(name)}] } }`,
    );
    await repo.edit(
      "specs/tiny/source/openapi.yaml",
      "paths:\n",
      `x-error-codes: { ${key}: { status: 400, label: ${json} } }\npaths:\n`,
    );
    expect((await repo.run(generate)).err).toEqual([]);
    const folder = "packages/tiny/src/generated";
    const { operations, codes } = {
      operations: await run(await repo.read(`${folder}/operations.ts`)),
      codes: await run(await repo.read(`${folder}/error-codes.ts`)),
    };
    expect(operations).toMatchObject({
      putThing: { fields: { constructor: { type: "string" }, [`k${name}`]: { title: name } } },
    });
    expect(codes.errorCodes).toEqual({ [`k${name}`]: { status: 400, label: text } });
    expect(typesOnly(await repo.read(`${folder}/schema.ts`))).toBe("export {};\n");
    expect(globalThis).not.toHaveProperty("escaped");
  });

  it("a key that sets a prototype is written as a key", async () => {
    const value: unknown = JSON.parse('{ "__proto__": { "a": 1 } }');
    const { found } = await run(`export const found = ${literal(value)};`);
    expect(Object.keys(found as object)).toEqual(["__proto__"]);
  });
});

async function run(source: string): Promise<Record<string, unknown>> {
  const js = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  return import(`data:text/javascript;base64,${Buffer.from(js).toString("base64")}`);
}

function typesOnly(source: string): string {
  return ts
    .transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } })
    .outputText.split("\n")
    .filter((line) => !line.startsWith("//"))
    .join("\n");
}

describe("generated TypeScript is refused when it would do something", () => {
  it.each([
    ["a call", "export const a = f();", "2: would execute code"],
    ["a statement", "process.exit();", "2: would execute code"],
    ["an import that runs", 'import "node:fs";', "2: would execute code"],
    ["an import of values", 'import { a } from "./a.js";', "2: would execute code"],
    ["a template", `export const a = \`$\{f()}\`;`, "2: would execute code"],
    ["a name", "export const a = process;", "2: would execute code"],
    ["a getter", "export const a = { get b() { return 1; } };", "2: would execute code"],
    ["a computed key", "export const a = { [f()]: 1 };", "2: would execute code"],
    ["a prototype", 'export const a = { "__proto__": {} };', "2: would execute code"],
    ["a spread", "export const a = { ...f() };", "2: would execute code"],
    ["a function", "export function a() {}", "2: would execute code"],
    ["a class", "export class A { static { f(); } }", "2: would execute code"],
    ["an enum", "export enum A { a = f() }", "2: would execute code"],
    ["a variable", "export let a = 1;", "2: would execute code"],
    ["a second constant that calls", "export const a = 1, b = f();", "2: would execute code"],
    ["no TypeScript", 'export const a = "b;', "2: would not compile: Unterminated string literal."],
    ["a reserved word", "export const delete = 1;", "2: would not compile"],
  ])("%s", (_, source, line) => {
    const sound = 'import type { b } from "./b.js";';
    expect(() => requireInert("x.ts", `${sound}\n${source}\n`)).toThrow(`x.ts:${line}`);
  });

  it("and let through as types and literals", () => {
    const source =
      'import type { b } from "./b.js";\nexport interface A { a: 1 }\nexport type C = A | b;\n' +
      'export const d = { "e-f": [-1, "x", true, null], g: {} } as const satisfies object;\n';
    expect(() => requireInert("x.ts", source)).not.toThrow();
  });
});
