import type { Operation } from "../spec/operation.js";
import type { IncomingRequest } from "./incoming-request.js";

/** A request that reached the emulator. */
export interface LoggedRequest {
  /** 1 for the first request, then 2, and so on. */
  readonly id: number;
  /** operationId; `undefined` when no operation has this method and path. */
  readonly operation: string | undefined;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  /** A name sent several times has its texts in an array. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Lower-case names. A credential shows that it was sent, never its value. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, or the text when it is not JSON; `undefined` when there was none. */
  readonly body: unknown;
  /** Milliseconds since 1970, from the emulator's clock. */
  readonly at: number;
}

const credentials = new Set([
  "authorization",
  "cookie",
  "proxy-authorization",
  "x-auth-token",
  "x-security-token",
]);

/** Describes a request for the log, without the values of credentials. */
export function describeRequest(
  id: number,
  operation: Operation | undefined,
  incoming: IncomingRequest,
  at: number,
): LoggedRequest {
  const { searchParams, pathname } = incoming.url;
  const query: Record<string, string | string[]> = {};
  for (const name of searchParams.keys()) {
    const [first = "", ...others] = searchParams.getAll(name);
    query[name] = others.length === 0 ? first : [first, ...others];
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of incoming.headers) {
    headers[name] = credentials.has(name) ? "(sent)" : value;
  }
  const { method } = incoming;
  const body = parseOrKeep(incoming.text);
  return { id, operation: operation?.id, method, path: pathname, query, headers, body, at };
}

function parseOrKeep(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
