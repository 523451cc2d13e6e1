import {
  isMapping,
  parametersOf,
  propertiesOf,
  requestSchema,
  successSchema,
  typeOf,
} from "./schema-facts.js";

/** @import { Deref, Mapping, Problem } from "./schema-facts.js" */

/** What each style's rule names, and the types the named things need. */
const styles = {
  cursor: {
    request: { limit: "number", cursor: "string" },
    response: { items: "array", cursor: "string", more: "boolean" },
  },
  offset: {
    request: { limit: "number", offset: "number" },
    response: { items: "array", total: "integer" },
  },
};

/** A list of style "single" is answered whole: there is nothing to ask for. */
const single = { items: "array" };

/**
 * What is wrong with an operation's `x-pagination`: names that its parameters, body or answer do not
 * have, or that have another type than paging needs. Nothing when it has no such rule.
 *
 * @param {Mapping} operation
 * @param {unknown} pathItem
 * @param {Deref} deref
 * @returns {Problem[]}
 */
export function paginationProblems(operation, pathItem, deref) {
  const rule = operation["x-pagination"];
  if (rule === undefined) return [];
  if (!isMapping(rule)) return [problem("must be a mapping", [])];
  const inBody = rule.in === "body";
  const response = propertiesOf(successSchema(operation, deref), deref);
  if (rule.style === "single") {
    return [
      ...strangers(rule, ["style", "response", "unless"], []),
      ...part("response", single, response, "property of the answer"),
      ...(rule.unless === undefined || isNames(rule.unless)
        ? []
        : [problem("unless must list names of fields", ["unless"])]),
    ];
  }
  const style = rule.style === "cursor" || rule.style === "offset" ? styles[rule.style] : undefined;
  if (style === undefined) {
    return [problem('style must be "cursor", "offset" or "single"', ["style"])];
  }
  if (rule.in !== "query" && rule.in !== "body") {
    return [problem('in must be "query" or "body"', ["in"])];
  }
  const request = inBody
    ? propertiesOf(requestSchema(operation, deref), deref)
    : queryParameters(operation, pathItem, deref);
  const known = ["style", "in", "request", "response"];
  return [
    ...strangers(rule, known, []),
    ...part("request", style.request, request, inBody ? "body property" : "query parameter"),
    ...part("response", style.response, response, "property of the answer"),
  ];

  /**
   * @param {"request" | "response"} name
   * @param {Record<string, string>} wanted
   * @param {Record<string, Mapping>} there
   * @param {string} kind
   * @returns {Problem[]}
   */
  function part(name, wanted, there, kind) {
    const named = isMapping(rule) ? rule[name] : undefined;
    if (!isMapping(named)) return [problem(`${name} must be a mapping`, [name])];
    const found = strangers(named, Object.keys(wanted), [name]);
    for (const [role, type] of Object.entries(wanted)) {
      const target = named[role];
      const schema = typeof target === "string" ? there[target] : undefined;
      if (typeof target !== "string") {
        found.push(problem(`${name}.${role} is missing`, [name]));
      } else if (schema === undefined) {
        const names = Object.keys(there).join(", ") || "none";
        found.push(
          problem(`${name}.${role} names "${target}", which is no ${kind} (there are: ${names})`, [
            name,
            role,
          ]),
        );
      } else if (!fits(typeOf(schema, deref), type, inBody && name === "request")) {
        const is = String(typeOf(schema, deref) ?? "untyped");
        const needs = type === "number" ? "an integer" : `of type ${type}`;
        found.push(
          problem(`${name}.${role}: ${kind} "${target}" is ${is}, but must be ${needs}`, [
            name,
            role,
          ]),
        );
      }
    }
    return found;
  }
}

/** @param {unknown} value */
function isNames(value) {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}

/**
 * Numbers in a body may be sent as strings of digits: one vendor's tag search wants them so.
 * @param {unknown} type
 * @param {string} wanted
 * @param {boolean} digitsAllowed
 */
function fits(type, wanted, digitsAllowed) {
  if (wanted === "number") return type === "integer" || (digitsAllowed && type === "string");
  return type === wanted;
}

/**
 * @param {Mapping} operation
 * @param {unknown} pathItem
 * @param {Deref} deref
 * @returns {Record<string, Mapping>}
 */
function queryParameters(operation, pathItem, deref) {
  /** @type {Record<string, Mapping>} */
  const found = {};
  for (const parameter of parametersOf(operation, pathItem, deref)) {
    const schema = deref(parameter.schema);
    if (parameter.in === "query") found[String(parameter.name)] = isMapping(schema) ? schema : {};
  }
  return found;
}

/**
 * @param {Mapping} mapping
 * @param {string[]} known
 * @param {string[]} path
 * @returns {Problem[]}
 */
function strangers(mapping, known, path) {
  return Object.keys(mapping)
    .filter((key) => !known.includes(key))
    .map((key) =>
      problem(`${[...path, key].join(".")} is not known (known: ${known.join(", ")})`, [
        ...path,
        key,
      ]),
    );
}

/**
 * @param {string} message
 * @param {string[]} path
 * @returns {Problem}
 */
function problem(message, path) {
  return { message: `x-pagination: ${message}.`, path: ["x-pagination", ...path] };
}
