import { join } from "node:path";
import { getAt, isObject } from "@cloud-clients/openapi-model";
import { readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import { parseDocument } from "../documents/read-document.js";
import { knownApis } from "../documents/specs.js";
import { heldOperations, readProvenance } from "./provenance.js";

/**
 * The API that a page or a document belongs to: the one whose provenance holds one of its operations, else
 * the only one that has one of its servers.
 *
 * @param name how messages call the page.
 * @throws InputError asking for `--api` when no API or more than one fits.
 */
export async function guessApi(
  repository: Repository,
  name: string,
  operations: readonly string[],
  servers: unknown,
): Promise<Api> {
  const apis = await knownApis(repository);
  const holding: Api[] = [];
  const serving: Api[] = [];
  const wanted = addressesOf(servers);
  for (const api of apis) {
    const held = heldOperations(await readProvenance(api));
    if (operations.some((operation) => held.has(operation))) holding.push(api);
    const source = await readText(join(repository.root, api.source));
    const served = addressesOf(getAt(parseQuietly(source), ["servers"]));
    if (wanted.some((server) => served.includes(server))) serving.push(api);
  }
  const found = holding.length > 0 ? holding : serving;
  const [api] = found;
  if (api !== undefined && found.length === 1) return api;
  const [first = "it"] = operations;
  throw new InputError(
    `${name}: ${found.length === 0 ? "no API" : found.join(" and ")} matches ${first}; ` +
      `pass --api NAME (known: ${apis.join(", ") || "none yet"})`,
  );
}

function addressesOf(servers: unknown): string[] {
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server) =>
    isObject(server) && typeof server.url === "string" ? [server.url.replace(/\/$/, "")] : [],
  );
}

function parseQuietly(text: string | undefined): unknown {
  try {
    return parseDocument(text ?? "", { file: "", layer: "source", folder: "source" });
  } catch {
    return undefined; // a broken source is what `generate` reports, with its place
  }
}
