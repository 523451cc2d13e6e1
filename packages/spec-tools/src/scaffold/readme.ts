import { getAt, type JsonObject } from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { clientName, clientProblems, sampleOptions } from "../emit/client.js";
import { editNames, type Signatures, signaturesOf } from "../emit/signatures.js";

/** The README of a new package, from the summaries of its operations. */
export function readmeFile(api: Api, document: JsonObject): string {
  const name = api.packageName;
  const title = String(getAt(document, ["info", "title"]));
  const signatures = signaturesOf(api, document);
  const hasClient = clientProblems(document).length === 0;
  const factory = `create${clientName(api, document)}Client`;
  const parts = [
    `# ${name}`,
    `A typed client for ${title}: a function per operation, lists that do not end early without an error, and edits of replaced lists that notice lost updates. Everything in it is generated from the API's OpenAPI document.`,
    ...(hasClient ? [example(name, factory, sampleOptions(api, document), signatures)] : []),
    table(signatures),
    `\`${name}/openapi.yaml\` is the description that the client is generated from, with every correction applied.`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function example(
  name: string,
  factory: string,
  options: Record<string, string>,
  { lists }: Signatures,
): string {
  const list = lists.find(
    ({ path, query, filters }) =>
      path.length === 0 && query?.required !== true && filters?.required !== true,
  );
  const members = Object.entries(options).map(
    ([option, value]) => `${option}: ${JSON.stringify(value)}`,
  );
  const names = [factory, ...(list === undefined ? [] : [list.operationId])].sort();
  const lines = [
    `import { ${names.join(", ")} } from "${name}";`,
    "",
    `export const client = ${factory}(${members.length > 0 ? `{ ${members.join(", ")} }` : ""});`,
    ...(list === undefined
      ? []
      : ["", `for await (const item of ${list.operationId}(client)) console.log(item);`]),
  ];
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\``;
}

function table({ lists, edits, together, calls }: Signatures): string {
  const rows = [
    ...lists.map((one) => row([one.operationId], one.found.operation)),
    ...edits.map((one) => row(Object.values(editNames(one)), one.found.operation)),
    ...together.map((one) => row([one.name], one.found.operation)),
    ...calls.map((one) => row([one.operationId], one.found.operation)),
  ];
  return ["| function | what it does |", "|---|---|", ...rows].join("\n");
}

function row(names: readonly string[], { summary }: JsonObject): string {
  const words = String(summary).replaceAll("|", "\\|").replaceAll(/\s+/g, " ");
  return `| ${names.map((name) => `\`${name}\``).join(", ")} | ${words} |`;
}
