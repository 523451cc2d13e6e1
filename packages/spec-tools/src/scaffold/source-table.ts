import { getAt, isObject, type JsonObject, listOf, strings } from "@cloud-clients/openapi-model";
import { stringify } from "yaml";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { serverProblem } from "../documents/names.js";
import { pascalCase } from "./names.js";
import type { Upstream, UpstreamOperation } from "./upstream.js";

/** What a table of paths is made from. */
export interface TableFacts {
  api: Api;
  upstream: Upstream;
  chosen: readonly UpstreamOperation[];
  /** https address of the document. */
  address: string;
  /** Address of the service; overrides those in the document. */
  /** Of the document, or those that all chosen operations name. */
  servers: unknown;
  server?: string | undefined;
}

/**
 * specs/<api>/source/openapi.yaml: the chosen operations by reference, with servers, security and tags, in our
 * words if the document has none.
 *
 * @throws InputError when no server is an https address.
 */
export function sourceTable(facts: TableFacts): PlannedFile {
  const { api, upstream, chosen } = facts;
  const { document } = upstream;
  const security = securityOf(document, chosen);
  const schemes = schemesOf(document, security, chosen);
  const table = {
    openapi: document.openapi,
    info: infoOf(facts),
    externalDocs: externalDocsOf(document, facts.address),
    servers: serversOf(facts),
    security,
    tags: tagsOf(document, chosen),
    paths: pathsOf(chosen),
    ...(Object.keys(schemes).length > 0 ? { components: { securitySchemes: schemes } } : {}),
  };
  const head =
    `# The operations of this API, with servers, security and tags. Written once by "${api.repository.command("new-api")}";\n` +
    "# yours from then on. Corrections of the vendor's words belong in overlays/.\n";
  return {
    path: api.source,
    text: head + stringify(table, { lineWidth: 0, aliasDuplicateObjects: false }),
  };
}

function infoOf({ api, upstream: { document }, address }: TableFacts): JsonObject {
  const info = isObject(document.info) ? document.info : {};
  const { title, version, description, contact } = info;
  return {
    title: text(title) ?? pascalCase(api.name),
    version: text(version) ?? "unknown",
    description: text(description) ?? "The document says no more about this API.",
    ...(isObject(contact) ? { contact } : {}),
    license: licenseOf(info.license, address),
  };
}

function licenseOf(license: unknown, address: string): JsonObject {
  const name = text(getAt(license, ["name"]));
  if (isObject(license) && (text(license.url) ?? text(license.identifier)) !== undefined) {
    return license;
  }
  return { name: name ?? "Not named by the vendor", url: address };
}

function externalDocsOf(document: JsonObject, address: string): JsonObject {
  const { externalDocs } = document;
  const url = getAt(externalDocs, ["url"]);
  if (isObject(externalDocs) && typeof url === "string" && url.startsWith("https://")) {
    return externalDocs;
  }
  return { url: address };
}

function serversOf({ servers, address, server }: TableFacts): JsonObject[] {
  const named = server === undefined ? listOf(servers) : [{ url: server }];
  const found = named
    .filter(isObject)
    .map((one) => ({ ...one, url: wholeAddress(one.url, address) }));
  const fine = found.filter(({ url }) => serverProblem(url) === undefined);
  if (fine.length > 0) return fine;
  const [first] = found;
  throw new InputError(
    first === undefined
      ? "the document names no server; say where the service is: --server https://…"
      : `${serverProblem(first.url)}; say where the service is: --server https://…`,
  );
}

/** A relative address starts from the document's. A client appends paths, which begin with a slash. */
function wholeAddress(url: unknown, address: string): unknown {
  if (typeof url !== "string") return url;
  const isRelative = !/^[a-z][a-z0-9+.-]*:/i.test(url) && !url.startsWith("{");
  const whole = isRelative && URL.canParse(url, address) ? new URL(url, address).href : url;
  return whole.replace(/\/+$/, "");
}

/** That of the document, or the one that all of its operations name. */
function securityOf(document: JsonObject, chosen: readonly UpstreamOperation[]): unknown[] {
  if (Array.isArray(document.security)) return document.security;
  const own = new Set(chosen.map(({ operation }) => JSON.stringify(operation.security ?? [])));
  const [only = "[]"] = own;
  const same: unknown = own.size === 1 ? JSON.parse(only) : [];
  return listOf(same);
}

function schemesOf(
  document: JsonObject,
  security: readonly unknown[],
  chosen: readonly UpstreamOperation[],
): JsonObject {
  const requirements = [
    ...security,
    ...chosen.flatMap(({ operation }) => listOf(operation.security)),
  ];
  const names = new Set(requirements.filter(isObject).flatMap((one) => Object.keys(one)));
  const all = getAt(document, ["components", "securitySchemes"]);
  const used = Object.entries(isObject(all) ? all : {}).filter(([name]) => names.has(name));
  return Object.fromEntries(used);
}

function tagsOf(document: JsonObject, chosen: readonly UpstreamOperation[]): JsonObject[] {
  const used = new Set(chosen.map(tagOf));
  const described = new Map(
    listOf(document.tags)
      .filter(isObject)
      .map((tag) => [tag.name, text(tag.description)]),
  );
  return [...used].map((name) => ({
    name,
    description: described.get(name) ?? `Operations that the document tags as ${name}.`,
  }));
}

/** The one tag of an operation: its first, else what its path is about. */
export function tagOf({ operation, path }: { operation: JsonObject; path: string }): string {
  const [first] = strings(operation.tags);
  if (first !== undefined && first.trim() !== "") return first;
  const [noun = "other"] = path
    .split("/")
    .filter((segment) => /^[A-Za-z][A-Za-z_-]*$/.test(segment) && segment !== "api");
  return noun;
}

function pathsOf(chosen: readonly UpstreamOperation[]): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const { path, method, at, shared } of chosen) {
    const item = paths[path] ?? (shared.length > 0 ? { parameters: shared } : {});
    paths[path] = { ...item, [method]: referTo(at) };
  }
  return paths;
}

function referTo(at: string): JsonObject {
  return { $ref: `../upstream/${at}` };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
