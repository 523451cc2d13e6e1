import { join } from "node:path";
import { isObject } from "@cloud-clients/openapi-model";
import { linkProblem, readText } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import { showPlace } from "../base/place.js";
import type { Api } from "../base/repository.js";
import { readDocument } from "../documents/read-document.js";

/** A lint rule that an API is excepted from. */
export interface LintException {
  rule: string;
  /** Why what breaks it stands. */
  because: string;
  /** A JSON pointer: only what stands there, or below, in the bundle. Default: anywhere. */
  at?: string;
  /** Where it is declared. */
  place: string;
}

/** Where an API's exceptions are declared, below its folder in specs/. */
export const exceptionsName = "lint-exceptions.yaml";

/**
 * Reads the exceptions in an API's {@link exceptionsName}; none without such a file.
 *
 * @throws InputError with a line per entry that is not one, or that says what another one says.
 */
export async function readExceptions(api: Api): Promise<LintException[]> {
  const { root } = api.repository;
  const file = `${api.specs}/${exceptionsName}`;
  const link = await linkProblem(root, file);
  if (link !== undefined) throw new InputError(link);
  const text = await readText(join(root, file));
  if (text === undefined) return [];
  const { parsed, places } = readDocument(text, { file, layer: "overlay", folder: "" });
  if (!Array.isArray(parsed) || parsed.length === 0) {
    throw new InputError(`${file}:1: must be a list of exceptions; delete it if there are none`);
  }
  const problems: string[] = [];
  const exceptions = parsed.flatMap((entry: unknown, index): LintException[] => {
    const place = showPlace({ file, ...places.at([index]) });
    if (isException(entry)) return [{ ...entry, place }];
    problems.push(
      `${place}: an exception has "rule", "because" (the reason) and perhaps "at" (a JSON pointer like "#/paths/~1things"), and nothing else`,
    );
    return [];
  });
  const said = new Set<string>();
  for (const { rule, at = "#", place } of exceptions) {
    const key = JSON.stringify([rule, at]);
    if (said.has(key)) problems.push(`${place}: ${rule} is excepted twice`);
    said.add(key);
  }
  if (problems.length > 0) throw new InputError(...problems);
  return exceptions;
}

function isException(entry: unknown): entry is Omit<LintException, "place"> {
  if (!isObject(entry)) return false;
  const { rule, because, at, ...others } = entry;
  return (
    [rule, because].every((text) => typeof text === "string" && text.trim() !== "") &&
    (at === undefined || (typeof at === "string" && at.startsWith("#/"))) &&
    Object.keys(others).length === 0
  );
}

/** A problem as far as exceptions are concerned. */
interface Excepted {
  rule: string;
  pointer: string;
}

/**
 * The problems that no exception covers.
 *
 * @param knows whether there is such a rule.
 * @throws InputError for each exception of an unknown rule, and for each that covers nothing.
 */
export function withoutExcepted<T extends Excepted>(
  problems: readonly T[],
  exceptions: readonly LintException[],
  knows: (rule: string) => boolean,
): T[] {
  const refused = exceptions.flatMap((exception) => {
    const { rule, at, place } = exception;
    if (!knows(rule)) return [`${place}: no rule ${rule} is turned on; delete this exception`];
    if (problems.some((problem) => covers(exception, problem))) return [];
    const where = at === undefined ? "nothing breaks" : `nothing at ${at} breaks`;
    return [`${place}: ${where} ${rule}; delete this exception`];
  });
  if (refused.length > 0) throw new InputError(...refused);
  return problems.filter((one) => !exceptions.some((exception) => covers(exception, one)));
}

function covers({ rule, at }: LintException, problem: Excepted): boolean {
  const { pointer } = problem;
  const isThere = at === undefined || pointer === at || pointer.startsWith(`${at}/`);
  return rule === problem.rule && isThere;
}
