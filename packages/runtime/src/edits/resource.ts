import { stableJson } from "../base/json.js";
import { refuse, show } from "../base/options.js";
import { keysOf, nameOfPlace, valueAt, withValue } from "../base/places.js";
import { isExact } from "../client/address.js";
import { newCallId } from "../client/call-options.js";
import { contextOf } from "../client/cloud-client.js";
import { type AbortableOptions, type CallInit, callOptionsOf } from "../client/options.js";
import { unwrap } from "../client/unwrap.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { UsageError } from "../errors/usage-error.js";
import type { AnyClient } from "../lists/create-list.js";
import { requestIdOf } from "../transport/error-body.js";
import {
  EntryList,
  type Fields,
  hasFields,
  normaliseValue,
  writable,
  writableValue,
} from "./compare.js";
import { whatIdentifies } from "./entries.js";
import type { Held } from "./lock.js";
import type { AnyEditOptions } from "./options.js";
import type { PlanTarget } from "./plan.js";
import { type EntriesRule, type Entry, listsOf, type WriteRule } from "./rule.js";

/**
 * Names a resource: the value of its path parameter, or, if the rule has several, the value of each by its
 * name.
 */
export type ResourceId = string | number | Readonly<Record<string, string | number>>;

/** A list of a resource, which API packages bind to their operations. */
export interface EditTarget {
  readonly client: AnyClient;
  readonly rule: WriteRule;
  /** Which of the rule's lists, by the rule's name for it; optional if there is only one. */
  readonly list?: string;
  readonly id: ResourceId;
  readonly options?: AnyEditOptions | undefined;
}

/** The content of a PUT: its lists, and the fields that it would reset if it left them out. */
export interface Content {
  /** In the order of the rule. */
  readonly lists: readonly EntryList[];
  /** Values of the fields in `rule.keep`, by their place in the PUT's body. */
  readonly fields: Fields;
}

/** The content as it was read. */
export interface State extends Content {
  /** Id of the call that read it, as hooks report it. */
  readonly callId: string;
  /** ETag of the resource, if the service sends one. */
  readonly etag: string | null;
  /** Version in the body, if the rule has one. */
  readonly version: unknown;
  /** When the response arrived, in milliseconds on a monotonic clock. */
  readonly readAt: number;
}

/**
 * The index of a target's list among the lists of its rule.
 *
 * @throws UsageError when the rule has several lists and the target names none of them.
 */
export function indexOfList({ rule, list }: Pick<EditTarget, "rule" | "list">): number {
  const lists = listsOf(rule);
  const index = list === undefined ? 0 : lists.findIndex((one) => one.list === list);
  if (index >= 0 && (list !== undefined || lists.length === 1)) return index;
  const names = lists.map((one) => one.list).join(", ");
  throw new UsageError(`${rule.operation} writes ${names}: list must be one of them`);
}

/**
 * The values of the path parameters that name a resource.
 *
 * @throws UsageError when one is missing, is not a text or a number, or is none of the rule's.
 */
function readId(
  { id: names, numbers = [] }: WriteRule,
  given: unknown,
): Readonly<Record<string, string>> {
  if (typeof names === "string") {
    return { [names]: readParameter(names, given, numbers.includes(names)) };
  }
  if (!hasFields(given)) refuse("id", `an object with ${names.join(" and ")}`, given);
  const strange = Object.keys(given).find((name) => !names.includes(name));
  if (strange !== undefined) {
    throw new UsageError(`id has ${show(strange)}; it must have ${names.join(" and ")} alone`);
  }
  return Object.fromEntries(
    names.map((name) => {
      const value = valueAt(given, [name]);
      return [name, readParameter(`id.${name}`, value, numbers.includes(name))];
    }),
  );
}

function readParameter(name: string, value: unknown, isNumber: boolean): string {
  if (isNumber) {
    // A plan has its digits as text.
    if (isExact(value) || (typeof value === "string" && /^-?\d+$/.test(value)))
      return String(value);
    return refuse(
      name,
      "a number that names the resource, or its digits as text above 2^53 - 1",
      value,
    );
  }
  if (typeof value === "string" && value !== "" && value.isWellFormed()) return value;
  return refuse(name, "a non-empty string that names the resource", value);
}

/** What messages call a resource: its id; `zone/firewall` if several parameters name it. */
export function labelOfId({ id: names }: WriteRule, id: unknown): string | undefined {
  const values = typeof names === "string" ? [id] : names.map((name) => valueAt(id, [name]));
  const isPlain = values.every((one) => typeof one === "string" || typeof one === "number");
  return isPlain ? values.join("/") : undefined;
}

/** The lists of a resource that one PUT writes, read and written with a client. */
export class Resource {
  readonly rule: WriteRule;
  readonly lists: readonly EntriesRule[];
  /** For messages. */
  readonly id: string;
  /** Address of the write, which identifies service, project and resource. */
  readonly address: string;
  /** The `X-Request-Id` of every response that had one, in order. */
  readonly requestIds: string[] = [];
  readonly #target: Omit<EditTarget, "list">;
  readonly #limits: AbortableOptions;
  readonly #path: Readonly<Record<string, string>>;

  /** @throws UsageError when the id does not name a resource, or the client is invalid. */
  constructor(target: Omit<EditTarget, "list">) {
    const { client, rule, id, options } = target;
    const { signal, retry } = options ?? {};
    const { baseUrl, pathDefaults } = contextOf(client);
    this.#path = readId(rule, id);
    const path = rule.path.replace(/\{([^}]*)\}/g, (_, name: string) =>
      encodeURIComponent(String(valueAt(this.#path, [name]) ?? pathDefaults[name] ?? name)),
    );
    this.rule = rule;
    this.lists = listsOf(rule);
    this.id = Object.values(this.#path).join("/");
    this.address = `${baseUrl}${path}`;
    this.#target = target;
    const ownRetry = typeof retry === "object" ? { ...retry } : retry;
    this.#limits = { ...callOptionsOf(options ?? {}), signal, retry: ownRetry };
  }

  /** Names lists in messages: `ports of ca338f12f3`. */
  nameOf(indexes: readonly number[]): string {
    const names = indexes.map((index) => nameOfPlace(this.lists[index]?.list ?? ""));
    return `${names.join(" and ")} of ${this.id}`;
  }

  /** The resource to lock; all lists of one PUT share the lock. */
  heldFor(indexes: readonly number[]): Held {
    return { resource: this.address, name: this.nameOf(indexes) };
  }

  /** What a plan for a list belongs to. */
  planTarget(index: number): PlanTarget {
    const { operation, id: names } = this.rule;
    const { list = "" } = this.lists[index] ?? {};
    const target = { operation, resource: this.address, id: this.id, list };
    return typeof names === "string" ? target : { ...target, path: this.#path };
  }

  /**
   * Reads the lists. One request.
   *
   * @throws ResponseParseError when the response lacks a list, which is never treated as an empty one.
   */
  async read(): Promise<State> {
    const callId = newCallId();
    const { keep = [], read, version } = this.rule;
    const { data, etag } = await this.#request("GET", read, { callId });
    const at = (place: string): unknown => valueAt(data, keysOf(place));
    const kept = keep.map((field) => {
      const value = at(field.from ?? field.to);
      return [field.to, value === null && !field.nullable ? undefined : value];
    });
    return {
      lists: this.lists.map((list, index) => this.#listOf(list, index, at(list.from ?? list.list))),
      fields: Object.fromEntries(kept),
      callId,
      // A weak one never matches (RFC 9110, 13.1.1): every write would be refused.
      etag: etag?.startsWith('"') ? etag : null,
      version: version && (at(version.from ?? version.to) ?? undefined),
      readAt: performance.now(),
    };
  }

  /**
   * Writes the lists and the kept fields. One request; sent again only if the service refused it.
   *
   * @param latest - the last read, whose version is sent back.
   * @param mayRepeat - called before the write is sent again.
   * @returns the failures that the response reports.
   */
  async write(
    { lists, fields }: Content,
    latest: State,
    mayRepeat: () => Promise<boolean>,
  ): Promise<readonly unknown[]> {
    const { keep = [], path, version, failures } = this.rule;
    let body: Fields = {};
    for (const field of keep) {
      const value = writableValue(field, fields[field.to]);
      body = withValue(body, keysOf(field.to), value);
    }
    for (const { rule, entries } of lists) {
      const sent = entries.map((one) => (typeof one === "string" ? one : writable(rule, one)));
      body = withValue(body, keysOf(rule.list), sent);
    }
    if (version) body = withValue(body, keysOf(version.to), latest.version);
    const headers = latest.etag ? { "if-match": latest.etag } : {};
    const { data } = await this.#request("PUT", path, { body, headers, mayRepeat });
    const failed = failures === undefined ? undefined : valueAt(data, keysOf(failures));
    return Array.isArray(failed) ? failed : [];
  }

  async #request(method: string, path: string, init?: CallInit) {
    const { call, rules } = contextOf(this.#target.client);
    const params = { path: this.#path };
    const result = call(method, path, { ...this.#limits, ...init, params });
    const { headers } = (await result).response;
    const requestId = requestIdOf(rules, headers);
    if (requestId) this.requestIds.push(requestId);
    return { data: await unwrap(result), etag: headers.get("etag") };
  }

  #listOf(rule: EntriesRule, index: number, entries: unknown): EntryList {
    const place = nameOfPlace(rule.from ?? rule.list);
    const fail = (what: string): Error =>
      new ResponseParseError(
        `${this.nameOf([index])}: GET ${this.rule.read} returned "${place}" with ${what}; nothing was written based on it`,
        { status: 200, sample: "" },
      );
    if (!Array.isArray(entries)) throw fail(`no list: ${show(entries)}`);
    const isEntry = (one: unknown): one is Entry =>
      rule.entry ? typeof one === "string" : hasFields(one);
    const odd = entries.findIndex((one) => !isEntry(one));
    if (odd >= 0) throw fail(`something that is not an entry: ${show(entries[odd])}`);
    const list = new EntryList(rule, entries.filter(isEntry));
    const unnamed = list.keys.indexOf(undefined);
    if (unnamed < 0) return list;
    throw fail(`an entry without ${whatIdentifies(rule)}: ${show(entries[unnamed])}`);
  }
}

/** The list at an index of the resource's lists. */
export function listAt({ lists }: Content, index: number): EntryList {
  const list = lists[index];
  if (list) return list;
  throw new RangeError(`there is no list ${index}`);
}

/** Whether two states are equivalent, including kept fields. */
export function sameContent(rule: WriteRule, a: Content, b: Content): boolean {
  return a.lists.every((list, at) => list.equals(listAt(b, at))) && sameFields(rule, a, b);
}

/** Whether a read shows what an edit desired, including kept fields. */
export function showsContent(rule: WriteRule, observed: Content, desired: Content): boolean {
  return (
    desired.lists.every((list, at) => listAt(observed, at).shows(list)) &&
    sameFields(rule, observed, desired)
  );
}

/** Whether the kept fields of two states are equivalent. */
export function sameFields(rule: WriteRule, a: Content, b: Content): boolean {
  return differentFields(rule, a, b).length === 0;
}

/** The kept fields in which two states differ. */
export function differentFields({ keep = [] }: WriteRule, a: Content, b: Content) {
  const textOf = (field: (typeof keep)[number], { fields }: Content): string =>
    stableJson(normaliseValue(field, fields[field.to]));
  return keep.filter((field) => textOf(field, a) !== textOf(field, b));
}
