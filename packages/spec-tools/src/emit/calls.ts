import { isIdempotent, type JsonObject, mayBeRepeated } from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { docstring, sentence } from "./docstring.js";
import { stringLiteral } from "./literal.js";
import type { InputArgument } from "./operation-types.js";
import type { CallSignature, Signatures } from "./signatures.js";
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

/** The text of calls.ts: a function per operation that is neither list nor edit; undefined if there are none. */
export function callsFile(
  api: Api,
  document: JsonObject,
  client: string,
  { calls }: Signatures,
): string | undefined {
  if (calls.length === 0) return undefined;
  const types = new Set<string>([client]);
  for (const { body, query, headers, result, path } of calls) {
    const named = [body?.type, query?.type, headers?.type, ...path.map((one) => one.type)];
    for (const type of [...named, ...result.split(" | ")]) {
      if (type !== undefined && /^[A-Z]/.test(type)) types.add(type);
    }
  }
  const imports =
    importLine(["callOperation", "type OperationOptions"], "@cloud-clients/runtime/kit") +
    importLine(
      [...types].map((name) => `type ${name}`),
      "./types.js",
    );
  return [
    headerLine(api) + imports,
    ...calls.map((call) => callFunction(document, client, call)),
  ].join("\n");
}

function callFunction(document: JsonObject, client: string, call: CallSignature): string {
  const { operationId, found, path, body, query, headers, result } = call;
  const { method, operation } = found;
  const rule =
    `{ operation: ${stringLiteral(operationId)}, method: ${stringLiteral(method.toUpperCase())}, ` +
    `path: ${stringLiteral(found.path)} }`;
  const input = [
    ...(path.length > 0 ? [`path: ${pathObject(path)}`] : []),
    ...(query === undefined ? [] : ["query"]),
    ...(body === undefined ? [] : ["body"]),
    "options",
  ];
  return functionText({
    doc: docstring(
      [
        sentence(String(operation.summary ?? operationId)),
        String(operation.description ?? ""),
        costText(method, operation),
        scopesText(document, operation),
      ],
      [
        ...pathTags(path),
        ...(body === undefined || body.text === "" ? [] : [["@param body -", body.text] as const]),
        ["@throws", errorsText(operation)],
        ...lastTags(document, operation),
      ],
    ),
    name: operationId,
    parameters: [
      `client: ${client}`,
      ...path.map(({ name, type }) => `${name}: ${type}`),
      ...inputs(body, query, headers),
    ],
    returns: `Promise<${result}>`,
    callee: `callOperation<${result}>`,
    args: ["client", rule, `{ ${input.join(", ")} }`],
  });
}

function inputs(
  body: InputArgument | undefined,
  query: InputArgument | undefined,
  headers: InputArgument | undefined,
): string[] {
  const options = { type: optionsType(headers), required: headers?.required === true };
  const given = [
    { name: "body", ...body },
    { name: "query", ...query },
    { name: "options", ...options },
  ];
  return optionalLast(given.filter(({ type }) => type !== undefined));
}

function optionsType(headers: InputArgument | undefined): string {
  if (headers === undefined) return "OperationOptions";
  const own = `OperationOptions<${headers.type}>`;
  return headers.required ? `${own} & { headers: ${headers.type} }` : own;
}

/** How many requests a call makes, and whether it is retried, if that differs from its method's default. */
function costText(method: string, operation: JsonObject): string {
  const said = ["Makes one request."];
  const repeats = isIdempotent({ operation, method });
  if (repeats !== mayBeRepeated(method)) {
    said.push(
      repeats
        ? "Safe to repeat: it is sent again if its outcome is unknown."
        : "Sending it twice acts twice, so it is not sent again if its outcome is unknown.",
    );
  }
  if (typeof operation["x-iam-action"] === "string") {
    said.push(`IAM action: \`${operation["x-iam-action"]}\`.`);
  }
  return said.join(" ");
}

const classes: Readonly<Record<string, string>> = {
  401: "AuthenticationError",
  403: "PermissionError",
  404: "NotFoundError",
  409: "ConflictError",
  412: "ConflictError",
  429: "RateLimitError",
};

/** The errors of the statuses that the documents name. */
function errorsText(operation: JsonObject): string {
  const found = Object.keys(Object(operation.responses)).flatMap((status) => classes[status] ?? []);
  const named = [...new Set(found)];
  const special = named.length > 0 ? ` (${named.join(", ")} …)` : "";
  return `UsageError before any request; ApiError${special} if the service refuses; the other errors of a call.`;
}
