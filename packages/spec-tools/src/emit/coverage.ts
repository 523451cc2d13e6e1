import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { getAt, type JsonObject, mayBeRepeated, operationsOf } from "@cloud-clients/openapi-model";
import { scriptCommand } from "../base/command.js";

/** A bundle and the API it describes. */
export interface Described {
  api: string;
  document: JsonObject;
}

interface Row {
  operationId: string;
  operation: string;
  completeness: string;
  list: string;
  idempotent: string;
  emulated: boolean;
  tested: boolean;
}

/** The text of docs/coverage.md: how well each operation is known, and what stands behind it here. */
export async function coverageFile(root: string, described: readonly Described[]): Promise<string> {
  const parts = [
    `<!-- Written by "${scriptCommand("generate")}" from the bundles, handlers and contract tests. Do not edit. -->`,
    "# Coverage",
    "How well each operation is documented (`complete`: its whole page was seen; `rendered`: a sample and a list of parameters; `partial`: its description says what was not seen), how it is listed, whether the transport may send it twice, and whether emulator and contract tests have it.",
  ];
  for (const { api, document } of described) {
    const rows = await rowsOf(root, api, document);
    const count = (what: "emulated" | "tested"): number => rows.filter((row) => row[what]).length;
    parts.push(
      `## ${getAt(document, ["info", "title"])}`,
      `${rows.length} operations; ${count("emulated")} of ${rows.length} emulated, ${count("tested")} of ${rows.length} tested.`,
      table(rows),
    );
  }
  return `${parts.join("\n\n")}\n`;
}

function table(rows: readonly Row[]): string {
  const yes = (value: boolean): string => (value ? "yes" : "no");
  const lines = rows.map(
    (row) =>
      `| \`${row.operationId}\` | \`${row.operation}\` | ${row.completeness} | ${row.list} | ${row.idempotent} | ${yes(row.emulated)} | ${yes(row.tested)} |`,
  );
  return [
    "| operation | request | documented | list | may be sent twice | emulated | tested |",
    "|---|---|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

async function rowsOf(root: string, api: string, document: JsonObject): Promise<Row[]> {
  const tests = await contractTests(root);
  const emulator = await emulatorSource(root, api);
  const rows = operationsOf(document.paths).map(async ({ path, method, operation }) => {
    const operationId = String(operation.operationId);
    const said = operation["x-idempotent"];
    return {
      operationId,
      operation: `${method.toUpperCase()} ${path}`,
      completeness: String(operation["x-completeness"]),
      list: String(getAt(operation, ["x-pagination", "style"]) ?? ""),
      idempotent: (said ?? mayBeRepeated(method)) ? "yes" : "no",
      emulated: hasHandler(emulator, operationId),
      tested: tests.some(({ file, text }) => file.startsWith(api) && hasCase(text, operationId)),
    };
  });
  return Promise.all(rows);
}

/** The tables of contract tests, named for their API. */
async function contractTests(root: string): Promise<{ file: string; text: string }[]> {
  const folder = join(root, "tests", "test");
  const names = (await readdir(folder).catch(() => [])).filter((name) =>
    name.endsWith(".operations.contract.test.ts"),
  );
  return Promise.all(
    names.map(async (file) => ({ file, text: await readFile(join(folder, file), "utf8") })),
  );
}

function hasCase(text: string, operationId: string): boolean {
  return new RegExp(`^  async ${operationId}\\(`, "m").test(text);
}

/** What the emulator does for one API; its tests make sure that every handler has an operation. */
async function emulatorSource(root: string, api: string): Promise<string> {
  const folder = join(root, "packages/emulator/src", api);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".ts"));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.join("\n");
}

/** Whether a table of handlers has the operation as a key. */
function hasHandler(source: string, operationId: string): boolean {
  return new RegExp(`^  ${operationId}: handler<`, "m").test(source);
}
