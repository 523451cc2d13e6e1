import type { AnyCall } from "../client/guarded-call.js";
import type { Result } from "../client/read-result.js";
import { unwrap } from "../client/unwrap.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { WriteNotAppliedError } from "../errors/write-not-applied-error.js";
import type { ListClient } from "../list/create-list.js";
import type { EditOptions } from "./edit-options.js";
import { withoutReadOnly } from "./normalise.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/** A list as it was read. */
export interface Snapshot {
  readonly entries: readonly AnyEntry[];
  /** What is to be sent along as it was read. */
  readonly kept: object;
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
   * Writes the whole list. One request.
   *
   * @throws WriteNotAppliedError, after one more read, when the service says that part of it failed.
   */
  write(entries: readonly AnyEntry[], base: Snapshot): Promise<void>;
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
  const access: ListAccess = {
    requestIds,
    async read() {
      const { data, response } = await request(calls.GET(rule.read, common));
      const entries = entriesOf(rule, data, response);
      const etag = response.headers.get("etag") ?? undefined;
      return { entries, kept: keptOf(rule, data), etag, at: performance.now() };
    },
    async write(entries, base) {
      const list = entries.map((entry) => withoutReadOnly(rule, entry));
      const body = { ...base.kept, ...also, [rule.list]: list };
      const headers = base.etag === undefined ? {} : { "If-Match": base.etag };
      const { data } = await request(calls.PUT(rule.path, { ...common, body, headers }));
      const failures = failuresIn(rule, data);
      if (failures) {
        throw new WriteNotAppliedError(
          `${rule.list} of ${id}: the service did only part of the write; see "failures" for what it could not do and "observed" for what it has`,
          { desired: entries, observed: (await access.read()).entries, failures },
        );
      }
    },
  };
  return access;
}

function failuresIn({ failures }: WriteRule, data: unknown): readonly unknown[] | undefined {
  const said = failures && (Object(data) as Record<string, unknown>)[failures];
  return Array.isArray(said) && said.length > 0 ? said : undefined;
}

function keptOf({ keep = [] }: WriteRule, data: unknown): object {
  const found = Object(data) as Record<string, unknown>;
  return Object.fromEntries(keep.map((name) => [name, found[name]]));
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
    if (rule.entry && typeof entry !== "string") {
      const what = `${where} with an entry ${index} that is no text`;
      throw new ResponseParseError(what, response.status);
    }
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
