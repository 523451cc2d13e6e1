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
      "specs/tiny/upstream/get-thing.yaml",
      "nr: { type: integer }, seen",
      `nr: { type: integer }, constructor: { type: string }, ${key}: { type: string }, seen`,
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

  it.each(texts.map((text) => [JSON.stringify(text), text] as const))(
    "prose stays in the comments of functions: %s",
    async (_, text) => {
      const [plain, hostile] = await Promise.all([generated("prose"), generated(text)]);
      for (const name of ["types", "lists", "edits", "calls", "client", "index"]) {
        expect(withoutComments(hostile[name] ?? "")).toBe(withoutComments(plain[name] ?? ""));
        expect(plain[name]).toMatch(/^export/m);
      }
      for (const name of ["types", "lists", "calls"]) expect(hostile[name]).not.toBe(plain[name]);
    },
  );

  it("a key that sets a prototype is written as a key", async () => {
    const value: unknown = JSON.parse('{ "__proto__": { "a": 1 } }');
    const { found } = await run(`export const found = ${literal(value)};`);
    expect(Object.keys(found as object)).toEqual(["__proto__"]);
  });
});

/** The functions of the tiny API, in whose document all prose is this text. */
async function generated(text: string): Promise<Record<string, string>> {
  const repo = await tinyRepo();
  const prose = JSON.stringify(text);
  const words = `description: ${prose}, summary: ${prose}`;
  await repo.edit(
    "specs/tiny/source/openapi.yaml",
    "paths:",
    `security: [{ key: [] }]
externalDocs: { url: "https://tiny.test/docs", description: ${prose} }
components: { securitySchemes: { key: { type: http, scheme: bearer, description: ${prose} } } }
paths:`,
  );
  await repo.edit("specs/tiny/source/openapi.yaml", "title: Tiny", `title: ${prose}`);
  await repo.edit(
    "specs/tiny/source/operations/list-things.yaml",
    "operationId: listThings",
    `operationId: listThings
description: ${prose}
summary: ${prose}`,
  );
  await repo.edit(
    "specs/tiny/source/operations/put-thing.yaml",
    "items: { type: object",
    `title: ${prose}
            items: { description: ${prose}, type: object`,
  );
  await repo.write(
    "specs/tiny/source/schemas/Thing.yaml",
    `type: object\ndescription: ${prose}\nproperties: { id: { type: string } }\n`,
  );
  await repo.write(
    "specs/tiny/overlays/0003-words.yaml",
    `overlay: 1.0.0
info: { title: Words, version: 1.0.0 }
actions:
  - target: $.paths['/things/{id}'].get
    update: { ${words}, deprecated: true }
  - target: $.paths['/things/{id}'].get.parameters[0]
    update: { description: ${prose} }
  - target: $.paths['/things/{id}'].get.responses['200'].content['application/json'].schema
    update: { description: ${prose} }
`,
  );
  expect((await repo.run(generate)).err).toEqual([]);
  const found: Record<string, string> = {};
  for (const [path, source] of Object.entries(await repo.files())) {
    const name = /\/generated\/(.*)\.ts$/.exec(path)?.[1];
    if (name !== undefined) found[name] = source;
  }
  return found;
}

function withoutComments(source: string): string {
  const file = ts.createSourceFile("x.ts", source, ts.ScriptTarget.ES2022);
  return ts.createPrinter({ removeComments: true }).printFile(file);
}

/** A file with one function, of an argument `a`. */
function functionOf(body: string): string {
  const kit = 'import { createList } from "@cloud-clients/runtime/kit";';
  return `${kit}\nexport function f(a: unknown) { ${body} }`;
}

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

describe("generated TypeScript is refused when it would execute code", () => {
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
    ["an import for what it does", 'import "@cloud-clients/runtime/kit";', "2: would execute code"],
    ["values of another package", 'export * from "elsewhere";', "2: would execute code"],
    ["values from above", 'export * from "../secrets.js";', "2: would execute code"],
    ["two steps", functionOf("process.exit(); return createList(a);"), "3: would execute code"],
    ["a call of anything else", functionOf("return eval(a);"), "3: would execute code"],
    ["a call of an argument", functionOf("return a(a);"), "3: would execute code"],
    [
      "an argument in the kit's name",
      "export function f(createList: any) { return createList(1); }",
      "2:",
    ],
    ["a call of a member", functionOf("return process.exit(1);"), "3: would execute code"],
    [
      "a call within a call",
      functionOf("return createList(createList(a));"),
      "3: would execute code",
    ],
    ["a global as an argument", functionOf("return createList(process);"), "3: would execute code"],
    [
      "a global in an object",
      functionOf("return createList({ process });"),
      "3: would execute code",
    ],
    [
      "a member of a global",
      functionOf("return createList(process.env);"),
      "3: would execute code",
    ],
    ["a spread argument", functionOf("return createList(...a);"), "3: would execute code"],
    ["a template argument", functionOf("return createList(`$" + "{a}`);"), "3: would execute code"],
    [
      "a function as an argument",
      functionOf("return createList(() => a);"),
      "3: would execute code",
    ],
    [
      "a default that calls",
      'import { createList } from "@cloud-clients/runtime/kit";\nexport function f(a = g()) { return createList(a); }',
      "3:",
    ],
    [
      "a decorated pattern",
      'import { createList } from "@cloud-clients/runtime/kit";\nexport function f({ a }: any) { return createList(a); }',
      "3:",
    ],
    [
      "an async function",
      'import { createList } from "@cloud-clients/runtime/kit";\nexport async function f(a: any) { return createList(a); }',
      "3:",
    ],
    ["a class", "export class A { static { f(); } }", "2: would execute code"],
    ["an enum", "export enum A { a = f() }", "2: would execute code"],
    ["a variable", "export let a = 1;", "2: would execute code"],
    ["a second constant that calls", "export const a = 1, b = f();", "2: would execute code"],
    ["no TypeScript", 'export const a = "b;', "2: would not compile: Unterminated string literal."],
    ["a reserved word", "export const delete = 1;", "2: would not compile"],
    ["a call after a type", "export interface A {\n a: 1;\n}\nf();", "5: would execute code"],
    ["a call after types", "\n// Types.\nexport type A = 1;\n\nf();", "6: would execute code"],
  ])("%s", (_, source, line) => {
    for (const sound of ['import type { b } from "./b.js";', "export type B = 1;"]) {
      expect(() => requireInert("x.ts", `${sound}\n${source}\n`)).toThrow(`x.ts:${line}`);
    }
  });

  it("and let through as functions of one call", () => {
    const source =
      'import { createList, type List } from "@cloud-clients/runtime/kit";\n' +
      'import * as rules from "./operations.js";\nexport * from "./types.js";\n' +
      'export type { A } from "./schema.js";\nconst own = { a: 1 };\n' +
      "export function f(a: string, b?: object): List<1> {\n" +
      '  return createList<1>(a, rules.f, { b, path: { "x-y": a, z: -1 } }, own);\n}\n';
    expect(() => requireInert("x.ts", source)).not.toThrow();
  });

  it("and let through as types and literals", () => {
    const source =
      'import type { b } from "./b.js";\nexport interface A { a: 1 }\nexport type C = A | b;\n' +
      'export const d = { "e-f": [-1, "x", true, null], g: {} } as const satisfies object;\n';
    expect(() => requireInert("x.ts", source)).not.toThrow();
  });
});
