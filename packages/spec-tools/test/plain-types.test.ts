import { readFile } from "node:fs/promises";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { endOfPlainTypes } from "../src/emit/plain-types.js";

const types = `// Written by a test.
/** @description A thing, "quoted" and \`ticked\`. */
export interface Thing {
    readonly id: string;
    "two words"?: ("a" | "b\\u2028")[];
    200?: { [name: string]: unknown; }[] | null;
    /** @enum {number} */
    get: -1 | 2.5 | Record<string, never>;
}
export type Things = Thing[] & operations["list"]["responses"][200];
export interface operations {
    list: { responses: { 200: [Thing, components["schemas"]["Other"]]; }; };
}
`;

/** What the compiler finds wrong in a text, and what of it would be executed. */
function otherThanTypes(text: string): string[] {
  const { diagnostics = [], outputText } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.ESNext, removeComments: true },
  });
  const wrong = diagnostics.map((one) => ts.flattenDiagnosticMessageText(one.messageText, " "));
  return [...wrong, ...outputText.split("\n").filter((line) => !["", "export {};"].includes(line))];
}

describe("a text of types is read without the compiler", () => {
  it.each(["ppio-gpu", "huaweicloud-vpcep"])("all of that of %s", async (api) => {
    const file = new URL(`../../${api}/src/generated/schema.ts`, import.meta.url);
    const text = await readFile(file, "utf8");
    expect(text.slice(endOfPlainTypes(text))).toBe("\n");
  });

  it("with the forms that types of openapi-typescript have", () => {
    expect(types.slice(endOfPlainTypes(types))).toBe("\n");
  });

  it.each([
    ["a call", "evil();"],
    ["a constant", "export const a = 1;"],
    ["a class", "export class A {}"],
    ["a list after a type on the line before", 'export type A = B\n["a"];'],
    ["a call after a type on the line before", "export type A = B\n(evil());"],
    ["a type whose statement does not end", "export type A = B\nexport type C = D;"],
    ["code after a comment that has ended", "/* */ evil(); /* */"],
    ["code after a line separator in a comment", "// \u2028 evil();\n"],
    ["code after a carriage return in a comment", "// \r evil();\n"],
    ["code in a template", "export type A = `$" + "{evil()}`;"],
    ["an interface that goes on after it has ended", "export interface A { a: B; } evil(); }"],
    ["an interface that does not end", "export interface A { a: B;"],
    ["a string over two lines", 'export type A = "\n evil();//";'],
    ["a string with an escape that is none", 'export type A = "\\u00zz";'],
    ["a word of the language for a type", "export type A = delete;"],
    ["a number with a leading zero", "export type A = 012;"],
    ["a number with a tail", "export type A = 1e;"],
    ["a computed name", "export interface A { [evil()]: B; }"],
    ["a type of a value", "export type A = typeof evil;"],
    ["an import", 'export type A = import("./a.js").A;'],
    ["a mapped type", "export type A = { [P in B]: C };"],
    ["a comment that does not end", "/* export interface A {}"],
  ])("but for %s", (_, text) => {
    const end = endOfPlainTypes(`${types}${text}\n`);
    expect(end).toBeLessThan(types.length + text.length);
    expect(otherThanTypes(`${types}${text}\n`.slice(0, end))).toEqual([]);
  });

  it("and whatever is put into it, what is read is types to the compiler, too", () => {
    const parts = [
      ..."\n\r\u2028 \t/*[](){}<>;:,.?|&=-+!@#`'\"\\0a_$",
      ...["*/", "/*", "//", "=>", "evil()", "export ", "interface ", "type ", "readonly ", "get "],
      ...["new ", "keyof ", "\u00e9", "\\u0061", "[key: string]: ", "1e3", "?:", "A"],
    ];
    const random = randomFrom(11);
    const pick = (length: number) => Math.floor(random() * length);
    const proven = new Set<string>();
    let wholeAndChanged = 0;
    for (let round = 0; round < 1_500; round++) {
      const at = pick(types.length);
      const part = parts[pick(parts.length)] ?? "";
      const text = types.slice(0, at) + part + types.slice(at + pick(3));
      const end = endOfPlainTypes(text);
      if (text !== types && end === text.length - 1) wholeAndChanged += 1;
      const read = text.slice(0, end);
      if (!proven.has(read)) expect(otherThanTypes(read), JSON.stringify(text)).toEqual([]);
      proven.add(read);
    }
    expect(wholeAndChanged).toBeGreaterThan(200);
  });
});

/** Numbers from 0 to 1 that a seed determines. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
