import { isObject, type JsonObject, scopesOf, strings } from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { stringLiteral } from "./literal.js";
import type { PathArgument } from "./operation-types.js";

const width = 100;

/** First line of every generated file. */
export function headerLine(api: Api): string {
  return `// Written by "${api.repository.command("generate")}" from ${api.bundle}. Do not edit.\n`;
}

/** An import of names; empty if there are none. Names of types begin with `"type "`. */
export function importLine(names: Iterable<string>, from: string): string {
  const sorted = [...new Set(names)].sort((a, b) => bare(a).localeCompare(bare(b), "en"));
  if (sorted.length === 0) return "";
  const allTypes = sorted.every((name) => name.startsWith("type "));
  const head = allTypes ? "import type" : "import";
  const shown = allTypes ? sorted.map(bare) : sorted;
  return `${listed(`${head} {`, shown, `} from ${stringLiteral(from)};`)}\n`;
}

function bare(name: string): string {
  return name.replace(/^type /, "");
}

/** Items between two ends: on one line if they fit, otherwise one per line. */
export function listed(head: string, items: readonly string[], tail: string, indent = ""): string {
  const spaced = head.endsWith("{") ? " " : "";
  const flat = `${head}${spaced}${items.join(", ")}${spaced}${tail}`;
  if (indent.length + flat.length <= width) return flat;
  return `${head}\n${items.map((item) => `${indent}  ${item},\n`).join("")}${indent}${tail}`;
}

/** An exported function that returns what one call returns. */
export interface FunctionText {
  doc: string;
  name: string;
  /** Such as `"id: string"`. */
  parameters: readonly string[];
  returns: string;
  /** The call, without its arguments: a function of the kit with its type arguments. */
  callee: string;
  args: readonly string[];
}

export function functionText({
  doc,
  name,
  parameters,
  returns,
  callee,
  args,
}: FunctionText): string {
  const head = listed(`export function ${name}(`, parameters, `): ${returns} {`);
  const call = listed(`return ${callee}(`, args, ");", "  ");
  return `${doc}${head}\n  ${call}\n}\n`;
}

/** Optional parameters, as text: a required one cannot follow an optional one. */
export function optionalLast(
  given: readonly { name: string; type?: string | undefined; required?: boolean | undefined }[],
): string[] {
  return given.map(({ name, type, required }, index) => {
    if (required) return `${name}: ${type}`;
    const followed = given.slice(index + 1).some((other) => other.required);
    return followed ? `${name}: ${type} | undefined` : `${name}?: ${type}`;
  });
}

/** `{ instance_id: id }`: the path parameters of a request, from arguments. */
export function pathObject(path: readonly PathArgument[]): string {
  const members = path.map(({ name, wire }) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(wire) ? wire : stringLiteral(wire);
    return key === name ? name : `${key}: ${name}`;
  });
  return `{ ${members.join(", ")} }`;
}

/** A `@param` tag for each path argument with a description. */
export function pathTags(path: readonly Pick<PathArgument, "name" | "text">[]): [string, string][] {
  return path
    .filter(({ text }) => text !== "")
    .map(({ name, text }): [string, string] => [`@param ${name} -`, text]);
}

/** The scopes that an access token needs for an operation; empty if the document names none. */
export function scopesText(document: JsonObject, operation: JsonObject): string {
  const ways = scopesOf(operation, document).map((scopes) =>
    scopes.map((scope) => `\`${scope}\``).join(" and "),
  );
  return ways.length === 0
    ? ""
    : `Scopes of the access token: ${[...new Set(ways)].join(", or ")}.`;
}

/**
 * The tags that end every docstring: the page of an operation, on the site of the vendor's documentation
 * where it has one there, and whether it will go.
 */
export function lastTags(document: JsonObject, operation: JsonObject): [string, string][] {
  const pages = strings(operation["x-source"]);
  const site = isObject(document.externalDocs) ? hostOf(document.externalDocs.url) : undefined;
  const page = pages.find((one) => hostOf(one) === site) ?? pages[0];
  const deprecated: [string, string][] =
    operation.deprecated === true ? [["@deprecated", "The documents advise against it."]] : [];
  return [
    ...(page === undefined ? [] : [["@see", page] satisfies [string, string]]),
    ...deprecated,
  ];
}

function hostOf(address: unknown): string | undefined {
  return typeof address === "string" && URL.canParse(address) ? new URL(address).host : undefined;
}
