import { isPlainList, plainListProblems } from "./plain-list-problems.js";
import {
  isMapping,
  listOf,
  propertiesOf,
  requestSchema,
  successSchema,
  typeOf,
} from "./schema-facts.js";

/** @import { Deref, Mapping, Problem } from "./schema-facts.js" */

const known = ["list", "identity", "ordered", "read", "keep", "failures"];

/**
 * What is wrong with an operation's `x-write-semantics`: a list that its body does not have, fields that
 * the list's entries do not have, or a reading operation that does not answer with the same list and
 * with what is to be kept. Nothing when it has no such rule.
 *
 * @param {Mapping} operation
 * @param {(operationId: string) => Mapping | undefined} readOperation the GET of that operationId
 * @param {Deref} deref
 * @returns {Problem[]}
 */
export function writeProblems(operation, readOperation, deref) {
  const rule = operation["x-write-semantics"];
  if (rule === undefined) return [];
  if (!isMapping(rule)) return [problem("must be a mapping", [])];
  const found = Object.keys(rule)
    .filter((key) => !known.includes(key))
    .map((key) => problem(`${key} is not known (known: ${known.join(", ")})`, [key]));
  if (typeof rule.ordered !== "boolean") {
    found.push(problem("ordered must be true or false", ["ordered"]));
  }
  const body = propertiesOf(requestSchema(operation, deref), deref);
  const list = String(rule.list);
  const read = readOperation(String(rule.read));
  found.push(...failureProblems(rule, operation, deref));
  const answer = read && propertiesOf(successSchema(read, deref), deref);
  if (isPlainList(body[list], deref)) {
    const problems = plainListProblems(rule, answer, deref);
    found.push(...problems.map(([message, place]) => problem(message, [place])));
    found.push(...(answer ? keepProblems(rule, body, answer) : [unreadable(rule)]));
    return found;
  }
  const fields = entryFields(body[list], deref);
  if (fields === undefined) {
    const names = Object.keys(body).join(", ") || "none";
    found.push(
      problem(
        `list names "${list}", which is no array of objects in the body (there are: ${names})`,
        ["list"],
      ),
    );
    return found;
  }
  found.push(...combination(rule.identity, ["identity"], fields));
  if (answer === undefined) return [...found, unreadable(rule)];
  found.push(...keepProblems(rule, body, answer), ...readProblems(rule, list, answer, deref));
  return found;
}

/**
 * @param {Mapping} rule
 * @returns {Problem}
 */
function unreadable(rule) {
  return problem(`read names "${rule.read}", which is no GET operation's operationId`, ["read"]);
}

/**
 * @param {Mapping} rule
 * @param {Mapping} operation
 * @param {Deref} deref
 * @returns {Problem[]}
 */
function failureProblems({ failures }, operation, deref) {
  if (failures === undefined) return [];
  const field = propertiesOf(successSchema(operation, deref), deref)[String(failures)];
  if (typeOf(field, deref) === "array") return [];
  return [problem(`failures names "${failures}", which is no array in the answer`, ["failures"])];
}

/**
 * @param {Mapping} rule
 * @param {Record<string, Mapping>} body
 * @param {Record<string, Mapping>} answer
 * @returns {Problem[]}
 */
function keepProblems(rule, body, answer) {
  return listOf(rule.keep).flatMap((name, index) =>
    Object.hasOwn(body, String(name)) && Object.hasOwn(answer, String(name))
      ? []
      : [
          problem(`keep names "${name}", which the body or the answer of ${rule.read} lacks`, [
            "keep",
            index,
          ]),
        ],
  );
}

/**
 * The fields of a list's entries; undefined unless it is an array of objects.
 * @param {unknown} list
 * @param {Deref} deref
 * @returns {Record<string, Mapping> | undefined}
 */
export function entryFields(list, deref) {
  if (!isMapping(list) || typeOf(list, deref) !== "array") return undefined;
  const fields = propertiesOf(list.items, deref);
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/**
 * @param {unknown} names
 * @param {(string | number)[]} path
 * @param {Record<string, Mapping>} fields
 * @returns {Problem[]}
 */
function combination(names, path, fields) {
  if (!Array.isArray(names) || names.length === 0) {
    return [problem(`${path.join(".")} must be a list of field names`, path)];
  }
  return names.flatMap((name, index) =>
    Object.hasOwn(fields, String(name))
      ? []
      : [
          problem(
            `${path.join(".")} names "${name}", which no entry has (there are: ${Object.keys(fields).join(", ")})`,
            [...path, index],
          ),
        ],
  );
}

/**
 * @param {Mapping} rule
 * @param {string} list
 * @param {Record<string, Mapping>} answer
 * @param {Deref} deref
 * @returns {Problem[]}
 */
function readProblems(rule, list, answer, deref) {
  const fields = entryFields(answer[list], deref);
  if (fields === undefined) {
    return [
      problem(`read: the answer of ${rule.read} has no array of objects "${list}"`, ["read"]),
    ];
  }
  const missing = listOf(rule.identity).filter((name) => !Object.hasOwn(fields, String(name)));
  return missing.length === 0
    ? []
    : [
        problem(
          `read: entries of "${list}" in the answer of ${rule.read} lack ${missing.join(", ")}`,
          ["read"],
        ),
      ];
}

/**
 * @param {string} message
 * @param {(string | number)[]} path
 * @returns {Problem}
 */
function problem(message, path) {
  return { message: `x-write-semantics: ${message}.`, path: ["x-write-semantics", ...path] };
}
