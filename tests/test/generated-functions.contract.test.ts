import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEmulator } from "@cloud-clients/emulator";
import { derefIn, getAt, pointerKeys } from "@cloud-clients/openapi-model";
import { exampleOf as plainestOf } from "@cloud-clients/spec-tools/example";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { apis, root } from "../src/repo.js";

/** What the clients of an API need beside an address, where that is not an API key. */
const credentials: Readonly<Record<string, object>> = {
  "huaweicloud-vpcep": { region: "cn-north-4", projectId: "0123456789abcdef", token: "any" },
};

type Json = Record<string, unknown>;
type AnyFunction = (...args: unknown[]) => unknown;

/** An operation of a bundle, as far as a call of it needs. */
interface Operation extends Json {
  operationId: string;
  method: string;
  path: string;
  parameters: Json[];
}

interface ListResult {
  collect(most: { maxItems: number }): Promise<{ items: unknown[] }>;
}

const specs = apis.map((api) => ({ api, file: join(root, "specs", api, "openapi.yaml") }));

describe.each(specs)("the generated functions of $api", async ({ api, file }) => {
  const document = parse(readFileSync(file, "utf8")) as Json;
  const functions = (await import(`@cloud-clients/${api}`)) as Record<string, AnyFunction>;
  const operations = operationsOf(document);

  // A stand-in that knows the bundle and nothing else; one for all tests, since its validators take long to compile.
  const emulator = createEmulator({ spec: document, items: 5 });

  /** A client of the package, with what its stand-in is sent and returns from now on. */
  function start() {
    const before = emulator.requests.length;
    const responses: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      const response = await emulator.fetch(request);
      responses.push(await response.clone().text());
      return response;
    };
    const [create] = Object.keys(functions).filter((name) => /^create\w+Client$/.test(name));
    const make = functions[create ?? ""] as AnyFunction;
    const client = make({ ...(credentials[api] ?? { apiKey: "any" }), fetch, retry: false });
    return { client, responses, requests: () => emulator.requests.slice(before) };
  }

  it.each(operations.filter((one) => isCall(one)))(
    "$operationId calls $method $path, and returns the response",
    async (operation) => {
      const { client, responses, requests } = start();
      const path = pathOf(document, operation);
      const body = bodyOf(document, operation);
      const call = functions[operation.operationId] as AnyFunction;
      const given = [...path.map(({ value }) => value), ...(body === undefined ? [] : [body])];
      const result = await call(client, ...given);
      expect(requests()).toHaveLength(1);
      expect(requests()[0]).toMatchObject({
        operation: operation.operationId,
        method: operation.method,
        path: expect.stringContaining(filled(document, operation)),
      });
      expect(requests()[0]?.body).toEqual(body);
      expect(inDigits(result)).toEqual(
        inDigits(responses[0] ? JSON.parse(responses[0]) : undefined),
      );
    },
  );

  it.each(operations.filter((one) => hasRule(one, "x-pagination")))(
    "$operationId walks $method $path",
    async (operation) => {
      const { client, requests } = start();
      const list = functions[operation.operationId] as AnyFunction;
      const query = requiredQuery(document, operation);
      const path = pathOf(document, operation).map(({ value }) => value);
      const given = Object.keys(query).length > 0 ? [query] : [];
      const found = list(client, ...path, ...given) as ListResult;
      expect(requests()).toEqual([]);
      expect((await found.collect({ maxItems: 3 })).items.length).toBeGreaterThan(0);
      expect(requests()[0]).toMatchObject({ operation: operation.operationId });
    },
  );

  it.each(replacedLists(operations))(
    "the functions of $operation.operationId change $noun",
    async ({ operation, keys, noun }) => {
      const { client, requests } = start();
      const path = pathOf(document, operation).map(({ value }) => value);
      const found = getAt(bodyOf(document, operation), keys);
      const entries = Array.isArray(found) ? found : [];
      const call = (verb: string, ...args: unknown[]) =>
        (functions[`${verb}${noun}`] as AnyFunction)(client, ...path, ...args);
      expect(entries.length).toBeGreaterThan(0);
      const options = { allowEmpty: true, verify: { intervalMs: 1 } };
      await call("replace", entries.slice(1), options);
      await call("replace", entries, options);
      expect(await call("verify", entries)).toMatchObject({ matches: true });
      expect(requests().some((one) => one.operation === operation.operationId)).toBe(true);
      expect(await call("plan", { replace: entries })).toMatchObject({ added: [], removed: [] });
    },
  );

  it("are there for every operation, and for nothing twice", () => {
    const edited = operations.filter((one) => one["x-write-semantics"] !== undefined);
    for (const { operationId } of operations) {
      const isEdit = edited.some((one) => one.operationId === operationId);
      expect({ operationId, is: typeof functions[operationId] }).toEqual({
        operationId,
        is: isEdit ? "undefined" : "function",
      });
    }
  });
});

/** Each list that a PUT replaces, and the noun of its functions. */
function replacedLists(operations: readonly Operation[]) {
  return operations.flatMap((operation) => {
    const rule = operation["x-write-semantics"] as Json | undefined;
    if (rule === undefined) return [];
    return ((rule.lists ?? [rule]) as { list: string; name?: string }[]).map(({ list, name }) => {
      const keys = list.startsWith("/") ? pointerKeys(list) : [list];
      const words = (keys.at(-1) ?? "").split(/[^A-Za-z0-9]+/);
      const noun = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
      return { operation, keys, noun: name ?? noun };
    });
  });
}

function operationsOf(document: Json): Operation[] {
  const found: Operation[] = [];
  for (const [path, item] of Object.entries(document.paths as Record<string, Json>)) {
    for (const method of ["get", "put", "post", "delete", "patch"]) {
      const operation = item[method] as Json | undefined;
      if (operation === undefined) continue;
      const written = [item.parameters ?? [], operation.parameters ?? []].flat() as Json[];
      const parameters = written.map((one) => follow(document, one));
      const { operationId } = operation as { operationId: string };
      found.push({ ...operation, operationId, method: method.toUpperCase(), path, parameters });
    }
  }
  return found;
}

function follow(document: Json, node: Json): Json {
  if (typeof node.$ref !== "string") return node;
  const keys = node.$ref.slice(2).split("/");
  return keys.reduce<Json>((current, key) => current[key] as Json, document);
}

function isCall(operation: Operation): boolean {
  return ["x-pagination", "x-write-semantics"].every((rule) => !hasRule(operation, rule));
}

/** `x-pagination: false` says that there is none. */
function hasRule(operation: Operation, rule: string): boolean {
  return operation[rule] !== undefined && operation[rule] !== false;
}

/** The arguments for the path, in its order; what the client knows is not among them. */
function pathOf(
  document: Json,
  { path, parameters }: Operation,
): { name: string; value: unknown }[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].flatMap((match) => {
    const parameter = parameters.find((one) => one.in === "path" && one.name === match[1]);
    const known = parameter?.["x-client-parameter"] === true;
    return known ? [] : [{ name: match[1] ?? "", value: exampleOf(document, parameter ?? {}) }];
  });
}

function exampleOf(document: Json, { example, examples, schema }: Json): unknown {
  const [first] = Object.values((examples ?? {}) as Record<string, Json>);
  return example ?? first?.value ?? plainestOf(schema, derefIn(document), "request");
}

/** The end of the path, from its first parameter that is an argument on. */
function filled(document: Json, operation: Operation): string {
  const given = pathOf(document, operation);
  const all = given.reduce(
    (text, { name, value }) => text.replace(`{${name}}`, String(value)),
    operation.path,
  );
  return all.slice(all.lastIndexOf("}") + 1);
}

function bodyOf(document: Json, { requestBody }: Operation): unknown {
  if (requestBody === undefined) return undefined;
  const { content } = follow(document, requestBody as Json) as { content: Json };
  const media = content["application/json"] as Json;
  const [first] = Object.values((media.examples ?? {}) as Record<string, Json>);
  return media.example ?? first?.value ?? plainestOf(media.schema, derefIn(document), "request");
}

function requiredQuery(document: Json, { parameters }: Operation): object {
  const needed = parameters.filter((one) => one.in === "query" && one.required === true);
  return Object.fromEntries(needed.map((one) => [one.name, exampleOf(document, one)]));
}

/** With numbers as text: a client keeps the digits of those that are too large for a number. */
function inDigits(value: unknown): unknown {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value, (_, inner) =>
    typeof inner === "number" ? String(inner) : inner,
  );
  return JSON.parse(text);
}
