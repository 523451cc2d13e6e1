import { describe, expect, it } from "vitest";
import {
  derefIn,
  type JsonObject,
  operationsOf,
  type WriteSemantics,
  writeSemantics,
} from "../src/index.js";

const target = {
  type: "object",
  required: ["port"],
  properties: { port: { type: "integer" }, address: { type: "string" } },
};
const addresses = { type: "array", items: { type: "string" } };
const fields = {
  port: { type: "integer" },
  label: { type: "string" },
  password: { type: "string", format: "password" },
  target,
  sources: { type: "object", properties: { addresses } },
  hops: { type: "array", items: { type: "object", properties: { via: addresses } } },
};
const rules = { type: "array", items: { type: "object", properties: fields } };

/** A firewall whose PUT replaces two lists. */
const lists = {
  lists: [
    {
      list: "inbound",
      from: "/firewall/inbound",
      identity: ["port", "/target/port"],
      ordered: false,
    },
    {
      list: "/deep/out~1",
      from: "/firewall/outbound",
      name: "Out",
      identity: "value",
      ordered: false,
    },
  ],
  read: "getFirewall",
};
const bodyProperties: JsonObject = {
  name: { type: "string" },
  inbound: rules,
  deep: { type: "object", properties: { "out/": rules, enabled: { type: "boolean" } } },
  version: { type: "integer" },
};
const responseProperties: JsonObject = {
  name: { type: "string" },
  inbound: rules,
  outbound: rules,
  enabled: { type: "boolean" },
  version: { type: "integer" },
};

interface Twist {
  rule?: JsonObject;
  body?: JsonObject;
  required?: string[];
  response?: JsonObject;
  method?: string;
  path?: string;
  readPath?: string;
  /** Path parameters that the client knows. */
  known?: string[];
}

function read(twist: Twist): ReturnType<typeof writeSemantics> {
  const { path = "/firewalls/{id}", readPath = "/firewalls/{id}", method = "put" } = twist;
  const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
  const firewall = { type: "object", properties: { ...responseProperties, ...twist.response } };
  const response = { type: "object", properties: { firewall } };
  const body = {
    type: "object",
    required: twist.required ?? [],
    properties: { ...bodyProperties, ...twist.body },
  };
  const get = { operationId: "getFirewall", responses: { "200": json(response) } };
  const put = {
    operationId: "replaceFirewall",
    "x-write-semantics": { ...lists, ...twist.rule },
    parameters: (twist.known ?? []).map((name) => ({
      name,
      in: "path",
      "x-client-parameter": true,
    })),
    requestBody: json(body),
    responses: { "200": json({ properties: { done: { properties: { failed: addresses } } } }) },
  };
  const paths: Record<string, JsonObject> = { [readPath]: { get } };
  paths[path] = { ...paths[path], [method]: put };
  const operations = operationsOf(paths);
  const found = operations.find(({ operation }) => operation === put);
  if (found === undefined) throw new Error("the document has lost its PUT");
  return writeSemantics(found, operations, derefIn({ paths }));
}

function said(twist: Twist): string[] {
  const { rule, problems } = read(twist);
  expect(rule === undefined).toBe(problems.length > 0);
  return problems.map(({ message, path }) => {
    expect(message).toMatch(/^x-write-semantics: .*\.$/);
    return `${path.slice(1).join("/")}: ${message.slice("x-write-semantics: ".length, -1)}`;
  });
}

function proven(twist: Twist): WriteSemantics {
  const { rule, problems } = read(twist);
  expect(problems).toEqual([]);
  if (rule === undefined) throw new Error("there is no rule");
  return rule;
}

/** The first list with something else said of it. */
const first = (said: JsonObject, ...others: JsonObject[]): JsonObject => ({
  lists: [{ ...lists.lists[0], ...said }, lists.lists[1], ...others],
});

describe("a rule of several lists", () => {
  it("is read as keys, with a noun for each list", () => {
    const rule = proven({
      rule: {
        maxItems: 50,
        keep: [{ from: "/firewall/name", to: "name" }],
        version: { from: "/firewall/version", to: "version" },
        failures: "/done/failed",
      },
    });
    expect(rule).toMatchObject({
      maxItems: 50,
      keep: [{ from: ["firewall", "name"], to: ["name"], schema: { type: "string" } }],
      version: { from: ["firewall", "version"], to: ["version"] },
      failures: ["done", "failed"],
    });
    expect(rule.read.path).toBe("/firewalls/{id}");
    expect(rule.lists).toMatchObject([
      {
        noun: "Inbound",
        from: ["firewall", "inbound"],
        to: ["inbound"],
        identity: [["port"], ["target", "port"]],
        optional: [],
        sets: [],
        ordered: false,
        plain: false,
      },
      { noun: "Out", from: ["firewall", "outbound"], to: ["deep", "out/"], identity: "value" },
    ]);
  });

  it("may have fields of the identity that an entry lacks, and inner sets, also inside lists", () => {
    const [list] = proven({
      rule: first({
        identity: ["port", "label", { value: "/sources/addresses" }],
        optional: ["label"],
        sets: ["/sources/addresses", "/hops/via"],
      }),
    }).lists;
    expect(list).toMatchObject({
      identity: [["port"], ["label"], ["sources", "addresses"]],
      optional: [["label"]],
      sets: [
        ["sources", "addresses"],
        ["hops", "via"],
      ],
    });
  });

  it.each<[string, JsonObject, string]>([
    [
      "an entry that no rule knows",
      first({ unique: true }),
      "lists/0/unique: lists[0].unique is not known (known: list, from, name, identity, optional, ordered, sets)",
    ],
    [
      "a list on top beside others",
      { list: "inbound" },
      "list: list is not known (it belongs into a list of lists)",
    ],
    ["no list at all", { lists: [] }, "lists: lists must be a list of mappings, not empty"],
    ["a list that is a name", { lists: ["inbound"] }, "lists/0: lists[0] must be a mapping"],
    [
      "a pointer to nowhere in the body",
      first({ list: "/deep/in" }),
      'lists/0/list: lists[0].list names "/deep/in", which is not an array of objects or strings in the body (there are: out/, enabled)',
    ],
    [
      "a pointer to nowhere in the response",
      first({ from: "/firewall/in" }),
      'lists/0/from: read: the response of getFirewall has no array of objects "/firewall/in"',
    ],
    [
      "a list that is not where the body has it",
      first({ from: undefined }),
      'read: read: the response of getFirewall has no array of objects "inbound"',
    ],
    [
      "an identity that is an object",
      first({ identity: ["target"] }),
      'lists/0/identity/0: lists[0].identity names "target", which is an object: name fields inside it ("/target/…"), or { value: target } to compare the whole',
    ],
    [
      "an identity that is an array",
      first({ identity: ["port", "/sources/addresses"] }),
      'lists/0/identity/1: lists[0].identity names "/sources/addresses", which is an array: name { value: /sources/addresses } to compare the whole',
    ],
    [
      "a secret identity",
      first({ identity: ["password"] }),
      'lists/0/identity/0: lists[0].identity names "password", which is secret: errors show what tells entries apart',
    ],
    [
      "an identity inside a list",
      first({ identity: ["/hops/via"] }),
      'lists/0/identity/0: lists[0].identity names "/hops/via", which no entry has (there are: port, label, password, target, sources, hops)',
    ],
    [
      "optional fields that do not identify",
      first({ optional: ["label"] }),
      'lists/0/optional/0: lists[0].optional names "label", which is not a field of the identity',
    ],
    [
      "optional fields of an identity by value",
      first({ identity: "value", optional: ["port"] }),
      'lists/0/optional/0: lists[0].optional names "port", which is not a field of the identity',
    ],
    [
      "positions that mean nothing",
      first({ identity: "position" }),
      "lists/0/ordered: entries that their position tells apart must be ordered: true",
    ],
    [
      "a set that is no array",
      first({ sets: ["/target/port"] }),
      'lists/0/sets/0: lists[0].sets names "/target/port", which is not an array of an entry',
    ],
    [
      "two lists of one name",
      first({ name: "Out" }),
      "lists/1: two lists have the name Out: give one of them a name",
    ],
    [
      "a name that makes no name of a function",
      first({ name: "in bound" }),
      'lists/0/name: lists[0].name must be a noun such as "InboundRules", of letters and digits, that begins with a capital',
    ],
    [
      "a limit that is none",
      { maxItems: 0 },
      "maxItems: maxItems must be a whole number, 1 or more",
    ],
    [
      "a kept field with parts that nobody knows",
      { keep: [{ from: "/firewall/name", to: "name", as: "x" }] },
      "keep/0/as: keep[0].as is not known (known: from, to)",
    ],
    [
      "a kept field that the response has elsewhere",
      { keep: ["name"] },
      'keep/0: keep names "name", which is missing from the body or from the response of getFirewall',
    ],
    [
      "a kept field of another type",
      { keep: [{ from: "/firewall/version", to: "name" }] },
      "keep/0: keep: the response of getFirewall has /firewall/version as integer, but the body as string",
    ],
    [
      "a kept field around a list",
      { keep: [{ from: "/firewall", to: "deep" }] },
      ": /deep/out~1 of the body is written twice, with /deep",
    ],
    [
      "the same list twice",
      first({}, { ...lists.lists[0], name: "Again" }),
      ": /inbound of the body is written twice, with /inbound",
    ],
    [
      "a version that the read does not show",
      { version: "version" },
      'version: version names "version", which the response of getFirewall does not show',
    ],
    [
      "a version that the body lacks",
      { version: { from: "/firewall/version", to: "/deep/version" } },
      'version: version names "/deep/version", which is missing from the body',
    ],
    [
      "a version that is neither text nor number",
      { version: { from: "/firewall/enabled", to: "/deep/enabled" } },
      "version: version must be a text or a whole number",
    ],
    [
      "failures that are no list",
      { failures: "/done" },
      'failures: failures names "/done", which is not an array in the response',
    ],
  ])("refuses %s", (_, rule, problem) => {
    expect(said({ rule })).toEqual([problem]);
  });

  it("refuses a list that its own document shows otherwise", () => {
    const items = (properties: JsonObject) => ({ type: "array", items: { properties } });
    const shows = (properties: JsonObject): Twist => ({
      response: { inbound: items({ ...fields, ...properties }) },
    });
    const where = 'read: entries of "/firewall/inbound" in the response of getFirewall';
    expect(said(shows({ port: { type: "string" } }))).toEqual([
      `lists/0/identity/0: ${where} have port as string, but the body as integer`,
    ]);
    expect(said(shows({ port: { type: "integer", readOnly: true } }))).toEqual([
      `lists/0/identity/0: ${where} have port as read-only: a new entry has none`,
    ]);
    expect(said({ response: { inbound: items({ port: {}, target }) } })).toEqual([
      `read: ${where} do not show label, password, sources, hops, which a write would reset`,
    ]);
    const less = { ...target, properties: { port: { type: "integer" } } };
    expect(said(shows({ target: less }))).toEqual([
      `read: ${where} do not show /target/address, which a write would reset`,
    ]);
    expect(said(shows({ label: { type: "string", writeOnly: true } }))).toEqual([
      `read: ${where} do not show label, which a write would reset`,
    ]);
  });

  it.each<[string, JsonObject]>([
    ["3.0", { type: "string", nullable: true }],
    ["3.1", { type: ["string", "null"] }],
    ["3.1, by a choice", { anyOf: [{ type: "string" }, { type: "null" }] }],
  ])(
    "refuses an identity that may be null, unless it is optional, in the words of %s",
    (_, label) => {
      const both = { type: "array", items: { properties: { ...fields, label } } };
      const twist = { body: { inbound: both }, response: { inbound: both } };
      expect(said({ ...twist, rule: first({ identity: ["label"] }) })).toEqual([
        'lists/0/identity/0: read: entries of "/firewall/inbound" in the response of getFirewall may have label as null: list it in optional',
      ]);
      proven({ ...twist, rule: first({ identity: ["label"], optional: ["label"] }) });
    },
  );

  it("knows an array that may be null, and entries made of parts, in 3.1 as in 3.0", () => {
    const item = { allOf: [{ properties: fields }, { description: "A rule" }] };
    for (const inbound of [
      { type: "array", nullable: true, items: item },
      { type: ["array", "null"], items: item },
      { anyOf: [{ type: "array", items: item }, { type: "null" }] },
    ]) {
      proven({ body: { inbound }, response: { inbound } });
    }
  });

  it("refuses a body of which something required stays empty, at any depth that is written", () => {
    expect(said({ required: ["name", "inbound", "deep"] })).toEqual([
      ": the body requires /name, which neither a list nor keep nor version fills",
    ]);
    const deep = { ...Object(bodyProperties.deep), required: ["enabled"] };
    expect(said({ body: { deep } })).toEqual([
      ": the body requires /deep/enabled, which neither a list nor keep nor version fills",
    ]);
    const keep = [
      { from: "/firewall/name", to: "name" },
      { from: "/firewall/enabled", to: "/deep/enabled" },
    ];
    const required = ["name", "deep", "version"];
    expect(said({ required, body: { deep }, rule: { keep } })).toEqual([
      ": the body requires /version, which neither a list nor keep nor version fills",
    ]);
    const version = { from: "/firewall/version", to: "version" };
    proven({ required, body: { deep }, rule: { keep, version } });
    const id = { type: "string", readOnly: true };
    proven({ required: ["id"], body: { id } });
  });

  it("refuses a version that the body never carries", () => {
    const twist: Twist = {
      rule: { version: { from: "/firewall/version", to: "version" } },
      body: { version: { type: "integer", readOnly: true } },
    };
    expect(said(twist)).toEqual(['version: version names "version", which the body never carries']);
  });

  it("stands at a PUT of a resource, read under the same parameters", () => {
    expect(said({ method: "post" })).toEqual([": stands at a POST, but only a PUT replaces lists"]);
    expect(said({ path: "/firewall", readPath: "/firewall" })).toEqual([
      ": the path /firewall has no parameter that names the resource",
    ]);
    const several = "/projects/{project}/firewalls/{id}";
    expect(said({ path: several, readPath: several, known: ["project", "id"] })).toEqual([
      `: the path ${several} has no parameter that names the resource`,
    ]);
    expect(said({ readPath: "/projects/{project}/firewalls/{id}" })).toEqual([
      "read: read: /projects/{project}/firewalls/{id} needs project, which /firewalls/{id} lacks",
    ]);
  });

  it("names its resource by all parameters of the path but those that the client knows", () => {
    const several = "/projects/{project}/firewalls/{id}";
    const idsOf = (known: string[]) => proven({ path: several, readPath: several, known }).ids;
    expect(idsOf([])).toEqual(["project", "id"]);
    expect(idsOf(["project"])).toEqual(["id"]);
  });

  it("is none where none is said, and must be a mapping", () => {
    const get = { operationId: "x" };
    const [one] = operationsOf({ "/a": { put: get } });
    if (one === undefined) throw new Error("no operation");
    expect(writeSemantics(one, [], derefIn({}))).toEqual({ rule: undefined, problems: [] });
    const odd = { ...one, operation: { "x-write-semantics": ["inbound"] } };
    expect(writeSemantics(odd, [], derefIn({}))).toMatchObject({
      rule: undefined,
      problems: [{ message: "x-write-semantics: must be a mapping." }],
    });
  });

  it("ends with fields that hold themselves", () => {
    const node: JsonObject = { type: "object", properties: {} };
    node.properties = { port: { type: "integer" }, target, next: node };
    const inbound = { type: "array", items: node };
    proven({ body: { inbound }, response: { inbound } });
  });
});
