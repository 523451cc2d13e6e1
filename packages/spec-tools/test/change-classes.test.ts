import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Repository, readSettings } from "../src/base/repository.js";
import { packageChanges } from "../src/changes/package-changes.js";
import { ruleChanges } from "../src/changes/rule-changes.js";
import { changesBetween } from "../src/changes/versions.js";

/** The schema of a field before and now, where there is one. */
interface Field {
  before?: object;
  after?: object;
}

const text = { type: "string" };
const listed = (...values: string[]) => ({ ...text, enum: values });
const holding = (...required: string[]) => ({
  type: "object",
  ...(required.length > 0 && { required }),
  properties: { it: text },
});
const pair = { type: "object", properties: { it: text, other: text } };
const open = (...values: string[]) => ({ ...listed(...values), "x-enum-open": true });

/** docs/releases.md: each row with what it is in a request, and in a response. */
const table: Record<string, [field: Field, request: string, response: string]> = {
  added: [{ after: text }, "additive", "additive"],
  removed: [{ before: text }, "breaking", "breaking"],
  becameRequired: [{ before: holding(), after: holding("it") }, "breaking", "additive"],
  becameOptional: [{ before: holding("it"), after: holding() }, "additive", "breaking"],
  closedGained: [{ before: listed("a"), after: listed("a", "b") }, "additive", "breaking"],
  closedLost: [{ before: listed("a", "b"), after: listed("a") }, "breaking", "breaking"],
  openGained: [{ before: open("a"), after: open("a", "b") }, "additive", "additive"],
  openLost: [{ before: open("a", "b"), after: open("a") }, "documentation", "documentation"],
  opened: [{ before: listed("a"), after: open("a") }, "additive", "breaking"],
  closed: [{ before: open("a"), after: listed("a") }, "breaking", "breaking"],
  listedNow: [{ before: text, after: listed("a") }, "breaking", "breaking"],
  listedNoMore: [{ before: listed("a"), after: text }, "additive", "breaking"],
  mayBeNull: [{ before: text, after: { ...text, nullable: true } }, "additive", "breaking"],
  isNeverNull: [{ before: { ...text, nullable: true }, after: text }, "breaking", "additive"],
  otherType: [{ before: text, after: { type: "boolean" } }, "breaking", "breaking"],
  wider: [{ before: { type: "integer" }, after: { type: "number" } }, "additive", "breaking"],
  tighter: [
    { before: { ...text, maxLength: 9 }, after: { ...text, maxLength: 5 } },
    "breaking",
    "documentation",
  ],
  looser: [
    { before: { ...text, maxLength: 5 }, after: { ...text, maxLength: 9 } },
    "additive",
    "breaking",
  ],
  otherDefault: [
    { before: { ...text, default: "a" }, after: { ...text, default: "b" } },
    "breaking",
    "documentation",
  ],
  noDefault: [{ before: { ...text, default: "a" }, after: text }, "breaking", "documentation"],
  firstDefault: [
    { before: text, after: { ...text, default: "a" } },
    "documentation",
    "documentation",
  ],
  reordered: [
    {
      before: { ...pair, required: ["it", "other"] },
      after: { ...pair, required: ["other", "it"] },
    },
    "documentation",
    "documentation",
  ],
  writtenAgain: [{ before: { ...text, readOnly: true }, after: text }, "additive", "documentation"],
  notWritten: [{ before: text, after: { ...text, readOnly: true } }, "breaking", "documentation"],
  reworded: [
    { before: { ...text, description: "One." }, after: { ...text, description: "Two." } },
    "documentation",
    "documentation",
  ],
  asText: [
    { before: { type: "integer" }, after: { type: "integer", "x-int64": "string" } },
    "breaking",
    "breaking",
  ],
};

function bundle(version: "before" | "after", shared: object): string {
  const properties = Object.entries(table).flatMap(([name, [field]]) =>
    field[version] === undefined ? [] : [[name, field[version]]],
  );
  const schema = { type: "object", properties: Object.fromEntries(properties) };
  const json = (of: object) => ({ content: { "application/json": { schema: of } } });
  const both = { $ref: "#/components/schemas/Both" };
  return JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Tiny", version: "1" },
    paths: {
      "/sent": {
        post: {
          operationId: "send",
          requestBody: json(schema),
          responses: { "204": { description: "Done" } },
        },
      },
      "/received": {
        get: {
          operationId: "receive",
          responses: { "200": { description: "Read", ...json(schema) } },
        },
      },
      "/both": {
        put: {
          operationId: "putBoth",
          requestBody: json(both),
          responses: { "200": { description: "Put", ...json(both) } },
        },
      },
    },
    components: { schemas: { Both: shared } },
  });
}

const state = (...values: string[]) => ({
  type: "object",
  properties: { state: listed(...values) },
});
const version = (bundle: string) => ({ bundle, sources: new Map(), manifest: undefined });
const changes = await changesBetween(
  new Repository("/nowhere", readSettings('scope: "@cloud-clients"')).api("tiny"),
  version(bundle("before", { ...state("a"), required: ["state"] })),
  version(bundle("after", state("a", "b"))),
);

describe.each([
  ["a request", "send body", 1],
  ["a response", "receive response", 2],
] as const)("in %s", (_, place, column) => {
  it.each(Object.keys(table))("%s", (name) => {
    const said = changes.filter(({ where }) => where === `${place}.${name}`);
    expect(
      said.map(({ level }) => level),
      JSON.stringify(said),
    ).toEqual([table[name]?.[column]]);
  });
});

/** A document that says now what it said before in other words, or something else: an operation for each case. */
function service(now: boolean): string {
  const json = (schema: object) => ({ content: { "application/json": { schema } } });
  const done = { "204": { description: "Done" } };
  const refusing = (added?: object, first?: object) => {
    const refusal = (properties?: object) => ({
      description: "No",
      ...(properties && json({ type: "object", required: ["code"], properties })),
    });
    const others = first && { "404": refusal(first) };
    return { responses: { ...done, ...others, ...(now && { "409": refusal(added) }) } };
  };
  const listing = (rule: object) => ({ "x-pagination": rule, responses: done });
  const writing = (rule: object) => ({ "x-write-semantics": rule, responses: done });
  const parts = { list: "parts", identity: ["id"], ordered: false };
  const tags = { name: "tags", in: "query", schema: { type: "array", items: text } };
  const flag = { name: "flag", in: "query", schema: text };
  const oneOf = now ? [text] : [text, { type: "integer" }];
  const gets = {
    choice: { responses: { "200": { description: "One", ...json({ oneOf }) } } },
    usual: {
      parameters: now
        ? [
            { ...tags, style: "form", explode: true },
            { ...flag, required: false },
          ]
        : [tags, flag],
      responses: done,
    },
    joined: { parameters: [{ ...tags, ...(now && { explode: false }) }], responses: done },
    same: refusing({ code: { ...text, description: "Why." }, more: text }, { code: text }),
    other: refusing({ reason: text }, { code: text }),
    first: refusing({ code: text }),
    silent: refusing(undefined, { code: text }),
    zero: listing({ style: "page", ...(now && { first: 0 }) }),
    one: listing({ style: "page", ...(now && { first: 1, in: "query" }) }),
    fixed: listing({ style: "link", request: now ? { fixed: { all: true } } : {} }),
  };
  const puts = {
    more: writing({ ...parts, maxItems: now ? 9 : 5 }),
    less: writing({ ...parts, maxItems: now ? 5 : 9 }),
    limited: writing({ ...parts, ...(now && { maxItems: 5 }) }),
    retold: writing(now ? { lists: [{ ...parts, from: "parts", name: "Parts" }] } : parts),
  };
  const paths = Object.entries({ get: gets, put: puts }).flatMap(([method, operations]) =>
    Object.entries(operations).map(([operationId, operation]) => [
      `/${operationId}`,
      { [method]: { operationId, ...operation } },
    ]),
  );
  const old = { url: "https://old.test", "x-service-name": "old" };
  return JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Tiny", version: "1" },
    servers: now ? [{ url: "https://new.test", "x-service-name": "new" }, old] : [old],
    "x-error-envelope": now
      ? { code: ["code", "error.code"], message: ["text"], "request-id": "X-Id" }
      : { code: ["code"], message: ["message"] },
    "x-rate-limit-error": { codes: [now ? "B" : "A"] },
    "x-permanent-error": { codes: now ? [] : ["C"] },
    paths: Object.fromEntries(paths),
  });
}

describe("an API's rules", async () => {
  const found = await changesBetween(
    new Repository("/nowhere", readSettings('scope: "@cloud-clients"')).api("tiny"),
    version(service(false)),
    version(service(true)),
  );
  it.each<[what: string, where: RegExp, level: string | undefined]>([
    ["a choice that a response no longer offers", /^choice response/, "breaking"],
    ["a parameter that says what counted anyway", /^usual/, "documentation"],
    ["a list in one parameter, no longer in many", /^joined/, "breaking"],
    ["an error that can be read as the others", /^same/, "additive"],
    ["an error that says nothing of what the others say", /^other/, "breaking"],
    ["the first error that is told", /^first/, "additive"],
    ["an error without a body", /^silent/, "additive"],
    ["pages that begin at 0", /^zero\b/, "breaking"],
    ["pages that begin at 1, as they did unsaid", /^one\b/, undefined],
    ["a value that every page is asked for with", /^fixed\b/, "breaking"],
    ["more entries in an edit", /^more\b/, "additive"],
    ["fewer entries in an edit", /^less\b/, "breaking"],
    ["entries that are counted now", /^limited\b/, "breaking"],
    ["a rule for edits in another form", /^retold: rule for edits/, undefined],
    ["another server by default", /^servers: /, "breaking"],
    ["a further place of an error's code", /^x-error-envelope.*their code/, "additive"],
    ["another place of an error's message", /^x-error-envelope.*their message/, "breaking"],
    ["a place of a request's id", /^x-error-envelope.*their request-id/, "additive"],
    ["a code that no longer asks for patience", /^x-rate-limit-error/, "breaking"],
    ["a code that may be retried", /^x-permanent-error/, "additive"],
  ])("%s", (_, where, level) => {
    const said = found.filter((change) => where.test(`${change.where}: ${change.what}`));
    expect(
      [...new Set(said.map((change) => change.level))],
      JSON.stringify(found, null, 1),
    ).toEqual(level === undefined ? [] : [level]);
  });
});

describe("the server that a client calls", () => {
  const a = { url: "https://a.test", "x-service-name": "a" };
  const b = { url: "https://b.test", "x-service-name": "b" };
  const plain = { url: "https://a.test" };
  const open = { url: "https://{region}.test" };
  it.each<[what: string, before: object[], after: object[], told: string[]]>([
    ["is another one in another order", [a, b], [b, a], ["another one is called by default"]],
    [
      "is another one under the same name",
      [a, b],
      [
        { ...a, url: b.url },
        { ...b, url: a.url },
      ],
      ["another one is called by default", "a is another one", "b is another one"],
    ],
    [
      "has other variables once it has a name",
      [plain],
      [a],
      ["environment variables of the client have another name"],
    ],
    ["is the same with another one behind it", [a], [a, b], []],
    ["is the same with one of many addresses in front", [plain], [open, plain], []],
  ])("%s", (_, before, after, told) => {
    const found = ruleChanges({ servers: before, paths: {} }, { servers: after, paths: {} });
    expect(found.map(({ level, what }) => `${level}: ${what}`)).toEqual(
      told.map((what) => `breaking: ${what}`),
    );
  });
});

it("what somebody wrote by hand is held to what programs do with it", () => {
  const sources = (written: string, generated: string) =>
    new Map([
      ["src/index.ts", `${written}\nexport * from "./generated/index.js";\n`],
      ["src/generated/index.ts", generated],
    ]);
  const before = `
    export interface Options { key?: string; token?: string; url?: string }
    export interface Found { id: string; size: string }
    export interface Seen { id: string }
    export interface Kept { id: string }
    export class Poller { next(after: string): string { return after; } }
    export const wait = (id: string, seconds?: number): void => {};
    export const most = 5;`;
  const after = `
    export type Options = { key?: string; url?: string } | { other?: string; url?: string };
    export interface Found { id: string; size: number }
    export interface Seen { id: string; size: string }
    export interface Kept { id: string; note?: string }
    export class Poller { next(after: string, before: string): string { return after + before; } }
    export const wait = (id: string): void => {};
    export type most = number;`;
  const changes = packageChanges(
    join(import.meta.dirname, ".."),
    sources(before, "export interface Made { id: string }"),
    sources(after, "export interface Made { id: number }"),
    false,
  );
  expect(changes.map(({ level, where, what }) => `${level} ${where}: ${what}`)).toEqual([
    "breaking Options.token: member removed",
    "breaking Found: type changed",
    "additive Seen: type changed",
    "breaking Poller: type changed",
    "breaking wait: signature changed",
    "breaking most: is a type only",
  ]);
});

it("a schema that is sent and received is held to both", () => {
  const both = changes.filter(({ where }) => where.startsWith("Both"));
  expect(both.map(({ level, side, where }) => ({ level, side, where }))).toEqual([
    { level: "breaking", side: "request and response", where: "Both" },
    { level: "breaking", side: "request and response", where: "Both.state" },
  ]);
  expect(both[0]?.operations).toEqual(["putBoth"]);
});
