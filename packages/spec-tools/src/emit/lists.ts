import type { JsonObject } from "@cloud-clients/openapi-model";
import { docstring, sentence } from "./docstring.js";
import type { ListSignature, Signatures } from "./signatures.js";
import {
  functionText,
  headerLine,
  importLine,
  lastTags,
  pathObject,
  pathTags,
} from "./source-text.js";

/** The text of an API's lists.ts, a function per list; undefined when it has none. */
export function listsFile(
  api: string,
  document: JsonObject,
  client: string,
  { lists }: Signatures,
): string | undefined {
  if (lists.length === 0) return undefined;
  const types = new Set<string>([client]);
  const kit = new Set<string>(["createList", "type List"]);
  const functions = lists.map((list) => {
    const options = list.rule.style === "offset" ? "OffsetListOptions" : "ListOptions";
    kit.add(`type ${options}`);
    for (const type of [list.item, list.asked?.type, ...list.path.map((one) => one.type)]) {
      if (type !== undefined && /^[A-Z]/.test(type)) types.add(type);
    }
    return listFunction(document, client, list, options);
  });
  const imports =
    importLine(kit, "@cloud-clients/runtime/kit") +
    'import * as rules from "./operations.js";\n' +
    importLine(
      [...types].map((name) => `type ${name}`),
      "./types.js",
    );
  return [headerLine(api) + imports, ...functions].join("\n");
}

function listFunction(
  document: JsonObject,
  client: string,
  { operationId, found, path, item, asked, rule }: ListSignature,
  options: string,
): string {
  const members = [
    ...(asked === undefined ? [] : [asked.name === "query" ? "query" : `query: ${asked.name}`]),
    ...(path.length > 0 ? [`path: ${pathObject(path)}`] : []),
  ];
  const { summary, description } = found.operation;
  return functionText({
    doc: docstring(
      [sentence(String(summary ?? operationId)), String(description ?? ""), walkText(rule)],
      [
        ...pathTags(path),
        ...(asked === undefined ? [] : [[`@param ${asked.name} -`, asked.text] as const]),
        ["@throws", "UsageError at once for an option, filter or checkpoint that is not allowed."],
        ...lastTags(document, found.operation),
      ],
    ),
    name: operationId,
    parameters: [
      `client: ${client}`,
      ...path.map(({ name, type }) => `${name}: ${type}`),
      ...(asked === undefined ? [] : [`${asked.name}${asked.required ? "" : "?"}: ${asked.type}`]),
      `options?: ${options}<${item}>`,
    ],
    returns: `List<${item}>`,
    callee: `createList<${item}>`,
    args: [
      "client",
      `rules.${operationId}`,
      members.length === 0 ? "{}" : `{ ${members.join(", ")} }`,
      "options",
    ],
  });
}

/** How a list is walked, and what to know of it. */
function walkText(rule: JsonObject): string {
  if (rule.style === "single") {
    return (
      "The list is answered whole. Makes one request, and none until you start iterating. An answer that " +
      "promises more all the same rejects with a `PaginationError`, so that no part is taken for the whole."
    );
  }
  const said = [
    "Lists in the order of the service. Makes one request per page, and none until you start iterating.",
  ];
  if (rule.style === "offset") {
    said.push(
      "A list that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.",
    );
  }
  if (rule.silentEnd === true) {
    said.push(
      `The documents do not say how a page signals more; one without \`${rule.more}\` and \`${rule.next}\` ` +
        "is treated as the last.",
    );
  }
  return said.join(" ");
}
