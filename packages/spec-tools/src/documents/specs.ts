import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { getAt, listOf } from "@cloud-clients/openapi-model";
import { exists, linkProblem, linksAreRefused, readText } from "../base/files.js";
import { InputError, visible } from "../base/input-error.js";
import type { Api, Repository } from "../base/repository.js";
import { apiNameProblem } from "./names.js";
import { maxBytes, parseDocument, type ReadDocument, readDocument } from "./read-document.js";
import type { Layer } from "./references.js";

/** The documents of one API, each parsed and judged, by their paths from the root. */
export interface Specs {
  api: Api;
  documents: ReadonlyMap<string, ReadDocument>;
}

/** What the specs and the generated files of APIs are: what a command holds while it works on them. */
export function foldersOf(apis: readonly Api[]): string[] {
  return apis.flatMap((api) => [api.specs, `${api.package}/src/generated`]);
}

const layers = [
  ["upstream", "fragment"],
  ["source", "source"],
  ["overlays", "overlay"],
] as const;
const overlayName = /\/overlays\/\d{4}-[a-z0-9-]+\.yaml$/;
const maxFiles = 10_000;

/**
 * Reads an API's upstream, source and overlays. Whoever goes on from here reads no file of them again and
 * follows no reference out of them.
 *
 * @param options `drafts: "allow"` reads overlays that nobody has confirmed yet.
 * @throws InputError with every problem of every file: a symbolic link, a file too large, not YAML, a draft, or
 * whatever the judge of documents refuses.
 */
export async function readSpecs(
  api: Api,
  { drafts = "refuse" }: { drafts?: "refuse" | "allow" } = {},
): Promise<Specs> {
  const documents = new Map<string, ReadDocument>();
  const problems: string[] = [];
  const { root } = api.repository;
  const whole = await wholeDocuments(api);
  for (const [name, layer] of layers) {
    for (const file of await filesBelow(root, `${api.specs}/${name}`, problems)) {
      if (layer === "overlay" && !overlayName.test(file)) {
        problems.push(`${file}: an overlay's file is named NNNN-what-it-corrects.yaml`);
      }
      if (!/\.(?:ya?ml|json)$/.test(file)) continue;
      try {
        const own = whole.has(file) ? "document" : layer;
        const document = await readOne(api, file, own);
        documents.set(file, document);
        if (drafts === "refuse" && layer === "overlay")
          problems.push(...draftProblem(file, api, document));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  if (problems.length > 0) throw new InputError(...problems);
  return { api, documents };
}

/** Whether an overlay's rules are proposals that nobody has confirmed. */
export function isDraft(overlay: unknown): boolean {
  return getAt(overlay, ["x-draft"]) !== undefined;
}

function draftProblem(file: string, api: Api, { parsed }: ReadDocument): string[] {
  if (!isDraft(parsed)) return [];
  const command = api.repository.command(`new-api ${api} --confirm`);
  return [`${file}: a draft: read its rules, correct what is wrong, then run: ${command}`];
}

/** The files of upstream/ that PROVENANCE.yaml says are a whole document, or a part of one. */
async function wholeDocuments(api: Api): Promise<Set<string>> {
  const folder = `${api.specs}/upstream`;
  const file = `${folder}/PROVENANCE.yaml`;
  const text = await readText(join(api.repository.root, file)).catch(() => undefined);
  if (text === undefined) return new Set();
  const parsed = parseDocument(text, { file, layer: "fragment", folder: "upstream" });
  const documents = listOf(getAt(parsed, ["documents"]));
  return new Set(
    documents
      .flatMap((one) => [one, ...listOf(getAt(one, ["beside"]))])
      .map((one) => `${folder}/${String(getAt(one, ["file"]))}`),
  );
}

async function readOne(api: Api, file: string, layer: Layer): Promise<ReadDocument> {
  const text = await readText(join(api.repository.root, file)).catch(() => {
    throw new InputError(`${file}: not UTF-8 text`);
  });
  if (text === undefined) throw new InputError(`${file}: missing`);
  // What an overlay brings in stands in the table of paths afterwards.
  const below = file.slice(`${api.specs}/`.length);
  const folder = layer === "overlay" ? "source" : below.slice(0, below.lastIndexOf("/"));
  return readDocument(text, { file, layer, folder });
}

/** Files below a folder of the root, in order; links and what is no file are named as problems. */
async function filesBelow(root: string, folder: string, problems: string[]): Promise<string[]> {
  const link = await linkProblem(root, folder);
  if (link !== undefined) {
    problems.push(link);
    return [];
  }
  const found: string[] = [];
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entries = await readdir(join(root, next), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = `${next}/${entry.name}`;
      if (entry.isDirectory()) open.push(path);
      else if (entry.isSymbolicLink()) problems.push(`${path}: ${linksAreRefused}`);
      else if (!entry.isFile()) problems.push(`${path}: neither a file nor a folder; delete it`);
      else if ((await lstat(join(root, path))).size > maxBytes) {
        problems.push(`${path}: larger than ${maxBytes} bytes`);
      } else found.push(path);
    }
    if (found.length > maxFiles) {
      throw new InputError(`${folder}: more than ${maxFiles} files; one API has fewer`);
    }
  }
  return found.sort();
}

/**
 * The APIs of a repository, in alphabetical order of their names: folders of its specs that hold
 * source/openapi.yaml.
 *
 * @param wanted only these; none means all.
 * @throws InputError when a wanted API has no source, or when there is none at all.
 */
export async function listApis(
  repository: Repository,
  wanted: readonly string[] = [],
): Promise<Api[]> {
  const known = await knownApis(repository);
  const unknown = wanted.find((name) => !known.some((api) => api.name === name));
  if (unknown !== undefined) {
    throw new InputError(
      `${repository.settings.specs}/${unknown}/source/openapi.yaml: missing; the APIs are: ${known.join(", ") || "none"}`,
    );
  }
  if (known.length === 0) {
    const { specs } = repository.settings;
    throw new InputError(`${specs}/*/source/openapi.yaml: there is no API yet`);
  }
  return wanted.length === 0 ? known : known.filter(({ name }) => wanted.includes(name));
}

/**
 * The same, where there need not be any.
 *
 * @throws InputError when a folder of specs is a symbolic link, or an API's name cannot be a package's.
 */
export async function knownApis(repository: Repository): Promise<Api[]> {
  const { root, settings } = repository;
  const known: string[] = [];
  const link = await linkProblem(root, settings.specs);
  if (link !== undefined) throw new InputError(link);
  const folder = join(root, settings.specs);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const shown = `${settings.specs}/${visible(entry.name)}`;
    if (entry.isSymbolicLink()) throw new InputError(`${shown}: ${linksAreRefused}`);
    if (!entry.isDirectory()) continue;
    if (!(await exists(join(folder, entry.name, "source", "openapi.yaml")))) continue;
    const problem = apiNameProblem(entry.name);
    if (problem !== undefined) throw new InputError(`${shown}: ${problem}`);
    known.push(entry.name);
  }
  return known.sort().map((name) => repository.api(name));
}
