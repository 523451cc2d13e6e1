import {
  getAt,
  isObject,
  type JsonObject,
  mayBeRepeated,
  operationsOf,
  strings,
} from "@cloud-clients/openapi-model";

/** What the runtime needs to know about an API as a whole: the `api` of operations.ts. */
export function apiRules(document: JsonObject): JsonObject {
  const rules: JsonObject = {
    servers: serversOf(document),
    idempotent: unusualIdempotence(document),
    rateLimitCodes: strings(getAt(document, ["x-rate-limit-error", "codes"])),
    permanentCodes: strings(getAt(document, ["x-permanent-error", "codes"])),
    int64: [...new Set(int64Names(document))],
  };
  // Users' programs carry these rules: what has nothing to say stays out.
  const said = Object.entries(rules).filter(([, rule]) => Object.keys(rule as object).length > 0);
  return Object.fromEntries(said);
}

function serversOf(document: JsonObject): string[] {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  return strings(servers.map((server) => getAt(server, ["url"])));
}

/** Only the operations whose `x-idempotent` is not what their method says. */
function unusualIdempotence(document: JsonObject): Record<string, Record<string, boolean>> {
  const found: Record<string, Record<string, boolean>> = {};
  for (const { path, method, operation } of operationsOf(document.paths)) {
    const said = operation["x-idempotent"];
    if (typeof said !== "boolean" || said === mayBeRepeated(method)) continue;
    const verb = method.toUpperCase();
    found[verb] = { ...found[verb], [path]: said };
  }
  return found;
}

/** Names of properties and parameters whose schema has `x-int64: string`, wherever they stand. */
function int64Names(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(int64Names);
  if (!isObject(node)) return [];
  const below = Object.values(node).flatMap(int64Names);
  const properties = isObject(node.properties) ? Object.entries(node.properties) : [];
  const named = properties.filter(([, schema]) => getAt(schema, ["x-int64"]) === "string");
  const parameter =
    getAt(node, ["schema", "x-int64"]) === "string" && typeof node.name === "string";
  return [...named.map(([name]) => name), ...(parameter ? [String(node.name)] : []), ...below];
}
