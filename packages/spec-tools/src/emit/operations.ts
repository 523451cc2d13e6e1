import {
  derefIn,
  getAt,
  isIdempotent,
  isObject,
  type JsonObject,
  mayBeRepeated,
  operationsOf,
  strings,
} from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { literal, stringLiteral } from "./literal.js";
import { paginationRule } from "./pagination-rule.js";
import { headerLine } from "./source-text.js";
import { writeRule } from "./write-rule.js";

/** The text of an API's operations.ts: what the runtime needs, in the bundle's order, checked by types. */
export function operationsFile(api: Api, document: JsonObject): string {
  const deref = derefIn(document);
  const rules = operationsOf(document.paths).flatMap((found) => [
    ...constant("PaginationRule", paginationRule(found, deref)),
    ...constant("WriteRule", writeRule(document, found)),
  ]);
  const types = ["ApiRules", ...new Set(rules.map((rule) => rule.type))].sort();
  const head = [
    headerLine(api).trimEnd(),
    `import type { ${types.join(", ")} } from "@cloud-clients/runtime/kit";`,
    ...(rules.length > 0 ? ['import type { paths } from "./schema.js";'] : []),
  ].join("\n");
  const own = `export const api = ${broken(apiRules(document))} as const satisfies ApiRules;`;
  return `${[head, own, ...knownRegions(document), ...rules.map((rule) => rule.text)].join("\n\n")}\n`;
}

function constant(type: string, rule: JsonObject | undefined): { type: string; text: string }[] {
  if (rule === undefined) return [];
  const text = `export const ${rule.operation} = ${broken(rule)} as const satisfies ${type}<paths>;`;
  return [{ type, text }];
}

/** One property a line, however short the whole is: a changed rule is a changed line. */
function broken(rule: JsonObject): string {
  const lines = Object.entries(rule).map(([key, value]) => {
    return `  ${key}: ${literal(value, "  ", key.length + 3)},\n`;
  });
  return `{\n${lines.join("")}}`;
}

/** What the runtime needs to know about an API as a whole: the `api` of operations.ts. */
function apiRules(document: JsonObject): JsonObject {
  const rules: JsonObject = {
    servers: serversOf(document),
    idempotent: unusualIdempotence(document),
    rateLimitCodes: strings(getAt(document, ["x-rate-limit-error", "codes"])),
    permanentCodes: strings(getAt(document, ["x-permanent-error", "codes"])),
    errorEnvelope: errorEnvelope(document),
    int64: int64Names(document),
  };
  // Users' programs carry these rules: what has nothing to say stays out.
  const said = Object.entries(rules).filter(([, rule]) => Object.keys(rule as object).length > 0);
  return Object.fromEntries(said);
}

/** Where errors say what; the usual places where `x-error-envelope` says nothing. */
function errorEnvelope(document: JsonObject): JsonObject {
  const said = document["x-error-envelope"];
  if (!isObject(said)) return {};
  const { code, message, "request-id": requestId } = said;
  return { code: strings(code), message: strings(message), requestId };
}

function serversOf(document: JsonObject): string[] {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  return strings(servers.map((server) => getAt(server, ["url"])));
}

/** Only the operations whose `x-idempotent` is not what their method says. */
function unusualIdempotence(document: JsonObject): Record<string, Record<string, boolean>> {
  const found: Record<string, Record<string, boolean>> = {};
  for (const operation of operationsOf(document.paths)) {
    const { path, method } = operation;
    const repeats = isIdempotent(operation);
    if (repeats === mayBeRepeated(method)) continue;
    const verb = method.toUpperCase();
    found[verb] ??= {};
    found[verb][path] = repeats;
  }
  return found;
}

/** Names of properties and parameters whose schema has `x-int64: string`, wherever they stand. */
function int64Names(document: JsonObject): string[] {
  const found = new Set<string>();
  const isInt64 = (schema: unknown) => isObject(schema) && schema["x-int64"] === "string";
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (isObject(node)) {
      const { name, schema, properties } = node;
      for (const [property, own] of Object.entries(isObject(properties) ? properties : {})) {
        if (isInt64(own)) found.add(property);
      }
      if (isInt64(schema) && typeof name === "string") found.add(name);
    }
    Object.values(node).forEach(visit);
  };
  visit(document);
  return [...found];
}

/** The type of the regions that the servers name in `x-known-regions`; nothing when none does. */
function knownRegions(document: JsonObject): string[] {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  const regions = servers.flatMap((server) => strings(getAt(server, ["x-known-regions"])));
  if (regions.length === 0) return [];
  const members = [...new Set(regions)].sort().map((region) => `  | ${stringLiteral(region)}`);
  return [`export type KnownRegion =\n${members.join("\n")};`];
}
