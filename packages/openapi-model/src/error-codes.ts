import { isObject, type JsonObject, listOf } from "./json.js";
import type { Problem } from "./problem.js";

const naming = ["x-rate-limit-error", "x-permanent-error"];

/**
 * What is wrong with a document's error codes: an entry of `x-error-codes` without status or label, a code
 * that another extension names and the table lacks, or a naming extension of another shape.
 */
export function errorCodeProblems(document: JsonObject): Problem[] {
  const shapes = naming.flatMap((extension) => shapeProblems(document[extension], extension));
  const table = document["x-error-codes"];
  if (table === undefined || shapes.length > 0) return shapes;
  if (!isObject(table)) return [problem("must be a mapping of codes", ["x-error-codes"])];
  const entries = Object.entries(table).flatMap(([code, entry]) =>
    isObject(entry) && isErrorStatus(entry.status) && typeof entry.label === "string"
      ? []
      : [problem(`${code} needs a status from 400 to 599 and a label`, ["x-error-codes", code])],
  );
  return [...entries, ...naming.flatMap((extension) => strangers(document, table, extension))];
}

function shapeProblems(rule: unknown, extension: string): Problem[] {
  if (rule === undefined) return [];
  const codes = isObject(rule) && Object.keys(rule).length === 1 ? listOf(rule.codes) : [];
  const fits = codes.length > 0 && codes.every((code) => typeof code === "string" && code !== "");
  const message = `${extension} must be a mapping with "codes" alone: a non-empty list of strings.`;
  return fits ? [] : [{ message, path: [extension] }];
}

function isErrorStatus(status: unknown): boolean {
  return Number.isInteger(status) && Number(status) >= 400 && Number(status) <= 599;
}

function strangers(document: JsonObject, table: JsonObject, extension: string): Problem[] {
  const rule = document[extension];
  return listOf(isObject(rule) ? rule.codes : []).flatMap((code, index) =>
    Object.hasOwn(table, String(code))
      ? []
      : [problem(`lacks ${code}, which ${extension} names`, [extension, "codes", index])],
  );
}

function problem(message: string, path: (string | number)[]): Problem {
  return { message: `x-error-codes: ${message}.`, path };
}
