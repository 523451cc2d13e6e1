import { createQuerySerializer, type Middleware, type QuerySerializer } from "openapi-fetch";
import { refuse } from "../base/options.js";
import { UsageError } from "../errors/usage-error.js";
import type { FetchSettings } from "./options.js";

const headerName = /^[!#$%&'*+.^_`|~\w-]+$/;
const notInHeaders = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * Checks headers: a line break would let a value add further headers. The error names the header but never
 * shows the value, which may be a credential.
 *
 * @throws UsageError for a list, a name that is not valid, and a value with a character that a header must not
 * contain.
 */
export function checkHeaders(headers: object): void {
  if (Array.isArray(headers)) refuse("headers", "an object", headers);
  for (const [name, value] of headers instanceof Headers ? headers : Object.entries(headers)) {
    if (!headerName.test(name)) refuse("the name of a header", "letters, digits and -", name);
    if (notInHeaders.test(String(value))) {
      throw new UsageError(`${name} contains a character that a header cannot carry`);
    }
  }
}

/**
 * The serializer of queries: the caller's, or openapi-fetch's, which here also encodes names and refuses
 * values that cannot be serialized.
 *
 * @param ofClient - the client's.
 * @param ofCall - the call's, which takes precedence; its options for lists and objects override the
 * client's.
 */
export function queryWriter(
  ofClient: FetchSettings["querySerializer"],
  ofCall?: FetchSettings["querySerializer"],
): QuerySerializer<unknown> {
  const chosen = ofCall ?? ofClient;
  if (typeof chosen === "function") return chosen;
  const base = typeof ofClient === "object" ? ofClient : {};
  const write = createQuerySerializer<Record<string, unknown>>({ ...base, ...chosen });
  return (query) => {
    checkPlain("query", query);
    let plain = true;
    for (const [name, value] of Object.entries(query)) {
      checkQueryValue(name, value);
      plain &&= /^\w+$/.test(name) && typeof value !== "object";
    }
    return write(plain ? query : encodeNames(query));
  };
}

function checkQueryValue(name: string, value: unknown): void {
  if (value === undefined || value === null || typeof value === "boolean") return;
  if (typeof value === "string" ? value.isWellFormed() : Number.isFinite(value)) return;
  if (typeof value !== "object") refuse(name, "a well-formed string, a number or a boolean", value);
  if (!Array.isArray(value)) checkPlain(name, value);
  for (const [key, inner] of Object.entries(value)) checkQueryValue(`${name}.${key}`, inner);
}

/** Refuses an object of a class, such as a Date or a Map: it would be read as one without fields, and left out. */
function checkPlain(name: string, value: object): void {
  if (Object.prototype.toString.call(value) === "[object Object]") return;
  refuse(name, "a plain object", value);
}

function encodeNames(query: object): Record<string, unknown> {
  const entries = Object.entries(query).map(([name, value]) => {
    if (!name.isWellFormed()) refuse("the name of a query parameter", "a well-formed string", name);
    const nested = typeof value === "object" && value !== null && !Array.isArray(value);
    return [encodeURIComponent(name), nested ? encodeNames(value) : value];
  });
  return Object.fromEntries(entries);
}

/**
 * Checks middlewares.
 *
 * @throws UsageError for a middleware that has none of the three functions.
 */
export function checkMiddlewares(middlewares: readonly Middleware[]): void {
  for (const one of middlewares) {
    const { onRequest, onResponse, onError } = (one ?? {}) as Partial<Record<string, unknown>>;
    const functions = [onRequest, onResponse, onError].filter((given) => given !== undefined);
    if (functions.length > 0 && functions.every((given) => typeof given === "function")) continue;
    refuse("a middleware", "an object with onRequest, onResponse or onError, all functions", one);
  }
}
