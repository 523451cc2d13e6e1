import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  derefIn,
  getAt,
  type JsonObject,
  mayBeRepeated,
  operationsOf,
  speaksJson,
  strings,
} from "@cloud-clients/openapi-model";
import { scriptCommand } from "../base/command.js";
import { readText } from "../base/files.js";

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
  handled: boolean;
  tested: "case" | "rules" | "no";
}

/** The text of docs/coverage.md: how well each operation is known, and what stands behind it here. */
export async function coverageFile(root: string, described: readonly Described[]): Promise<string> {
  const parts = [
    `<!-- Written by "${scriptCommand("generate")}" from the bundles, packages/emulator/handlers.json and contract tests. Do not edit. -->`,
    "# Coverage",
    "How well each operation is documented (`complete`: its whole page was seen; `rendered`: a sample and a list of parameters; `partial`: its description says what was not seen), how it is listed, whether the transport may send it twice, who answers it in the emulator (a `handler` that behaves like the service, or the `stand-in` that knows only the document), and which contract tests hold it: a `case` of its own, or the `rules` that `packages/<api>/test/rules.contract.test.ts` holds every operation with JSON to.",
  ];
  for (const { api, document } of described) {
    const rows = await rowsOf(root, api, document);
    const handled = rows.filter((row) => row.handled).length;
    const cases = rows.filter(({ tested }) => tested === "case").length;
    parts.push(
      `## ${getAt(document, ["info", "title"])}`,
      `${rows.length} operations; ${handled} with a handler in the emulator, ${cases} with a contract test of their own.`,
      table(rows),
    );
  }
  return `${parts.join("\n\n")}\n`;
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(
    (row) =>
      `| \`${row.operationId}\` | \`${row.operation}\` | ${row.completeness} | ${row.list} | ${row.idempotent} | ${row.handled ? "handler" : "stand-in"} | ${row.tested} |`,
  );
  return [
    "| operation | request | documented | list | may be sent twice | emulator | tested |",
    "|---|---|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

async function rowsOf(root: string, api: string, document: JsonObject): Promise<Row[]> {
  const tests = await contractTests(root, api);
  const handled = await handledOperations(root, api);
  const deref = derefIn(document);
  const hasOwnCase = (operationId: string): boolean => hasCase(tests, operationId);
  return operationsOf(document.paths).map(({ path, method, operation }) => {
    const operationId = String(operation.operationId);
    const said = operation["x-idempotent"];
    return {
      operationId,
      operation: `${method.toUpperCase()} ${path}`,
      completeness: String(operation["x-completeness"]),
      list: String(getAt(operation, ["x-pagination", "style"]) ?? ""),
      idempotent: (said ?? mayBeRepeated(method)) ? "yes" : "no",
      handled: handled.includes(operationId),
      tested: hasOwnCase(operationId) ? "case" : speaksJson(operation, deref) ? "rules" : "no",
    };
  });
}

/** The API's table of contract tests, one case per operation; empty if it has none. */
async function contractTests(root: string, api: string): Promise<string> {
  const file = join(root, "packages", api, "test", "operations.contract.test.ts");
  return (await readText(file)) ?? "";
}

function hasCase(text: string, operationId: string): boolean {
  return new RegExp(`^  async ${operationId}\\(`, "m").test(text);
}

/** operationIds that the emulator has a handler for; its tests keep that file true. */
async function handledOperations(root: string, api: string): Promise<string[]> {
  const file = join(root, "packages/emulator/handlers.json");
  const text = await readFile(file, "utf8").catch(() => "{}");
  return strings(getAt(JSON.parse(text), [api]));
}
