import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { createEmulator, type Emulator, type StandInState } from "@cloud-clients/emulator";
import {
  type Deref,
  derefIn,
  type FoundOperation,
  getAt,
  isObject,
  type JsonObject,
  operationsOf,
  type Pagination,
  parametersOf,
  type ReplacedList,
  readPagination,
  requestBodyOf,
  speaksJson,
  type WriteSemantics,
  writeSemantics,
} from "@cloud-clients/openapi-model";
import {
  type ApiRules,
  addEntries,
  callOperation,
  createClient,
  createList,
  removeEntries,
  replaceEntries,
  type WriteRule,
} from "@cloud-clients/runtime/kit";
import { exampleOf } from "@cloud-clients/spec-tools/example";
import { parse } from "yaml";

type Client = ReturnType<typeof createClient<Record<string, never>>>;

interface Stage {
  emulator: Emulator<StandInState>;
  client: Client;
}

/** Something that an API's rules promise, and how to see whether it is so. */
export interface Promised {
  name: string;
  keep(): Promise<void>;
}

const items = 23;

/**
 * What the rules of an API promise, to be tried out against a stand-in that knows nothing but the bundle: lists
 * give every item once, replaced lists keep what others wrote and recover from a lost response, and every other
 * operation takes what its schemas describe.
 *
 * @param root of the checkout that holds specs/<api> and packages/<api>.
 */
export async function contractOf(root: string, api: string): Promise<Promised[]> {
  const document: unknown = parse(readFileSync(join(root, `specs/${api}/openapi.yaml`), "utf8"));
  if (!isObject(document)) throw new Error(`specs/${api}/openapi.yaml is no mapping`);
  const generated = join(root, `packages/${api}/src/generated`);
  const rules = await load(join(generated, "operations.ts"));
  const functions = await load(join(generated, "index.ts"));
  return new Contract(api, document, rules, functions).all();
}

async function load(file: string): Promise<JsonObject> {
  return existsSync(file) ? { ...(await import(pathToFileURL(file).href)) } : {};
}

class Contract {
  readonly #api: string;
  readonly #document: JsonObject;
  readonly #rules: JsonObject;
  readonly #functions: JsonObject;
  readonly #deref: Deref;
  readonly #operations: FoundOperation[];
  #opened: Stage | undefined;

  constructor(api: string, document: JsonObject, rules: JsonObject, functions: JsonObject) {
    this.#api = api;
    this.#document = document;
    this.#rules = rules;
    this.#functions = functions;
    this.#deref = derefIn(document);
    this.#operations = operationsOf(document.paths);
  }

  all(): Promised[] {
    return this.#operations.flatMap((found) => {
      const paging = readPagination(found, this.#deref).rule;
      if (paging !== undefined) return this.#list(found, paging);
      const writing = writeSemantics(found, this.#operations, this.#deref).rule;
      return writing === undefined
        ? this.#call(found)
        : writing.lists.flatMap((list) => this.#replaced(found, writing, list));
    });
  }

  /** One for the whole API: reading a document takes longer than most cases. */
  #stage() {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  /** A stand-in and a client of it, with a value for each way to prove who calls. */
  #open(): Stage {
    const emulator = createEmulator({ spec: this.#document, items });
    const schemes = getAt(this.#document, ["components", "securitySchemes"]);
    const credentials = Object.fromEntries(
      Object.values(isObject(schemes) ? schemes : {}).flatMap((scheme) => {
        const { type, in: place, name, scheme: kind = "bearer" } = Object(this.#deref(scheme));
        if (type === "apiKey" && place === "header") return [[String(name).toLowerCase(), "any"]];
        return type === "apiKey" ? [] : [["authorization", `${kind} any`]];
      }),
    );
    const client = createClient<Record<string, never>>(this.#rules.api as ApiRules, {
      baseUrl: "https://stand-in.test",
      fetch: emulator.fetch,
      userAgent: `contract-of-${this.#api}`,
      retry: { retries: 0 },
      authorize: () => credentials,
      pathDefaults: this.#clientParameters(),
    });
    return { emulator, client };
  }

  #clientParameters(): Record<string, string> {
    const all = this.#operations.flatMap((found) => this.#parameters(found, "path"));
    const own = all.filter((one) => one["x-client-parameter"] === true);
    return Object.fromEntries(own.map((one) => [String(one.name), String(this.#value(one))]));
  }

  #parameters({ operation, pathItem }: FoundOperation, place: string): JsonObject[] {
    return parametersOf(operation, pathItem, this.#deref).filter((one) => one.in === place);
  }

  #value(parameter: JsonObject): unknown {
    const named = isObject(parameter.examples) ? Object.values(parameter.examples) : [];
    return (
      parameter.example ??
      getAt(this.#deref(named[0]), ["value"]) ??
      exampleOf(parameter.schema ?? {}, this.#deref, "request")
    );
  }

  /** The parameters that a request cannot do without, of one place. */
  #required(found: FoundOperation, place: string): Record<string, string> {
    const needed = this.#parameters(found, place).filter((one) => one.required === true);
    return Object.fromEntries(needed.map((one) => [String(one.name), String(this.#value(one))]));
  }

  /** What fills a path; numbers stay numbers, as the stand-in has them. */
  #path(found: FoundOperation): Record<string, string | number> {
    const values = this.#parameters(found, "path").map((one) => [one.name, this.#value(one)]);
    return Object.fromEntries(
      values.map(([name, value]) => [name, typeof value === "number" ? value : String(value)]),
    );
  }

  #body({ operation }: FoundOperation): unknown {
    const body = requestBodyOf(operation, this.#deref);
    if (body?.schema === undefined) return undefined;
    const content = getAt(this.#deref(operation.requestBody), ["content", "application/json"]);
    const said = getAt(content, ["example"]);
    return said ?? exampleOf(body.schema, this.#deref, "request");
  }

  #list(found: FoundOperation, paging: Pagination): Promised[] {
    const id = String(found.operation.operationId);
    const rule = this.#rules[id] as Parameters<typeof createList>[1];
    const { limit, style } = paging;
    const walk = (size?: number, from?: string) => {
      const { emulator, client } = this.#stage();
      const request = {
        path: this.#required(found, "path"),
        query: this.#required(found, "query"),
        header: this.#required(found, "header"),
        body: paging.method === "post" ? this.#filters(found, paging) : undefined,
      };
      if (size !== undefined && limit !== undefined) {
        if (limit.in === "body") Object.assign(Object(request.body), { [limit.keys.join()]: size });
        else Object.assign(request[limit.in], { [limit.name]: size });
      }
      const list = createList<unknown>(client, rule, request, from === undefined ? {} : { from });
      return { list, expected: this.#asRead(emulator.state.list(id)) as unknown[] };
    };
    const canSize = limit !== undefined && (limit.in !== "body" || limit.keys.length === 1);
    const sizes = style === "single" || !canSize ? [undefined] : [undefined, 5];
    return [
      {
        name: `${id} has a function`,
        keep: async () => assert.equal(typeof this.#functions[id], "function"),
      },
      ...sizes.map((size) => ({
        name: `${id} gives every item once${size === undefined ? "" : `, ${size} a page`}`,
        keep: async () => {
          const { list, expected } = walk(size);
          assert.deepEqual((await list.collect()).items, expected);
          if (size === undefined) return;
          let pages = 0;
          for await (const page of list.pages()) pages += page.items.length > 0 ? 1 : 0;
          assert.equal(pages, Math.ceil(expected.length / size));
        },
      })),
      {
        name: `${id} goes on from a checkpoint`,
        keep: async () => {
          const { list, expected } = walk(sizes.at(-1));
          const first = await list.pages().next();
          if (first.done) throw new Error("no page");
          const rest = await walk(sizes.at(-1), first.value.checkpoint).list.collect();
          assert.deepEqual([...first.value.items, ...rest.items], expected);
        },
      },
    ];
  }

  /** The body of a list without what belongs to the walk. */
  #filters(found: FoundOperation, paging: Pagination): JsonObject {
    const body = this.#body(found);
    const places = [
      ...("position" in paging ? [paging.position] : []),
      ...(paging.limit ? [paging.limit] : []),
      ...paging.fixed.map(({ place }) => place),
    ];
    const ours = places.flatMap((place) => (place.in === "body" ? (place.keys[0] ?? []) : []));
    const all = Object.entries(isObject(body) ? body : {});
    return Object.fromEntries(all.filter(([name]) => !ours.includes(name)));
  }

  /** A value as clients get it: numbers that JavaScript would round are texts. */
  #asRead(value: unknown): unknown {
    const { int64 = [] } = this.#rules.api as ApiRules;
    const read = (one: unknown): unknown => {
      if (Array.isArray(one)) return one.map(read);
      if (!isObject(one)) return one;
      return Object.fromEntries(
        Object.entries(one).map(([name, inner]) => [
          name,
          int64.includes(name) && typeof inner === "number" ? String(inner) : read(inner),
        ]),
      );
    };
    return read(value);
  }

  #replaced(found: FoundOperation, writing: WriteSemantics, list: ReplacedList): Promised[] {
    const id = String(found.operation.operationId);
    const readId = String(writing.read.operation.operationId);
    const stage = () => {
      const { emulator, client } = this.#stage();
      const path = { ...this.#path(writing.read), ...this.#clientParameters() };
      const rule = this.#rules[id] as WriteRule;
      const own = Object.entries(path).filter(([name]) => !(name in this.#clientParameters()));
      const place = "lists" in rule ? { list: placeOf(list.to) } : {};
      const target = () => ({
        client,
        rule,
        id: typeof rule.id === "string" ? (path[rule.id] ?? "") : Object.fromEntries(own),
        options: { verify: { timeoutMs: 200 }, allowEmpty: true },
        ...place,
      });
      const stored = (): unknown[] => {
        const shown = getAt(emulator.state.show(readId, path), list.from);
        return Array.isArray(shown) ? shown : [];
      };
      return { emulator, target, stored };
    };
    const words = `${id} ${list.noun}`;
    const promised: Promised[] = [
      {
        name: `${words}: what is replaced is what is read`,
        keep: async () => {
          const { target, stored } = stage();
          const before = stored();
          const emptied = await replaceEntries(target(), []);
          assert.deepEqual(emptied.observed, []);
          assert.deepEqual(stored(), []);
          const back = await replaceEntries(target(), before as JsonObject[]);
          assert.equal(back.observed.length, before.length);
        },
      },
    ];
    if (list.identity === "position") return promised;
    return [
      ...promised,
      {
        name: `${words}: writers that take turns lose nothing of each other`,
        keep: async () => {
          const { target, stored } = stage();
          const [one, other] = this.#twoEntries(list, stored());
          await replaceEntries(target(), []);
          await Promise.all([addEntries(target(), [one]), addEntries(target(), [other])]);
          assert.equal(stored().length, 2);
          await Promise.all([removeEntries(target(), [one]), addEntries(target(), [other])]);
          assert.equal(stored().length, 1);
        },
      },
      {
        name: `${words}: a lost response is found out by reading`,
        keep: async () => {
          const { emulator, target, stored } = stage();
          const [one] = this.#twoEntries(list, stored());
          await replaceEntries(target(), []);
          emulator.faults.add({
            match: { method: "PUT" },
            times: 1,
            fault: { kind: "reset", when: "after" },
          });
          const { recovered } = await addEntries(target(), [one]);
          assert.equal(recovered, true);
          assert.equal(stored().length, 1);
        },
      },
    ];
  }

  /** Two entries of a list that its identity tells apart: stored ones, and others like them. */
  #twoEntries(list: ReplacedList, stored: readonly unknown[]): [JsonObject, JsonObject] {
    const plain = exampleOf(list.item, this.#deref, "request");
    const first = this.#asSent(list, stored[0] ?? plain);
    const fields =
      list.plain || list.identity === "value" || list.identity === "position"
        ? [[]]
        : list.identity;
    for (const second of [...stored.slice(1), ...variants(first, fields)]) {
      const sent = this.#asSent(list, second);
      if (!isDeepStrictEqual(sent, first)) return [first, sent] as [JsonObject, JsonObject];
    }
    throw new Error(`no two entries of ${list.noun} can be told apart; give its schema examples`);
  }

  /** An entry without what only responses have. */
  #asSent({ plain, item }: ReplacedList, entry: unknown): JsonObject {
    if (plain || !isObject(entry)) return entry as JsonObject;
    const sent = exampleOf(item, this.#deref, "request");
    const names = Object.keys(isObject(sent) ? sent : {});
    return Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));
  }

  #call(found: FoundOperation): Promised[] {
    const id = String(found.operation.operationId);
    const { method, path } = found;
    const call: Promised = {
      name: `${id} takes what its schemas describe`,
      keep: async () => {
        const { client } = this.#stage();
        const rule = { operation: id, method: method.toUpperCase(), path };
        const body = this.#body(found);
        await callOperation(client, rule, {
          path: this.#required(found, "path"),
          query: this.#required(found, "query"),
          ...(body === undefined ? {} : { body }),
          options: { headers: this.#required(found, "header") },
        });
      },
    };
    const named: Promised = {
      name: `${id} has a function`,
      keep: async () => assert.equal(typeof this.#functions[id], "function"),
    };
    // Bodies and responses of other kinds are called on the client, with what they take.
    return speaksJson(found.operation, this.#deref) ? [named, call] : [];
  }
}

function placeOf(keys: readonly string[]): string {
  return keys.length === 1 ? (keys[0] ?? "") : `/${keys.join("/")}`;
}

/** Values that differ from one in a text or a number somewhere below these keys. */
function* variants(value: unknown, fields: readonly (readonly string[])[]): Generator<unknown> {
  for (const keys of fields) yield* changedAt(value, keys);
}

function* changedAt(value: unknown, keys: readonly string[]): Generator<unknown> {
  const [key, ...further] = keys;
  if (key !== undefined) {
    for (const inner of changedAt(getAt(value, [key]), further)) {
      yield { ...Object(value), [key]: inner };
    }
  } else if (typeof value === "number") {
    yield value + 1;
    yield value - 1;
  } else if (typeof value === "string") {
    yield value.replace(/\d(?!.*\d)/, (digit) => String((Number(digit) + 1) % 10));
    yield `${value}-2`;
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) yield* changedAt(value, [name]);
  }
}
