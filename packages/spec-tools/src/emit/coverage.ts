import { join } from "node:path";
import {
  derefIn,
  getAt,
  isIdempotent,
  isObject,
  type JsonObject,
  operationsOf,
  speaksJson,
} from "@cloud-clients/openapi-model";
import { linkProblem, readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";

/** What the pages about all APIs say of one. */
export interface Coverage {
  /** The API's title. */
  title: string;
  operations: readonly OperationCoverage[];
}

/** What they say of one operation. */
export interface OperationCoverage {
  operationId: string;
  /** `GET /things/{id}` */
  request: string;
  /** How well it is documented. */
  documented: string;
  /** How its list is paged; empty for what is no list. */
  list: string;
  /** Whether the transport may send it twice. */
  repeatable: boolean;
  /** Whether it speaks JSON, so that rules can be tried out on it. */
  json: boolean;
}

/** An API, and what the pages about all APIs say of it. */
export interface CoveredApi {
  api: Api;
  coverage: Coverage;
}

/** What the pages about all APIs say of this one, by its bundle. */
export function coverageOf(document: JsonObject): Coverage {
  const deref = derefIn(document);
  return {
    title: String(getAt(document, ["info", "title"])),
    operations: operationsOf(document.paths).map((found) => ({
      operationId: String(found.operation.operationId),
      request: `${found.method.toUpperCase()} ${found.path}`,
      documented: String(found.operation["x-completeness"] ?? "not said"),
      list: String(getAt(found.operation, ["x-pagination", "style"]) ?? ""),
      repeatable: isIdempotent(found),
      json: speaksJson(found.operation, deref),
    })),
  };
}

/**
 * The file that keeps it beside the API's generated code: the pages are made from these files, so that what a change of
 * one API costs does not grow with the size of the others. One line per operation.
 */
export function coverageFile(api: Api, { title, operations }: Coverage): PlannedFile {
  const lines = operations.map((one) => `    ${JSON.stringify(one)}`).join(",\n");
  const text = `{\n  "title": ${JSON.stringify(title)},\n  "operations": [\n${lines}\n  ]\n}\n`;
  return { path: pathOf(api), text };
}

/**
 * Reads it back.
 *
 * @throws InputError when it is missing, a link, or not what `generate` writes.
 */
export async function readCoverage(api: Api): Promise<Coverage> {
  const { root } = api.repository;
  const path = pathOf(api);
  const mend = `run: ${api.repository.command("generate")}`;
  const link = await linkProblem(root, path);
  if (link !== undefined) throw new InputError(link);
  const text = await readText(join(root, path));
  if (text === undefined) throw new InputError(`${path}: missing; ${mend}`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new InputError(`${path}: not JSON; ${mend}`);
  }
  if (!isCoverage(parsed)) throw new InputError(`${path}: not what generate writes; ${mend}`);
  return parsed;
}

function pathOf(api: Api): string {
  return `${api.package}/src/generated/coverage.json`;
}

function isCoverage(value: unknown): value is Coverage {
  if (!isObject(value) || typeof value.title !== "string") return false;
  return Array.isArray(value.operations) && value.operations.every(isOperationCoverage);
}

function isOperationCoverage(value: unknown): value is OperationCoverage {
  if (!isObject(value)) return false;
  const { operationId, request, documented, list, repeatable, json } = value;
  return (
    [operationId, request, documented, list].every((one) => typeof one === "string") &&
    [repeatable, json].every((one) => typeof one === "boolean")
  );
}
