import { posix } from "node:path";
import {
  addressesOf,
  fromPointer,
  getAt,
  isObject,
  type JsonObject,
  methods,
  otherAddresses,
  strings,
} from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { quoted } from "../documents/names.js";
import { readDocument } from "../documents/read-document.js";
import type { ImportedDocument } from "../import/import-document.js";
import type { ImportedPage } from "../import/import-page.js";
import { isDocument } from "../import/plan-import.js";

/** An operation of upstream, where it is, and the parameters of its path. */
export interface UpstreamOperation {
  path: string;
  /** In lower case. */
  method: string;
  operation: JsonObject;
  /** `openapi.yaml#/paths/~1things/get`, from the folder upstream/. */
  at: string;
  /** What its path says for all of its operations. */
  pathItem: JsonObject;
  /** The parameters of its path, for a table of paths in source/. */
  shared: JsonObject[];
}

/** What was imported, parsed. */
export interface Upstream {
  /** The document, or the fragment of the page. */
  document: JsonObject;
  operations: UpstreamOperation[];
  /** https address of the page or document; `unknown` for a file without one. */
  address: string;
}

/** The operations of what was imported, with the references that lead to them. */
export function readUpstream(imported: ImportedPage | ImportedDocument): Upstream {
  const files = isDocument(imported)
    ? imported.files
    : new Map([[imported.entry.file ?? "", imported.fragment ?? ""]]);
  const layer = isDocument(imported) ? "document" : "fragment";
  const parsed = new Map<string, unknown>();
  for (const [file, text] of files) {
    const folder = posix.join("upstream", posix.dirname(file));
    parsed.set(file, readDocument(text, { file, layer, folder }).parsed);
  }
  const [[main = "", document] = []] = [...parsed];
  if (!isObject(document)) throw new InputError(`${imported.entry.title}: no document`);
  const { paths } = document;
  const operations = Object.keys(isObject(paths) ? paths : {}).flatMap((path) =>
    operationsAt(parsed, path, { file: main, keys: ["paths", path] }),
  );
  return { document, operations, address: imported.entry.address };
}

interface Place {
  file: string;
  keys: readonly string[];
}

function operationsAt(
  parsed: ReadonlyMap<string, unknown>,
  path: string,
  place: Place,
): UpstreamOperation[] {
  const { node: item, at } = resolve(parsed, place);
  if (!isObject(item)) return [];
  const parameters = Array.isArray(item.parameters) ? item.parameters : [];
  const shared = parameters.filter(isObject).map((one) => fromSource(one, at.file));
  return methods.flatMap((method) => {
    if (item[method] === undefined) return [];
    const found = resolve(parsed, { file: at.file, keys: [...at.keys, method] });
    if (!isObject(found.node)) return [];
    return [
      { path, method, operation: found.node, at: reference(found.at), pathItem: item, shared },
    ];
  });
}

/** A part of an upstream file, with its references rewritten for use in source/. */
function fromSource(part: JsonObject, file: string): JsonObject {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key !== "$ref" || typeof value !== "string") return [key, moved(value, file)];
      const [path = "", pointer = ""] = value.split("#");
      const target = path === "" ? file : posix.join(posix.dirname(file), path);
      return [key, `../upstream/${target}#${pointer}`];
    }),
  );
}

function moved(value: unknown, file: string): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, file));
  return isObject(value) ? fromSource(value, file) : value;
}

function reference({ file, keys }: Place): string {
  const steps = keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1"));
  return `${file}#/${steps.join("/")}`;
}

const maxHops = 20;

function resolve(parsed: ReadonlyMap<string, unknown>, start: Place): { node: unknown; at: Place } {
  let at = start;
  for (let hop = 0; hop < maxHops; hop++) {
    const node = getAt(parsed.get(at.file), at.keys);
    if (!isObject(node) || typeof node.$ref !== "string") return { node, at };
    const [path = "", pointer = ""] = node.$ref.split("#");
    const file = path === "" ? at.file : posix.join(posix.dirname(at.file), path);
    at = { file, keys: fromPointer(pointer) };
  }
  return { node: undefined, at };
}

/** Which operations to include: all, those with these ids (or `METHOD /path`), or those with these tags. */
export interface Choice {
  operations?: readonly string[];
  tags?: readonly string[];
}

const shown = 8;

/**
 * The chosen operations, in the order of the document.
 *
 * @throws InputError naming each id or tag that no operation has.
 */
export function chooseOperations(
  all: readonly UpstreamOperation[],
  choice: Choice,
): UpstreamOperation[] {
  const { operations, tags } = choice;
  if (operations !== undefined) {
    return choose(all, operations, "--operations", (one) => [
      String(one.operation.operationId ?? nameOf(one)),
      nameOf(one),
    ]);
  }
  if (tags !== undefined) return choose(all, tags, "--tags", (one) => strings(one.operation.tags));
  return [...all];
}

/**
 * Parts operations by where they are served: a client has one address, and sends its credential nowhere else.
 *
 * @returns those at the servers of the document (or, if it names none, at those that all of them name), and a
 * line for each of the others.
 */
export function atOneAddress(
  chosen: readonly UpstreamOperation[],
  document: JsonObject,
): { servers: unknown; here: UpstreamOperation[]; elsewhere: string[] } {
  const servers = sharedServers(chosen, document);
  const parted = chosen.map((one) => ({ one, other: otherAddresses(one, servers)?.[0] }));
  return {
    servers,
    here: parted.flatMap(({ one, other }) => (other === undefined ? [one] : [])),
    elsewhere: parted.flatMap(({ one, other }) =>
      other === undefined ? [] : [`${nameOf(one)} has a server of its own, ${quoted(other)}`],
    ),
  };
}

function sharedServers(chosen: readonly UpstreamOperation[], document: JsonObject): unknown {
  if (addressesOf(document.servers).length > 0) return document.servers;
  const [first, ...others] = chosen.map(
    ({ operation, pathItem }) => operation.servers ?? pathItem.servers,
  );
  const isShared = others.every((one) => addressesOf(one).join() === addressesOf(first).join());
  return isShared ? first : undefined;
}

/** `PUT /things/{id}` */
export function nameOf({ method, path }: { method: string; path: string }): string {
  return `${method.toUpperCase()} ${path}`;
}

function choose(
  all: readonly UpstreamOperation[],
  wanted: readonly string[],
  option: string,
  namesOf: (one: UpstreamOperation) => string[],
): UpstreamOperation[] {
  const there = [
    ...new Set(all.flatMap((one) => namesOf(one).slice(0, option === "--tags" ? undefined : 1))),
  ];
  const missing = wanted.filter((name) => !all.some((one) => namesOf(one).includes(name)));
  if (missing.length > 0) {
    const some = there.slice(0, shown).join(", ") || "none";
    const more = there.length > shown ? `, … (${there.length})` : "";
    throw new InputError(
      ...missing.map(
        (name) => `${option} ${quoted(name)}: not in the document; it has ${some}${more}`,
      ),
    );
  }
  return all.filter((one) => namesOf(one).some((name) => wanted.includes(name)));
}
