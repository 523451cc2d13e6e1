import { show } from "../base/options.js";
import type { CallInit } from "../client/call.js";
import { contextOf } from "../client/cloud-client.js";
import { unwrap } from "../client/unwrap.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import type { Fields } from "../lists/pages.js";
import type { EditTarget } from "./edit-target.js";
import { identityOf, withoutReadOnly } from "./normalise.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/** A list as it was read. */
export interface Snapshot {
  readonly entries: readonly AnyEntry[];
  /** The whole answer. */
  readonly fields: Fields;
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
   */
  write(
    entries: readonly AnyEntry[],
    base: Snapshot,
    mayRepeat: () => Promise<boolean>,
  ): Promise<void>;
}

/** Opens the list of one resource. */
export function openList({ client, rule, id, options, also, judge }: EditTarget): ListAccess {
  const { call } = contextOf(client);
  const requestIds: string[] = [];
  const request = async (method: string, path: string, init?: CallInit) => {
    const answer = call(method, path, { ...options, ...init, params: { path: { [rule.id]: id } } });
    const { headers } = (await answer).response;
    const requestId = headers.get("x-request-id");
    if (requestId) requestIds.push(requestId);
    return { fields: Object(await unwrap(answer)) as Fields, etag: headers.get("etag") };
  };
  const read = async (): Promise<Snapshot> => {
    const answer = await request("GET", rule.read);
    return { ...answer, entries: entriesOf(rule, answer.fields), at: performance.now() };
  };
  return {
    requestIds,
    read,
    async write(entries, { fields, etag }, mayRepeat) {
      const list = entries.map((entry) => withoutReadOnly(rule, entry));
      const body = { ...also?.(fields), [rule.list]: list };
      // A weak one never matches (RFC 9110, 13.1.1): every write would be refused.
      const headers = etag?.startsWith('"') ? { "if-match": etag } : {};
      const answer = await request("PUT", rule.path, { body, headers, mayRepeat });
      await judge?.(answer.fields, entries, read);
    },
  };
}

function entriesOf(rule: WriteRule, fields: Fields): readonly AnyEntry[] {
  const { [rule.list]: list } = fields;
  const odd = Array.isArray(list)
    ? list.find((entry) => identityOf(rule, entry) === undefined)
    : list;
  if (Array.isArray(list) && odd === undefined) return list;
  const what = odd === list ? "no list" : "an entry that is none";
  const message = `GET ${rule.read} answered "${rule.list}" with ${what}: ${show(odd)}`;
  throw new ResponseParseError(message, { status: 200, sample: "" });
}
