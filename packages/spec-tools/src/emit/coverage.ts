import { join } from "node:path";
import {
  derefIn,
  type FoundOperation,
  getAt,
  isIdempotent,
  operationsOf,
  speaksJson,
  strings,
} from "@cloud-clients/openapi-model";
import { readText } from "../base/files.js";
import type { Api, Repository } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { apiTables, type Described } from "./api-tables.js";

const columns = ["operation", "request", "documented", "list", "may be sent twice"];
const degrees =
  "`complete`: its whole page was seen; `rendered`: a sample and a list of parameters; " +
  "`partial`: its description says what was not seen";

/**
 * What is written from all APIs together, where the repository wants it: the tables that list them, and the page that
 * says how well each operation is known. In a repository with an emulator of its own, that page also says what stands
 * behind each operation there.
 */
export async function coverageFile(
  repository: Repository,
  described: readonly Described[],
): Promise<PlannedFile[]> {
  const tables = await apiTables(repository, described);
  const path = repository.settings.coverage;
  if (path === undefined) return tables;
  const handlers = await readHandlers(repository);
  const text =
    handlers === undefined
      ? plainPage(repository, described)
      : await pageWithEmulator(repository, described, handlers);
  return [...tables, { path, text }];
}

function plainPage(repository: Repository, described: readonly Described[]): string {
  const parts = [
    `<!-- Written by "${repository.command("generate")}" from the bundles. Do not edit. -->`,
    "# Coverage",
    `How well each operation is documented (${degrees}), how it is listed, and whether the transport may send it twice.`,
  ];
  for (const { document } of described) {
    const rows = operationsOf(document.paths).map(cellsOf);
    parts.push(
      `## ${getAt(document, ["info", "title"])}`,
      `${rows.length} operations.`,
      table(columns, rows),
    );
  }
  return `${parts.join("\n\n")}\n`;
}

async function pageWithEmulator(
  repository: Repository,
  described: readonly Described[],
  handlers: unknown,
): Promise<string> {
  const parts = [
    `<!-- Written by "${repository.command("generate")}" from the bundles, packages/emulator/handlers.json and contract tests. Do not edit. -->`,
    "# Coverage",
    `How well each operation is documented (${degrees}), how it is listed, whether the transport may send it twice, what responds to it in the emulator (a \`handler\` that behaves like the service, or the \`stand-in\` that knows only the document), and which contract tests hold it: a \`case\` of its own, or the \`rules\` that \`packages/<api>/test/rules.contract.test.ts\` holds every operation with JSON to.`,
  ];
  for (const { api, document } of described) {
    const handled = strings(getAt(handlers, [api.name]));
    const deref = derefIn(document);
    const tests = await contractTests(api);
    const behind = operationsOf(document.paths).map((found) => {
      const id = String(found.operation.operationId);
      const rule = speaksJson(found.operation, deref) ? "rules" : "no";
      return {
        cells: cellsOf(found),
        emulator: handled.includes(id) ? "handler" : "stand-in",
        tested: hasCase(tests, id) ? "case" : rule,
      };
    });
    const handlerCount = behind.filter(({ emulator }) => emulator === "handler").length;
    const caseCount = behind.filter(({ tested }) => tested === "case").length;
    parts.push(
      `## ${getAt(document, ["info", "title"])}`,
      `${behind.length} operations; ${handlerCount} with a handler in the emulator, ${caseCount} with a contract test of their own.`,
      table(
        [...columns, "emulator", "tested"],
        behind.map(({ cells, emulator, tested }) => [...cells, emulator, tested]),
      ),
    );
  }
  return `${parts.join("\n\n")}\n`;
}

function cellsOf(found: FoundOperation): string[] {
  const { path, method, operation } = found;
  return [
    `\`${operation.operationId}\``,
    `\`${method.toUpperCase()} ${path}\``,
    String(operation["x-completeness"]),
    String(getAt(operation, ["x-pagination", "style"]) ?? ""),
    isIdempotent(found) ? "yes" : "no",
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}

/** The API's table of contract tests, one case per operation; empty if it has none. */
async function contractTests(api: Api): Promise<string> {
  const file = join(api.repository.root, api.package, "test", "operations.contract.test.ts");
  return (await readText(file)) ?? "";
}

function hasCase(text: string, operationId: string): boolean {
  return new RegExp(`^  async ${operationId}\\(`, "m").test(text);
}

/** operationIds by API that an emulator of this repository has a handler for; its tests keep that file true. */
async function readHandlers({ root, settings }: Repository): Promise<unknown> {
  const text = await readText(join(root, settings.packages, "emulator", "handlers.json"));
  return text === undefined ? undefined : JSON.parse(text);
}
