import { join } from "node:path";
import { getAt, strings } from "@cloud-clients/openapi-model";
import { readText } from "../base/files.js";
import type { Api, Repository } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { apiTables } from "./api-tables.js";
import type { CoveredApi, OperationCoverage } from "./coverage.js";

/** The pages about all APIs that the repository wants; none by default. */
export function pagesOfAll({ settings }: Repository): string[] {
  const { coverage, apiTables } = settings;
  return [...apiTables, ...(coverage === undefined ? [] : [coverage])];
}

const columns = ["operation", "request", "documented", "list", "may be sent twice"];
const degrees =
  "`complete`: its whole page was seen; `rendered`: a sample and a list of parameters; " +
  "`partial`: its description says what was not seen";

/**
 * Makes the pages about all APIs: the tables that list them, and the page that says how well each operation is known. In
 * a repository with an emulator of its own, that page also says what stands behind each operation there.
 */
export async function makePages(
  repository: Repository,
  apis: readonly CoveredApi[],
): Promise<PlannedFile[]> {
  const tables = await apiTables(repository, apis);
  const path = repository.settings.coverage;
  if (path === undefined) return tables;
  const handlers = await readHandlers(repository);
  const text =
    handlers === undefined
      ? plainPage(repository, apis)
      : await pageWithEmulator(repository, apis, handlers);
  return [...tables, { path, text }];
}

function plainPage(repository: Repository, apis: readonly CoveredApi[]): string {
  const parts = [
    `<!-- Written by "${repository.command("generate")}" from the bundles. Do not edit. -->`,
    "# Coverage",
    `How well each operation is documented (${degrees}), how it is listed, and whether the transport may send it twice.`,
  ];
  for (const { title, operations } of apis.map(({ coverage }) => coverage)) {
    parts.push(
      `## ${title}`,
      `${operations.length} operations.`,
      table(columns, operations.map(cellsOf)),
    );
  }
  return `${parts.join("\n\n")}\n`;
}

async function pageWithEmulator(
  repository: Repository,
  apis: readonly CoveredApi[],
  handlers: unknown,
): Promise<string> {
  const parts = [
    `<!-- Written by "${repository.command("generate")}" from the bundles, packages/emulator/handlers.json and contract tests. Do not edit. -->`,
    "# Coverage",
    `How well each operation is documented (${degrees}), how it is listed, whether the transport may send it twice, what responds to it in the emulator (a \`handler\` that behaves like the service, or the \`stand-in\` that knows only the document), and which contract tests hold it: a \`case\` of its own, or the \`rules\` that \`packages/<api>/test/rules.contract.test.ts\` holds every operation with JSON to.`,
  ];
  for (const { api, coverage } of apis) {
    const { title, operations } = coverage;
    const handled = new Set(strings(getAt(handlers, [api.name])));
    const cases = await contractCases(api);
    const handlerCount = operations.filter(({ operationId }) => handled.has(operationId)).length;
    const caseCount = operations.filter(({ operationId }) => cases.has(operationId)).length;
    parts.push(
      `## ${title}`,
      `${operations.length} operations; ${handlerCount} with a handler in the emulator, ${caseCount} with a contract test of their own.`,
      table(
        [...columns, "emulator", "tested"],
        operations.map((operation) => [
          ...cellsOf(operation),
          handled.has(operation.operationId) ? "handler" : "stand-in",
          cases.has(operation.operationId) ? "case" : operation.json ? "rules" : "no",
        ]),
      ),
    );
  }
  return `${parts.join("\n\n")}\n`;
}

function cellsOf({
  operationId,
  request,
  documented,
  list,
  repeatable,
}: OperationCoverage): string[] {
  return [`\`${operationId}\``, `\`${request}\``, documented, list, repeatable ? "yes" : "no"];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}

/** The operationIds that the API's table of contract tests has a case for; none without such a table. */
async function contractCases(api: Api): Promise<Set<string>> {
  const file = join(api.repository.root, api.package, "test", "operations.contract.test.ts");
  const text = (await readText(file)) ?? "";
  return new Set([...text.matchAll(/^ {2}async (\w+)\(/gm)].map(([, name = ""]) => name));
}

/** operationIds by API that an emulator of this repository has a handler for; its tests keep that file true. */
async function readHandlers({ root, settings }: Repository): Promise<unknown> {
  const text = await readText(join(root, settings.packages, "emulator", "handlers.json"));
  return text === undefined ? undefined : JSON.parse(text);
}
