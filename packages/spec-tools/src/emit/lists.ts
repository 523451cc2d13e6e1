import {
  type CursorPagination,
  type JsonObject,
  type Pagination,
  placeName,
} from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { docstring, sentence } from "./docstring.js";
import type { ListSignature, Signatures } from "./signatures.js";
import {
  functionText,
  headerLine,
  importLine,
  lastTags,
  optionalLast,
  pathObject,
  pathTags,
  scopesText,
} from "./source-text.js";

/** The text of an API's lists.ts, a function per list; undefined when it has none. */
export function listsFile(
  api: Api,
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
    const inputs = [list.filters, list.query, list.headers, ...list.path];
    for (const type of [list.item, ...inputs.map((one) => one?.type)]) {
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
  { operationId, found, path, item, filters, query, headers, rule }: ListSignature,
  options: string,
): string {
  const inputs = [
    { name: "filters", member: "body: filters", ...filters },
    { name: "query", member: "query", ...query },
    { name: "headers", member: "header: headers", ...headers },
  ].filter(({ type }) => type !== undefined);
  const members = [
    ...inputs.map(({ member }) => member),
    ...(path.length > 0 ? [`path: ${pathObject(path)}`] : []),
  ];
  const { summary, description } = found.operation;
  return functionText({
    doc: docstring(
      [
        sentence(String(summary ?? operationId)),
        String(description ?? ""),
        walkText(rule),
        scopesText(document, found.operation),
      ],
      [
        ...pathTags(path),
        ...inputs.map(({ name, text }) => [`@param ${name} -`, text ?? ""] as const),
        [
          "@throws",
          "UsageError immediately for an option, filter or checkpoint that is not allowed.",
        ],
        ...lastTags(document, found.operation),
      ],
    ),
    name: operationId,
    parameters: [
      `client: ${client}`,
      ...path.map(({ name, type }) => `${name}: ${type}`),
      ...optionalLast(inputs),
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
function walkText(rule: Pagination): string {
  if (rule.style === "single") {
    return (
      "The list comes whole. Makes one request, and none until you start iterating. A response that " +
      "announces more rejects with a `PaginationError`, so that a part is never taken for the whole."
    );
  }
  const said = [
    "Lists in the service's order. Makes one request per page, and none until you start iterating.",
  ];
  if (rule.style === "offset") {
    said.push(
      "A list that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.",
    );
  }
  if (rule.style === "cursor" && rule.silentEnd) {
    said.push(
      `The documents do not say how a page signals more; a page without ${signs(rule)} is treated as the last.`,
    );
  }
  return said.join(" ");
}

function signs({ next, more }: CursorPagination): string {
  const places = [...(more === undefined ? [] : [more]), next];
  return places.map((place) => `\`${placeName(place)}\``).join(" and ");
}
