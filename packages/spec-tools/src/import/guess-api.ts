import { join } from "node:path";
import { getAt, isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { readText } from "../base/read-file.js";
import { knownApis } from "../documents/list-apis.js";
import { parseDocument } from "../documents/read-document.js";
import { readProvenance } from "./provenance.js";

/**
 * The API a page belongs to: the one whose provenance holds its operation, else the only one that has
 * one of the fragment's servers.
 *
 * @throws InputError asking for `--api` when no API or more than one fits.
 */
export async function guessApi(
  root: string,
  page: string,
  operation: string,
  document?: JsonObject,
): Promise<string> {
  const apis = await knownApis(root);
  const holding: string[] = [];
  const serving: string[] = [];
  const wanted = serversOf(document);
  for (const api of apis) {
    const entries = await readProvenance(root, api);
    if (entries.some((entry) => entry.operation === operation)) holding.push(api);
    const source = await readText(join(root, "specs", api, "source", "openapi.yaml"));
    const servers = serversOf(parseQuietly(source));
    if (wanted.some((server) => servers.includes(server))) serving.push(api);
  }
  const found = holding.length > 0 ? holding : serving;
  const [api] = found;
  if (api !== undefined && found.length === 1) return api;
  throw new InputError(
    `${page}: ${found.length === 0 ? "no API" : found.join(" and ")} fits ${operation}; ` +
      `say --api NAME (known: ${apis.join(", ") || "none yet"})`,
  );
}

function serversOf(document: unknown): string[] {
  const servers = getAt(document, ["servers"]);
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server) =>
    isObject(server) && typeof server.url === "string" ? [server.url.replace(/\/$/, "")] : [],
  );
}

function parseQuietly(text: string | undefined): unknown {
  try {
    return parseDocument(text ?? "", { file: "", layer: "source", folder: "source" }).parsed;
  } catch {
    return undefined; // a broken source is what `generate` reports, with its place
  }
}
