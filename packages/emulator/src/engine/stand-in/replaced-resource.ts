import { createHash } from "node:crypto";
import {
  type Deref,
  getAt,
  isObject,
  type JsonObject,
  propertiesOf,
  schemaAt,
} from "@cloud-clients/openapi-model";
import { ProblemError } from "../refusal.js";
import { identityOf, replacedEntries } from "../replaced-list.js";
import type { Call } from "../service.js";
import {
  type DeclaredResponse,
  declaredResponse,
  type ListWrite,
  type Operation,
  type WrittenList,
} from "../spec/operations.js";
import type { Specification } from "../spec/specification.js";
import { likelyIdentity, type ValueMaker } from "../spec/value-maker.js";
import type { StandInState } from "../stand-in-state.js";
import { SuccessResponse } from "../success-response.js";
import { canonical, withValueAt } from "../value-at.js";

/** A resource, by the GET that shows it and the PUTs that replace its lists. */
export interface ResourceParts {
  readonly read: Operation;
  readonly writes: readonly ListWrite[];
  readonly specification: Specification;
  readonly maker: ValueMaker;
}

type Path = Readonly<Record<string, unknown>>;

/** A resource of which PUTs replace lists whole: it is shown as it was written last. */
export class ReplacedResource {
  readonly #read: Operation;
  readonly #writes: readonly ListWrite[];
  readonly #fits: (declared: DeclaredResponse, body: unknown) => boolean;
  readonly #deref: Deref;
  readonly #maker: ValueMaker;
  readonly #shown: DeclaredResponse;

  constructor({ read, writes, specification, maker }: ResourceParts) {
    const { validator, deref } = specification;
    this.#read = read;
    this.#writes = writes;
    this.#fits = ({ schema }, body) => !validator.check("response", schema, body);
    this.#deref = deref;
    this.#maker = maker;
    const shown = declaredResponse(read, read.successStatus);
    if (shown?.schema === undefined) throw new Error(`${read.id} shows nothing`);
    this.#shown = shown;
  }

  /** The resource before anybody has written, with the id that a path gives it. */
  make(path: Path): JsonObject {
    const key = `${this.#read.id} ${canonical(this.#own(path))}`;
    let made = this.#maker.body(this.#shown, key);
    for (const list of this.#writes.flatMap(({ lists }) => lists)) {
      const entries = getAt(made, list.from);
      if (!Array.isArray(entries)) continue;
      made = this.#ifItFits(withValueAt(made, list.from, this.#apart(entries, list, key)), made);
    }
    return { ...Object(this.#withPath(made, path)) };
  }

  read({ state, path }: Call<StandInState>): SuccessResponse {
    const resource = state.show(this.#read.id, this.#own(path));
    return new SuccessResponse(resource, headersOf(this.#shown, resource));
  }

  /**
   * Puts what a request sends in place of what is there.
   *
   * @param example what the PUT responds with, as far as it shows nothing of the resource
   * @throws ProblemError for a version that is not the latest, for entries that stand twice or are too many
   */
  replace(call: Call<StandInState>, write: ListWrite, example: unknown): SuccessResponse {
    const { state, body } = call;
    const path = this.#own(call.path);
    const base = state.show(this.#read.id, path);
    this.#refuseStale(call, write, base);
    let changed: unknown = base;
    for (const list of write.lists) {
      const entries = replacedEntries(call, list);
      if (entries === undefined) continue;
      changed = withValueAt(changed, list.from, this.#show(entries, list, base));
    }
    for (const { from, to, default: usual } of write.others) {
      const value = getAt(body, to) ?? usual;
      if (value !== undefined) changed = withValueAt(changed, from, value);
    }
    const { version } = write;
    if (version) changed = withValueAt(changed, version.from, successor(getAt(base, version.from)));
    const resource: JsonObject = { ...Object(changed) };
    state.keep(this.#read.id, path, resource);
    const declared = declaredResponse(call.operation, call.operation.successStatus);
    if (declared?.schema === undefined)
      return new SuccessResponse(undefined, headersOf(declared, resource));
    return new SuccessResponse(
      this.#responseBody(declared, write, resource, example),
      headersOf(declared, resource),
    );
  }

  /** Made-up entries that differ by their ids, and by what the rule says tells them apart. */
  #apart(entries: readonly unknown[], list: WrittenList, key: string): unknown[] {
    const { readItem: schema, identity, plain } = list;
    const ids = likelyIdentity(schema, this.#deref);
    const byId =
      ids.length === 0
        ? [...entries]
        : this.#maker.tellApart(entries, { schema, key, identity: ids });
    if (identity === "position") return byId;
    const fields = plain || identity === "value" ? [] : identity;
    return this.#maker.tellApart(byId, { schema, key, identity: fields });
  }

  /** The path parameters that name the resource. */
  #own(path: Path): Path {
    return Object.fromEntries(this.#read.parameters.path.map(({ name }) => [name, path[name]]));
  }

  /** The resource with the values of its path in the fields that are called like them. */
  #withPath(made: unknown, path: Path): unknown {
    const from = this.#writes[0]?.lists[0]?.from ?? [];
    const { path: parameters } = this.#read.parameters;
    const last = parameters.at(-1)?.name;
    let named = made;
    for (const { name } of parameters) {
      for (const depth of from.keys()) {
        for (const field of name === last ? [name, "id"] : [name]) {
          const keys = [...from.slice(0, depth), field];
          if (getAt(named, keys) === undefined) continue;
          named = this.#ifItFits(withValueAt(named, keys, path[name]), named);
        }
      }
    }
    return named;
  }

  #ifItFits(changed: unknown, otherwise: unknown): unknown {
    return this.#fits(this.#shown, changed) ? changed : otherwise;
  }

  #refuseStale({ headers, body }: Call<StandInState>, write: ListWrite, base: JsonObject): void {
    const match = headers.get("if-match");
    const tags = match?.split(",").map((tag) => tag.trim()) ?? [];
    if (match && this.#shown.headers.has("etag") && match !== "*" && !tags.includes(etagOf(base))) {
      throw new ProblemError({ kind: "stale-version", sent: match, where: "header" });
    }
    const sent = write.version && getAt(body, write.version.to);
    if (write.version === undefined || sent === undefined) return;
    if (sent === getAt(base, write.version.from)) return;
    throw new ProblemError({ kind: "stale-version", sent: String(sent), where: "body" });
  }

  /** Entries as the GET shows them: with what only the service knows of each. */
  #show(entries: readonly unknown[], list: WrittenList, base: JsonObject): unknown[] {
    if (list.plain) return [...entries];
    const writable = propertiesOf(list.item, this.#deref);
    const own = Object.entries(propertiesOf(list.readItem, this.#deref)).flatMap(([name, field]) =>
      field.readOnly === true || !Object.hasOwn(writable, name) ? [name] : [],
    );
    if (own.length === 0) return [...entries];
    const present = getAt(base, list.from);
    const known = new Map(
      (Array.isArray(present) ? present : []).map((entry, index) => [
        identityOf(pick(entry, Object.keys(writable)), list) ?? String(index),
        pick(entry, own),
      ]),
    );
    const identity = likelyIdentity(list.readItem, this.#deref).filter(([name = ""]) =>
      own.includes(name),
    );
    const idOf = (entry: unknown): string => canonical(identity.map((keys) => getAt(entry, keys)));
    const taken = new Set([...known.values()].map(idOf));
    const fresh = this.#maker
      .makeSeveral(entries.length + taken.size, {
        schema: list.readItem,
        key: `${this.#read.id} ${list.noun}`,
        identity,
      })
      .filter((entry) => identity.length === 0 || !taken.has(idOf(entry)));
    return entries.map((entry, index) => {
      const key = identityOf(entry, list) ?? String(index);
      return { ...(known.get(key) ?? pick(fresh.shift(), own)), ...without(entry, own) };
    });
  }

  /** The body of the PUT's response: the resource, as far as the response shows it. */
  #responseBody(
    declared: DeclaredResponse,
    write: ListWrite,
    resource: JsonObject,
    example: unknown,
  ): unknown {
    const { schema } = declared;
    const shows = propertiesOf(schema, this.#deref);
    const isWhole = Object.keys(resource).every((name) => Object.hasOwn(shows, name));
    if (isWhole && this.#fits(declared, resource)) return resource;
    let body = example;
    const fields = [...write.lists, ...write.others, ...(write.version ? [write.version] : [])];
    for (const { from, to } of fields) {
      const keys = [from, to].find((one) => schemaAt(schema, one, this.#deref) !== undefined);
      const value = getAt(resource, from);
      if (keys && value !== undefined) body = withValueAt(body, keys, value);
    }
    if (write.failures) body = withValueAt(body, write.failures, []);
    return this.#fits(declared, body) ? body : example;
  }
}

/** Headers of a response that shows a resource, as far as it declares them. */
function headersOf(
  declared: DeclaredResponse | undefined,
  resource: JsonObject,
): Record<string, string> {
  return declared?.headers.has("etag") ? { etag: etagOf(resource) } : {};
}

function etagOf(resource: JsonObject): string {
  return `"${createHash("sha256").update(canonical(resource)).digest("hex").slice(0, 16)}"`;
}

/** The version after this one. */
function successor(version: unknown): unknown {
  if (typeof version === "number") return version + 1;
  const [, stem = "", digits] = /^(.*?)(\d+)$/.exec(String(version)) ?? [];
  return digits === undefined ? `${String(version)}-2` : `${stem}${BigInt(digits) + 1n}`;
}

function pick(entry: unknown, names: readonly string[]): JsonObject {
  const fields = Object.entries(isObject(entry) ? entry : {});
  return Object.fromEntries(fields.filter(([name]) => names.includes(name)));
}

function without(entry: unknown, names: readonly string[]): JsonObject {
  const fields = Object.entries(isObject(entry) ? entry : {});
  return Object.fromEntries(fields.filter(([name]) => !names.includes(name)));
}
