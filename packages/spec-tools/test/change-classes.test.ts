import { describe, expect, it } from "vitest";
import { Repository, readSettings } from "../src/base/repository.js";
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

it("a schema that is sent and received is held to both", () => {
  const both = changes.filter(({ where }) => where.startsWith("Both"));
  expect(both.map(({ level, side, where }) => ({ level, side, where }))).toEqual([
    { level: "breaking", side: "request and response", where: "Both" },
    { level: "breaking", side: "request and response", where: "Both.state" },
  ]);
  expect(both[0]?.operations).toEqual(["putBoth"]);
});
