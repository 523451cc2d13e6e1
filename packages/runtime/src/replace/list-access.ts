import type { CallInit } from "../client/call.js";
import { contextOf } from "../client/cloud-client.js";
import type { Result } from "../client/read-result.js";
import { unwrap } from "../client/unwrap.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { WriteNotAppliedError } from "../errors/write-not-applied-error.js";
import type { AnyClient } from "../list/create-list.js";
import { type Fields, show } from "../list/pages.js";
import type { EditOptions } from "./edit-options.js";
import { withoutReadOnly } from "./normalise.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/** A list as it was read. */
export interface Snapshot {
  readonly entries: readonly AnyEntry[];
  /** What is to be sent along as it was read. */
  readonly kept: object;
  /** Version of the list, should the service ever send one. */
  readonly etag: string | null;
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
   * @throws WriteNotAppliedError, after one more read, when the service says that part of it failed.
   */
  write(
    entries: readonly AnyEntry[],
    base: Snapshot,
    mayRepeat: () => Promise<boolean>,
  ): Promise<void>;
}

/** Opens the list of one resource. */
export function openList(
  client: AnyClient,
  rule: WriteRule,
  id: string,
  options: EditOptions,
  also?: object,
): ListAccess {
  const { call } = contextOf(client);
  const requestIds: string[] = [];
  const params = { path: { [rule.id]: id } };
  const request = async (method: string, path: string, init?: CallInit): Promise<Result> => {
    const result = await call(method, path, { ...options, ...init, params });
    const requestId = result.response.headers.get("x-request-id");
    if (requestId) requestIds.push(requestId);
    await unwrap(Promise.resolve(result));
    return result;
  };
  const read = async (): Promise<Snapshot> => {
    const { data, response } = await request("GET", rule.read);
    const fields = Object(data) as Fields;
    const kept = Object.fromEntries((rule.keep ?? []).map((name) => [name, fields[name]]));
    const etag = response.headers.get("etag");
    return { entries: entriesOf(rule, fields), kept, etag, at: performance.now() };
  };
  return {
    requestIds,
    read,
    async write(entries, { kept, etag }, mayRepeat) {
      const list = entries.map((entry) => withoutReadOnly(rule, entry));
      // A weak one never matches (RFC 9110, 13.1.1): every write would be refused.
      const headers = etag?.startsWith('"') ? { "if-match": etag } : {};
      const body = { ...kept, ...also, [rule.list]: list };
      const { data } = await request("PUT", rule.path, { body, headers, mayRepeat });
      const failures = (Object(data) as Fields)[rule.failures ?? ""];
      if (Array.isArray(failures) && failures.length) {
        throw new WriteNotAppliedError(
          `${rule.list} of ${id}: the service did only part of the write, see "failures" and "observed"`,
          { desired: entries, observed: (await read()).entries, failures },
        );
      }
    },
  };
}

function entriesOf(rule: WriteRule, fields: Fields): AnyEntry[] {
  const list = fields[rule.list];
  const whole = (entry: AnyEntry | null): boolean =>
    rule.entry
      ? typeof entry === "string"
      : rule.identity.every((name) => (entry?.[name] ?? rule.fields[name]?.default) !== undefined);
  if (!Array.isArray(list) || !list.every(whole)) {
    const odd = Array.isArray(list)
      ? `the entry ${show(list.find((entry) => !whole(entry)))}`
      : show(list);
    throw new ResponseParseError(
      `GET ${rule.read} answered "${rule.list}" with ${odd}; nothing is written over what is not understood`,
      { status: 200, sample: "" },
    );
  }
  return list;
}
