import type { AnyCall } from "../client/guarded-call.js";
import type { Result } from "../client/read-result.js";
import { unwrap } from "../client/unwrap.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import type { ListClient } from "../list/create-list.js";
import type { EditOptions } from "./edit-options.js";
import { withoutReadOnly } from "./normalise.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/** A list as it was read. */
export interface Snapshot {
  readonly entries: readonly AnyEntry[];
  /** Version of the list, should the service ever send one. */
  readonly etag: string | undefined;
  /** When the answer arrived, in milliseconds on a clock that never jumps. */
  readonly at: number;
}

/** Reads and writes the one list of a resource. */
export interface ListAccess {
  readonly requestIds: string[];
  /**
   * Reads the list. One request.
   *
   * @throws ResponseParseError when the answer has no list: that is never taken for an empty one.
   */
  read(): Promise<Snapshot>;
  /**
   * Writes the whole list. One request, repeated only when the service turned it away.
   *
   * @param mayRepeat - asked before the write is sent again.
   */
  write(
    entries: readonly AnyEntry[],
    base: Snapshot,
    mayRepeat: () => Promise<boolean>,
  ): Promise<void>;
}

/** Opens the list of one resource. */
export function openList(
  client: ListClient,
  rule: WriteRule,
  id: string,
  options: EditOptions,
  also: object = {},
): ListAccess {
  const calls = client as unknown as { GET: AnyCall; PUT: AnyCall };
  const { signal, retry, attemptTimeoutMs, timeoutMs } = options;
  const requestIds: string[] = [];
  const common = {
    params: { path: { [rule.id]: id } },
    signal,
    retry,
    attemptTimeoutMs,
    timeoutMs,
  };
  const request = async (call: Promise<Result>): Promise<Result> => {
    const result = await call;
    const requestId = result.response.headers.get("x-request-id");
    if (requestId) requestIds.push(requestId);
    return { ...result, data: await unwrap(Promise.resolve(result)) };
  };
  return {
    requestIds,
    async read() {
      const { data, response } = await request(calls.GET(rule.read, common));
      const entries = entriesOf(rule, data, response);
      const etag = response.headers.get("etag");
      // A weak one never matches (RFC 9110, 13.1.1): every write would be refused.
      const strong = etag === null || etag.startsWith("W/") ? undefined : etag;
      return { entries, etag: strong, at: performance.now() };
    },
    async write(entries, base, mayRepeat) {
      const body = { ...also, [rule.list]: entries.map((entry) => withoutReadOnly(rule, entry)) };
      const headers = base.etag === undefined ? {} : { "If-Match": base.etag };
      await request(calls.PUT(rule.path, { ...common, body, headers, mayRepeat }));
    },
  };
}

function entriesOf(rule: WriteRule, data: unknown, response: Response): AnyEntry[] {
  const list = (data as Record<string, unknown> | null | undefined)?.[rule.list];
  const where = `GET ${rule.read} answered "${rule.list}"`;
  if (!Array.isArray(list)) {
    throw new ResponseParseError(
      `${where} as ${list === null ? "null" : list === undefined ? "missing" : typeof list}; a list was promised, and nothing else is taken for one`,
      response.status,
    );
  }
  for (const [index, entry] of list.entries()) {
    const whole = typeof entry === "object" && entry !== null;
    const lacking = rule.identity.find(
      (name) => !whole || (entry[name] == null && rule.fields[name]?.default === undefined),
    );
    if (lacking) {
      throw new ResponseParseError(
        `${where} with an entry ${index} without ${lacking}`,
        response.status,
      );
    }
  }
  return list as AnyEntry[];
}
