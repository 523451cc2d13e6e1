import { stableJson } from "../base/json.js";
import { refuse, show } from "../base/options.js";
import { newCallId } from "../client/call-options.js";
import { contextOf } from "../client/cloud-client.js";
import { type AbortableOptions, type CallInit, callOptionsOf } from "../client/options.js";
import { unwrap } from "../client/unwrap.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { WriteNotAppliedError } from "../errors/write-not-applied-error.js";
import type { AnyClient } from "../lists/create-list.js";
import type { Fields } from "../lists/places.js";
import { requestIdOf } from "../transport/error-body.js";
import { EntryList } from "./compare.js";
import type { AnyEditOptions } from "./options.js";
import type { PlanTarget } from "./plan.js";
import type { Entry, WriteRule } from "./rule.js";

/** A list of one resource: what API packages bind to their operations. */
export interface EditTarget {
  readonly client: AnyClient;
  readonly rule: WriteRule;
  /** Names the resource. */
  readonly id: string;
  readonly options?: AnyEditOptions | undefined;
}

/** What a PUT sets: the list, and the fields that it would reset if it left them out. */
export interface Content {
  readonly list: EntryList;
  /** By name, what `rule.keep` names. */
  readonly fields: Fields;
}

/** A list as it was read. */
export interface State extends Content {
  /** The call that read it, as its events say. */
  readonly callId: string;
  /** Version of the list that a write can ask for, should the service ever send one. */
  readonly etag: string | null;
  /** When the answer arrived, in milliseconds on a clock that never jumps. */
  readonly readAt: number;
}

/** Whether two states mean the same, kept fields included. */
export function sameContent(a: Content, b: Content): boolean {
  return a.list.equals(b.list) && sameFields(a, b);
}

/** Whether a read shows what was wanted, kept fields included. */
export function showsContent(observed: Content, desired: Content): boolean {
  return observed.list.shows(desired.list) && sameFields(observed, desired);
}

/** Whether two states agree in the kept fields. */
export function sameFields(a: Content, b: Content): boolean {
  return stableJson(a.fields) === stableJson(b.fields);
}

/** The one list of a resource, read and written over the client. */
export class ListResource implements PlanTarget {
  readonly operation: string;
  readonly id: string;
  /** Address of the list: it tells services, projects and resources apart. */
  readonly resource: string;
  /** For messages: `ports of ca338f12f3`. */
  readonly name: string;
  /** Values of `X-Request-Id`, one per answer that had it, in order. */
  readonly requestIds: string[] = [];
  readonly #target: EditTarget;
  readonly #limits: AbortableOptions;

  /** @throws UsageError when the id is no text, or the client is none. */
  constructor(target: EditTarget) {
    const { client, rule, id, options } = target;
    const { signal, retry } = options ?? {};
    const { baseUrl, pathDefaults } = contextOf(client);
    if (typeof id !== "string" || id === "") refuse(rule.id, "a text that names the resource", id);
    const path = rule.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(name === rule.id ? id : (pathDefaults[name] ?? name)),
    );
    this.operation = rule.operation;
    this.id = id;
    this.resource = `${baseUrl}${path}`;
    this.name = `${rule.list} of ${id}`;
    this.#target = target;
    const ownRetry = typeof retry === "object" ? { ...retry } : retry;
    this.#limits = { ...callOptionsOf(options ?? {}), signal, retry: ownRetry };
  }

  /**
   * Reads the list. One request.
   *
   * @throws ResponseParseError when the answer has no list: that is never taken for an empty one.
   */
  async read(): Promise<State> {
    const { rule } = this.#target;
    const callId = newCallId();
    const { answer, etag } = await this.#request("GET", rule.read, { callId });
    const kept = (rule.keep ?? []).map((name) => [name, answer[name] ?? undefined]);
    return {
      list: this.#listOf(answer),
      fields: Object.fromEntries(kept),
      callId,
      // A weak one never matches (RFC 9110, 13.1.1): every write would be refused.
      etag: etag?.startsWith('"') ? etag : null,
      readAt: performance.now(),
    };
  }

  /**
   * Writes the list and the kept fields. One request; sent again only when the service turned it away.
   *
   * @param mayRepeat - asked before the write is sent again.
   * @throws WriteNotAppliedError, after one more read, when the answer says that part of it failed.
   */
  async write(
    { list, fields }: Content,
    { etag }: State,
    mayRepeat: () => Promise<boolean>,
  ): Promise<void> {
    const { rule } = this.#target;
    const body = { ...fields, [rule.list]: list.entries };
    const headers = etag ? { "if-match": etag } : {};
    const { answer } = await this.#request("PUT", rule.path, { body, headers, mayRepeat });
    const failures = rule.failures && answer[rule.failures];
    if (Array.isArray(failures) && failures.length) {
      throw new WriteNotAppliedError(
        `${this.name}: the service did only part of the write, see "failures" and "observed"`,
        { desired: list.entries, observed: (await this.read()).list.entries, failures },
      );
    }
  }

  async #request(method: string, path: string, init?: CallInit) {
    const { client, rule, id } = this.#target;
    const { call, rules } = contextOf(client);
    const params = { path: { [rule.id]: id } };
    const result = call(method, path, { ...this.#limits, ...init, params });
    const { headers } = (await result).response;
    const requestId = requestIdOf(rules, headers);
    if (requestId) this.requestIds.push(requestId);
    return { answer: Object(await unwrap(result)) as Fields, etag: headers.get("etag") };
  }

  #listOf(answer: Fields): EntryList {
    const { rule } = this.#target;
    const { [rule.list]: entries } = answer;
    const fail = (what: string): Error =>
      new ResponseParseError(
        `${this.name}: GET ${rule.read} answered "${rule.list}" with ${what}; nothing was written on its strength`,
        { status: 200, sample: "" },
      );
    if (!Array.isArray(entries)) throw fail(`no list: ${show(entries)}`);
    const odd = entries.findIndex((entry) =>
      rule.entry ? typeof entry !== "string" : Object(entry) !== entry,
    );
    if (odd >= 0) throw fail(`an entry that is none: ${show(entries[odd])}`);
    const list = new EntryList(rule, entries as Entry[]);
    const unnamed = list.keys.indexOf(undefined);
    if (unnamed < 0) return list;
    throw fail(`an entry without ${rule.identity.join(" and ")}: ${show(entries[unnamed])}`);
  }
}
