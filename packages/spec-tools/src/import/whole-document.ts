import { posix } from "node:path";
import {
  fromPointer,
  getAt,
  isObject,
  type JsonObject,
  methods,
  toPointer,
} from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { showPlace } from "../base/place.js";
import { quoted } from "../documents/names.js";
import { roundedNumbers } from "../documents/numbers.js";
import { type ReadDocument, readDocument } from "../documents/read-document.js";
import { fileSegment } from "./fragment.js";
import type { Page } from "./load-page.js";

/** An OpenAPI document as a vendor publishes it, in one file or many, judged. */
export interface WholeDocument {
  /** The name of its first file. */
  file: string;
  title: string;
  version: string;
  /** The text of each file, by its path from the first one's folder; the first one first. */
  files: ReadonlyMap<string, string>;
  operations: WholeOperation[];
  servers: unknown;
  /** One line per number that JavaScript would round. */
  rounded: string[];
}

interface WholeOperation {
  /** `PUT /things/{id}` */
  operation: string;
  /** The reference from the first file's folder that leads to it. */
  at: string;
}

const maxFiles = 5_000;
const maxCharacters = 100_000_000;
const maxProblems = 100;
const atOnce = 16;

/**
 * Reads a whole document and every file that it refers to, which stand in its folder or below.
 *
 * @throws InputError with one line per problem in any of its files.
 */
export async function readWholeDocument(page: Page): Promise<WholeDocument> {
  const file = fileName(page);
  const documents = await readAll(page, file);
  const parsed = openapiIn(documents.get(file)?.parsed, page.name);
  const found = operationsIn(documents, file, parsed.paths);
  const problems = repeatedIds(found, documents);
  if (problems.length > 0) throw new InputError(...problems.slice(0, maxProblems));
  const { info, servers } = parsed;
  return {
    file,
    title: String(getAt(info, ["title"]) ?? ""),
    version: String(getAt(info, ["version"]) ?? "unknown"),
    files: new Map([...documents].map(([path, { text }]) => [path, text])),
    operations: found.map(({ operation, at }) => ({
      operation,
      at: `${at.file}${toPointer(at.keys)}`,
    })),
    servers,
    rounded: [...documents].flatMap(([path, { places }]) =>
      roundedNumbers(places).map(
        ({ keys, written }) =>
          `${showPlace({ file: path, ...places.at(keys) })}: ${written} is beyond 2^53, where digits ` +
          "are lost; generate refuses it until an overlay replaces or removes it",
      ),
    ),
  };
}

/** The name a document gets in upstream/: its own, with `.json` or `.yaml` depending on its content. */
function fileName({ name, address, text }: Page): string {
  const path = address === undefined ? name : new URL(address).pathname;
  const base = posix.basename(path.replaceAll("\\", "/"));
  const extension = text.trimStart().startsWith("{") ? "json" : "yaml";
  const file = /\.(?:json|ya?ml)$/.test(base)
    ? base
    : `${base.replace(/\.(?:json|ya?ml)$/i, "") || "openapi"}.${extension}`;
  if (fileSegment.test(file) && !/^provenance\./i.test(file)) return file;
  throw new InputError(
    `${name}: the document's name ${quoted(file)} is refused; ` +
      `allowed are up to 100 letters, digits, ".", "_" and "-", and no PROVENANCE`,
  );
}

/** The document and the files it refers to, each read and judged once. */
async function readAll(page: Page, first: string): Promise<Map<string, ReadDocument>> {
  const documents = new Map<string, ReadDocument>();
  const problems: string[] = [];
  let open = [{ path: first, from: page.name, load: async () => page.text }];
  const met = new Set([first]);
  let characters = 0;
  while (open.length > 0) {
    const next: typeof open = [];
    for (let start = 0; start < open.length; start += atOnce) {
      const texts = open.slice(start, start + atOnce).map(async ({ path, from, load }) => {
        try {
          return { path, from, text: await load() };
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          return { path, from, problem: error.message };
        }
      });
      for (const { path, from, text, problem } of await Promise.all(texts)) {
        if (text === undefined) {
          problems.push(path === first ? problem : `${from}: refers to ${problem}`);
          continue;
        }
        characters += text.length;
        if (met.size > maxFiles || characters > maxCharacters) {
          throw new InputError(
            `${page.name}: more than ${maxFiles} files or ${maxCharacters} characters in total`,
          );
        }
        const document = collect(problems, () => readFile(path, text, first, page.name));
        if (document === undefined) continue;
        documents.set(path, document);
        for (const [target, keys] of document.files) {
          const below = target.slice("upstream/".length);
          if (met.has(below)) continue;
          met.add(below);
          const { line, col } = document.places.at(keys);
          const place = showPlace({ file: path === first ? page.name : path, line, col });
          next.push({ path: below, from: place, load: () => page.beside(below) });
        }
      }
      if (problems.length >= maxProblems) throw new InputError(...problems.slice(0, maxProblems));
    }
    open = next;
  }
  if (problems.length > 0) throw new InputError(...problems);
  return documents;
}

function readFile(path: string, text: string, first: string, shown: string): ReadDocument {
  if (!path.split("/").every((part) => fileSegment.test(part)) || /^provenance\./i.test(path)) {
    throw new InputError(
      `${path}: the name of this file is refused; each part of it takes up to 100 of A-Z, a-z, 0-9, ".", "_" and "-", and provenance.* is ours`,
    );
  }
  const file = path === first ? shown : path;
  if (text.trimStart().startsWith("<")) {
    throw new InputError(`${file}: HTML or XML; give the address of the OpenAPI document itself`);
  }
  const folder = posix.join("upstream", posix.dirname(path));
  return readDocument(text, { file, layer: "document", folder });
}

function collect<T>(problems: string[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function openapiIn(parsed: unknown, name: string): JsonObject {
  const version = isObject(parsed) ? (parsed.openapi ?? parsed.swagger) : undefined;
  if (isObject(parsed) && /^3\.[01](?:\.|$)/.test(String(version)) && isObject(parsed.paths)) {
    return parsed;
  }
  const found =
    version === undefined ? "no OpenAPI document" : `OpenAPI ${quoted(String(version))}`;
  throw new InputError(
    `${name}:1: ${found}; allowed is OpenAPI 3.0 or 3.1, with "openapi: 3.…" and "paths:"`,
  );
}

interface Place {
  file: string;
  keys: readonly string[];
}

interface FoundOperation {
  operation: string;
  operationId: unknown;
  /** Where its path item has it. */
  at: Place;
  /** Where it is written out. */
  idAt: Place;
}

function operationsIn(
  documents: ReadonlyMap<string, ReadDocument>,
  file: string,
  paths: unknown,
): FoundOperation[] {
  const found: FoundOperation[] = [];
  for (const path of Object.keys(isObject(paths) ? paths : {})) {
    const item = resolve(documents, { file, keys: ["paths", path] });
    if (!isObject(item.node)) continue;
    for (const method of methods) {
      if (!isObject(item.node[method])) continue;
      const place = { file: item.at.file, keys: [...item.at.keys, method] };
      const { node, at } = resolve(documents, place);
      if (!isObject(node)) continue;
      const operation = `${method.toUpperCase()} ${path}`;
      found.push({ operation, operationId: node.operationId, at: place, idAt: at });
    }
  }
  return found;
}

const maxHops = 20;

/** What stands at a place, with references that stand there themselves followed. */
function resolve(
  documents: ReadonlyMap<string, ReadDocument>,
  start: Place,
): { node: unknown; at: Place } {
  let at = start;
  for (let hop = 0; hop < maxHops; hop++) {
    const node = getAt(documents.get(at.file)?.parsed, at.keys);
    if (!isObject(node) || typeof node.$ref !== "string") return { node, at };
    const [path = "", pointer = ""] = node.$ref.split("#");
    const file = path === "" ? at.file : posix.join(posix.dirname(at.file), path);
    at = { file, keys: fromPointer(pointer) };
  }
  return { node: undefined, at };
}

function repeatedIds(
  operations: readonly FoundOperation[],
  documents: ReadonlyMap<string, ReadDocument>,
): string[] {
  const first = new Map<unknown, string>();
  return operations.flatMap(({ operation, operationId, idAt: at }) => {
    const other = first.get(operationId);
    if (other === undefined || operationId === undefined) {
      first.set(operationId, operation);
      return [];
    }
    const place = documents.get(at.file)?.places.at([...at.keys, "operationId"]);
    const message = `the operationId ${quoted(operationId)} of ${operation} is already used by ${other}`;
    return [`${showPlace({ file: at.file, ...place })}: ${message}`];
  });
}
