import type { Operation } from "../spec/operations.js";
import { type IncomingRequest, parseJson } from "./incoming-request.js";

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
  /**
   * Parsed JSON, or the text when it is not JSON; `undefined` when there was none, or when it has
   * more bytes than the log keeps (`loggedBodyBytes`).
   */
  readonly body: unknown;
  /** Bytes of the body, as far as it was read. */
  readonly bodyBytes: number;
  /** Status of the response; `undefined` while there is none, and when the connection was broken. */
  readonly status: number | undefined;
  /** Milliseconds since 1970, from the emulator's clock. */
  readonly at: number;
}

/** How much the log keeps. */
export interface LogLimits {
  readonly loggedRequests: number;
  readonly loggedBodyBytes: number;
}

/** Names of headers (in lower case) and query parameters that carry credentials. */
export interface Secrets {
  readonly headers: ReadonlySet<string>;
  readonly query: ReadonlySet<string>;
}

/** An entry whose response is still to be noted. */
export interface OpenEntry extends LoggedRequest {
  status: number | undefined;
}

/** The newest entries stay; all of them together have at most this many characters. */
const keptCharacters = 16 * 1024 * 1024;

/** The requests that arrived last. */
export class RequestLog {
  /** Oldest first. */
  readonly entries: LoggedRequest[] = [];
  readonly #limits: LogLimits;
  /** Characters of each entry. */
  readonly #sizes: number[] = [];
  #size = 0;
  #arrived = 0;

  readonly #secrets: Secrets;

  /** @param secrets what is never shown, beside the headers that always carry credentials */
  constructor(limits: LogLimits, secrets: Secrets = { headers: new Set(), query: new Set() }) {
    this.#limits = limits;
    this.#secrets = secrets;
  }

  /** How many entries the log no longer has. */
  get dropped(): number {
    return this.#arrived - this.entries.length;
  }

  /** Notes that a request has arrived. */
  add(operation: Operation | undefined, incoming: IncomingRequest, at: number): OpenEntry {
    this.#arrived += 1;
    const { loggedRequests, loggedBodyBytes } = this.#limits;
    const text = incoming.bodyBytes > loggedBodyBytes ? "" : incoming.text;
    const headers = redactedHeaders(incoming.headers, this.#secrets.headers);
    const { method, url, bodyBytes } = incoming;
    const entry: OpenEntry = {
      id: this.#arrived,
      operation: operation?.id,
      method,
      path: url.pathname,
      query: queryOf(url.searchParams, this.#secrets.query),
      headers,
      body: parseOrKeep(text),
      bodyBytes,
      status: undefined,
      at,
    };
    const size = url.href.length + JSON.stringify(headers).length + text.length;
    this.entries.push(entry);
    this.#sizes.push(size);
    this.#size += size;
    while (
      this.entries.length > loggedRequests ||
      (this.#size > keptCharacters && this.entries.length > 1)
    ) {
      this.entries.shift();
      this.#size -= this.#sizes.shift() ?? 0;
    }
    return entry;
  }
}

const credentials = new Set([
  "authorization",
  "cookie",
  "proxy-authorization",
  "x-auth-token",
  "x-security-token",
]);

function redactedHeaders(headers: Headers, more: ReadonlySet<string>): Record<string, string> {
  const isSecret = (name: string): boolean => credentials.has(name) || more.has(name);
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, isSecret(name) ? "(sent)" : value]),
  );
}

function queryOf(
  parameters: URLSearchParams,
  secrets: ReadonlySet<string>,
): LoggedRequest["query"] {
  const names = new Set(parameters.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      if (secrets.has(name)) return [name, "(sent)"];
      const [first = "", ...others] = parameters.getAll(name);
      return [name, others.length === 0 ? first : [first, ...others]];
    }),
  );
}

function parseOrKeep(text: string): unknown {
  if (text === "") return undefined;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
