import { refuse } from "../base/options.js";

type Values = Readonly<Record<string, unknown>>;

/** Nothing, `.`, `..`, or half of a surrogate pair. */
const misleading = /^\.{0,2}$|\p{Surrogate}/u;

/** Templates taken apart: text and parameter names in turn. There are as many as an API has paths. */
const takenApart = new Map<string, readonly string[]>();

/**
 * Fills the `{parameters}` of a path. An id that could change which resource is meant is refused
 * before any request: an empty or missing one, `.`, `..`, and anything but text or a number.
 *
 * @param defaults - for parameters that the values lack.
 * @throws UsageError naming the parameter.
 */
export function fillPath(template: string, values: Values, defaults: Values): string {
  const parts = takenApart.get(template) ?? template.split(/[{}]/);
  takenApart.set(template, parts);
  let path = "";
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as string;
    path += index % 2 ? encodeId(part, values[part] ?? defaults[part]) : part;
  }
  return path;
}

function encodeId(name: string, value: unknown): string {
  const text = Number.isFinite(value) ? String(value) : value;
  if (typeof text === "string" && !misleading.test(text)) return encodeURIComponent(text);
  return refuse(name, 'a text other than "", "." and ".."', value);
}
