import { getAt, isObject, type JsonObject } from "./json.js";
import { parametersOf, requestSchema, successSchema } from "./operations.js";
import type { Problem } from "./problem.js";
import type { Deref } from "./references.js";
import { propertiesOf, propertyOf, typeOf } from "./schemas.js";

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
 */
export function paginationProblems(
  operation: JsonObject,
  pathItem: unknown,
  deref: Deref,
): Problem[] {
  const rule = operation["x-pagination"];
  if (rule === undefined) return [];
  if (!isObject(rule)) return [problem("must be a mapping", [])];
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
    ...fixedProblems(rule, request),
    ...part("response", style.response, response, "property of the answer"),
  ];

  function part(
    name: "request" | "response",
    wanted: Record<string, string>,
    there: Record<string, JsonObject>,
    kind: string,
  ): Problem[] {
    const named = isObject(rule) ? rule[name] : undefined;
    if (!isObject(named)) return [problem(`${name} must be a mapping`, [name])];
    const roles = [...Object.keys(wanted), ...(name === "request" ? ["fixed"] : [])];
    const found = strangers(named, roles, [name]);
    for (const [role, type] of Object.entries(wanted)) {
      const target = named[role];
      const schema = propertyOf(there, target);
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

/** What a list always sends must be something that its request has. */
function fixedProblems(rule: JsonObject, request: Record<string, JsonObject>): Problem[] {
  const fixed = getAt(rule, ["request", "fixed"]);
  if (fixed === undefined) return [];
  const path = ["request", "fixed"];
  if (!isObject(fixed)) return [problem("request.fixed must be a mapping", path)];
  const names = Object.keys(request).join(", ") || "none";
  return Object.keys(fixed)
    .filter((name) => propertyOf(request, name) === undefined)
    .map((name) =>
      problem(`request.fixed names "${name}", which the request lacks (there are: ${names})`, [
        ...path,
        name,
      ]),
    );
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}

/** Numbers in a body may be sent as strings of digits: one vendor's tag search wants them so. */
function fits(type: unknown, wanted: string, digitsAllowed: boolean): boolean {
  if (wanted === "number") return type === "integer" || (digitsAllowed && type === "string");
  return type === wanted;
}

function queryParameters(
  operation: JsonObject,
  pathItem: unknown,
  deref: Deref,
): Record<string, JsonObject> {
  const found: Record<string, JsonObject> = {};
  for (const parameter of parametersOf(operation, pathItem, deref)) {
    const schema = deref(parameter.schema);
    if (parameter.in === "query") found[String(parameter.name)] = isObject(schema) ? schema : {};
  }
  return found;
}

function strangers(mapping: JsonObject, known: readonly string[], path: string[]): Problem[] {
  return Object.keys(mapping)
    .filter((key) => !known.includes(key))
    .map((key) =>
      problem(`${[...path, key].join(".")} is not known (known: ${known.join(", ")})`, [
        ...path,
        key,
      ]),
    );
}

function problem(message: string, path: (string | number)[]): Problem {
  return { message: `x-pagination: ${message}.`, path: ["x-pagination", ...path] };
}
