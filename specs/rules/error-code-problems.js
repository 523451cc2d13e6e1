import { isMapping, listOf } from "./schema-facts.js";

/** @import { Mapping, Problem } from "./schema-facts.js" */

const naming = ["x-rate-limit-error", "x-permanent-error"];

/**
 * What is wrong with a document's error codes: an entry of `x-error-codes` without status or label, a code
 * that another extension names and the table lacks, or a naming extension of another shape.
 *
 * @param {Mapping} document
 * @returns {Problem[]}
 */
export function errorCodeProblems(document) {
  const shapes = naming.flatMap((extension) => shapeProblems(document[extension], extension));
  const table = document["x-error-codes"];
  if (table === undefined || shapes.length > 0) return shapes;
  if (!isMapping(table)) return [problem("must be a mapping of codes", ["x-error-codes"])];
  const entries = Object.entries(table).flatMap(([code, entry]) =>
    isMapping(entry) && isErrorStatus(entry.status) && typeof entry.label === "string"
      ? []
      : [problem(`${code} needs a status from 400 to 599 and a label`, ["x-error-codes", code])],
  );
  return [...entries, ...naming.flatMap((extension) => strangers(document, table, extension))];
}

/**
 * @param {unknown} rule
 * @param {string} extension
 * @returns {Problem[]}
 */
function shapeProblems(rule, extension) {
  if (rule === undefined) return [];
  const codes = isMapping(rule) && Object.keys(rule).length === 1 ? listOf(rule.codes) : [];
  const fits = codes.length > 0 && codes.every((code) => typeof code === "string" && code !== "");
  const message = `${extension} must be a mapping with "codes" alone: a list of texts, not empty.`;
  return fits ? [] : [{ message, path: [extension] }];
}

/** @param {unknown} status */
function isErrorStatus(status) {
  return Number.isInteger(status) && Number(status) >= 400 && Number(status) <= 599;
}

/**
 * @param {Mapping} document
 * @param {Mapping} table
 * @param {string} extension
 * @returns {Problem[]}
 */
function strangers(document, table, extension) {
  const rule = document[extension];
  return listOf(isMapping(rule) ? rule.codes : []).flatMap((code, index) =>
    Object.hasOwn(table, String(code))
      ? []
      : [problem(`lacks ${code}, which ${extension} names`, [extension, "codes", index])],
  );
}

/**
 * @param {string} message
 * @param {(string | number)[]} path
 * @returns {Problem}
 */
function problem(message, path) {
  return { message: `x-error-codes: ${message}.`, path };
}
