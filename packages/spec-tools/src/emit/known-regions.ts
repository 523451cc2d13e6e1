import { getAt, type JsonObject, strings } from "@cloud-clients/openapi-model";
import { stringLiteral } from "./literal.js";

/** The type of the regions that the servers name in `x-known-regions`; nothing when none does. */
export function knownRegions(document: JsonObject): string[] {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  const regions = servers.flatMap((server) => strings(getAt(server, ["x-known-regions"])));
  if (regions.length === 0) return [];
  const members = [...new Set(regions)].sort().map((region) => `  | ${stringLiteral(region)}`);
  return [`export type KnownRegion =\n${members.join("\n")};`];
}
