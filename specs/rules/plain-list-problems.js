import { isMapping, typeOf } from "./schema-facts.js";

/** @import { Deref, Mapping } from "./schema-facts.js" */

/**
 * Whether a schema is a list of plain strings, whose entries identify themselves.
 * @param {unknown} list
 * @param {Deref} deref
 */
export function isPlainList(list, deref) {
  if (!isMapping(list) || typeOf(list, deref) !== "array") return false;
  return typeOf(list.items, deref) === "string";
}

/**
 * What is wrong with the `x-write-semantics` of a list of plain strings, as message and place: it names
 * fields, which such entries do not have, or the reading operation answers with something else.
 *
 * @param {Mapping} rule
 * @param {Record<string, Mapping> | undefined} answer properties of the reading operation's answer, if there is one
 * @param {Deref} deref
 * @returns {[message: string, place: string][]}
 */
export function plainListProblems(rule, answer, deref) {
  /** @type {[string, string][]} */
  const found = [];
  if (!Array.isArray(rule.identity) || rule.identity.length > 0) {
    found.push([
      "identity must be []: the list has plain strings, and each is its own identity",
      "identity",
    ]);
  }
  if (answer !== undefined && !isPlainList(answer[String(rule.list)], deref)) {
    found.push([`read: the answer of ${rule.read} has no array of strings "${rule.list}"`, "read"]);
  }
  return found;
}
