import { readFile } from "node:fs/promises";
import ts from "typescript";
import { expect, it } from "vitest";
import { isTaken } from "../src/documents/taken-names.js";

it("nothing of a document takes a name that the runtime exports", async () => {
  const names: string[] = [];
  for (const entry of ["index.ts", "kit.ts"]) {
    const url = new URL(`../../runtime/src/${entry}`, import.meta.url);
    const file = ts.createSourceFile(entry, await readFile(url, "utf8"), ts.ScriptTarget.ES2022);
    for (const statement of file.statements) {
      if (!ts.isExportDeclaration(statement)) throw new Error(`${entry} declares something itself`);
      const { exportClause } = statement;
      if (exportClause === undefined || !ts.isNamedExports(exportClause)) continue;
      names.push(...exportClause.elements.map(({ name }) => name.text));
    }
  }
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !isTaken(name))).toEqual([]);
});
