import type { CallInit } from "../client/call.js";
import { contextOf } from "../client/cloud-client.js";
import type { Result } from "../client/read-result.js";
import { unwrap } from "../client/unwrap.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import type { AnyClient } from "../list/create-list.js";
import { show } from "../list/pages.js";
import type { EditOptions } from "./edit-options.js";
import { withoutReadOnly } from "./normalise.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/** A list as it was read. */
export interface Snapshot {
  readonly entries: readonly AnyEntry[];
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
  /** Writes the whole list. One request. */
  write(entries: readonly AnyEntry[], base: Snapshot): Promise<void>;
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
  return {
    requestIds,
    async read() {
      const { data, response } = await request("GET", rule.read);
      const etag = response.headers.get("etag");
      return { entries: entriesOf(rule, data), etag, at: performance.now() };
    },
    async write(entries, { etag }) {
      const list = entries.map((entry) => withoutReadOnly(rule, entry));
      const headers = etag ? { "if-match": etag } : {};
      await request("PUT", rule.path, { body: { ...also, [rule.list]: list }, headers });
    },
  };
}

function entriesOf(rule: WriteRule, data: unknown): AnyEntry[] {
  const list = (data as Record<string, unknown> | undefined)?.[rule.list];
  const whole = (entry?: AnyEntry): boolean =>
    rule.identity.every((name) => (entry?.[name] ?? rule.fields[name]?.default) !== undefined);
  const odd = Array.isArray(list) ? list.find((entry) => !whole(entry)) : list;
  if (!Array.isArray(list) || odd !== undefined) {
    throw new ResponseParseError(
      `GET ${rule.read} answered "${rule.list}" with ${show(odd)}; nothing is written over what is not understood`,
      { status: 200, sample: "" },
    );
  }
  return list;
}
