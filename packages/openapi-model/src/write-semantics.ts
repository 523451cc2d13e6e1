import { isObject, type JsonObject, listOf } from "./json.js";
import { requestSchema, successSchema } from "./operations.js";
import type { Problem } from "./problem.js";
import type { Deref } from "./references.js";
import { isPlainList, propertiesOf, propertyOf, typeOf } from "./schemas.js";

type Properties = Record<string, JsonObject>;

const known = ["list", "name", "identity", "ordered", "read", "keep", "failures"];

/**
 * What is wrong with an operation's `x-write-semantics`: a list that its body does not have, fields that
 * the list's entries do not have, or a reading operation that does not answer with the same list and
 * with what is to be kept. Nothing when it has no such rule.
 *
 * @param readOperation the GET of that operationId.
 */
export function writeProblems(
  operation: JsonObject,
  readOperation: (operationId: string) => JsonObject | undefined,
  deref: Deref,
): Problem[] {
  const rule = operation["x-write-semantics"];
  if (rule === undefined) return [];
  if (!isObject(rule)) return [problem("must be a mapping", [])];
  const found = Object.keys(rule)
    .filter((key) => !known.includes(key))
    .map((key) => problem(`${key} is not known (known: ${known.join(", ")})`, [key]));
  if (typeof rule.ordered !== "boolean") {
    found.push(problem("ordered must be true or false", ["ordered"]));
  }
  if (rule.name !== undefined && !/^[A-Z][A-Za-z0-9]{0,63}$/.test(String(rule.name))) {
    found.push(problem("name must be a noun in PascalCase, such as RouteTables", ["name"]));
  }
  const body = propertiesOf(requestSchema(operation, deref), deref);
  const name = String(rule.list);
  const list = propertyOf(body, name);
  const read = readOperation(String(rule.read));
  found.push(...failureProblems(rule, operation, deref));
  const answer = read && propertiesOf(successSchema(read, deref), deref);
  if (isPlainList(list, deref)) {
    found.push(...plainListProblems(rule, answer, deref));
    found.push(...(answer ? keepProblems(rule, body, answer) : [unreadable(rule)]));
    return found;
  }
  const fields = entryFields(list, deref);
  if (fields === undefined) {
    const names = Object.keys(body).join(", ") || "none";
    found.push(
      problem(
        `list names "${name}", which is no array of objects in the body (there are: ${names})`,
        ["list"],
      ),
    );
    return found;
  }
  found.push(...combination(rule.identity, ["identity"], fields));
  if (answer === undefined) return [...found, unreadable(rule)];
  found.push(...keepProblems(rule, body, answer), ...readProblems(rule, name, answer, deref));
  return found;
}

/** Plain strings have no fields, so that nothing can be named; and they must be read back as such. */
function plainListProblems(
  rule: JsonObject,
  answer: Properties | undefined,
  deref: Deref,
): Problem[] {
  const found: Problem[] = [];
  if (!Array.isArray(rule.identity) || rule.identity.length > 0) {
    found.push(
      problem("identity must be []: the list has plain strings, and each is its own identity", [
        "identity",
      ]),
    );
  }
  if (answer !== undefined && !isPlainList(propertyOf(answer, rule.list), deref)) {
    found.push(
      problem(`read: the answer of ${rule.read} has no array of strings "${rule.list}"`, ["read"]),
    );
  }
  return found;
}

function unreadable(rule: JsonObject): Problem {
  return problem(`read names "${rule.read}", which is no GET operation's operationId`, ["read"]);
}

function failureProblems({ failures }: JsonObject, operation: JsonObject, deref: Deref): Problem[] {
  if (failures === undefined) return [];
  const field = propertyOf(propertiesOf(successSchema(operation, deref), deref), failures);
  if (typeOf(field, deref) === "array") return [];
  return [problem(`failures names "${failures}", which is no array in the answer`, ["failures"])];
}

function keepProblems(rule: JsonObject, body: Properties, answer: Properties): Problem[] {
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

/** The fields of a list's entries; undefined unless it is an array of objects. */
function entryFields(list: unknown, deref: Deref): Properties | undefined {
  if (!isObject(list) || typeOf(list, deref) !== "array") return undefined;
  const fields = propertiesOf(list.items, deref);
  return Object.keys(fields).length > 0 ? fields : undefined;
}

function combination(names: unknown, path: (string | number)[], fields: Properties): Problem[] {
  if (!Array.isArray(names) || names.length === 0) {
    return [problem(`${path.join(".")} must be a list of field names`, path)];
  }
  return names.flatMap((name: unknown, index) =>
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

function readProblems(rule: JsonObject, list: string, answer: Properties, deref: Deref): Problem[] {
  const fields = entryFields(propertyOf(answer, list), deref);
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

function problem(message: string, path: (string | number)[]): Problem {
  return { message: `x-write-semantics: ${message}.`, path: ["x-write-semantics", ...path] };
}
