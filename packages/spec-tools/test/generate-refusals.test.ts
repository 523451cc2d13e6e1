import { describe, expect, it } from "vitest";
import { generate } from "../src/commands/generate.js";
import { tinyRepo, tinySource } from "./tiny-repo.js";

const source = "specs/tiny/source/openapi.yaml";
const listThings = "specs/tiny/source/operations/list-things.yaml";
const putThing = "specs/tiny/source/operations/put-thing.yaml";
const states = "specs/tiny/overlays/0002-states.yaml";

function overlay(actions: string): string {
  return `overlay: 1.0.0\ninfo: { title: More, version: 1.0.0 }\nactions:\n${actions}`;
}

/** A mistake: the file it is in, what is replaced by what there, and the lines it must come to. */
type Mistake = [what: string, file: string, from: string, to: string, ...lines: string[]];

const mistakes: Mistake[] = [
  [
    "a $ref to no file",
    source,
    "operations/list-things.yaml",
    "operations/lost.yaml",
    `${source}:7:7: the $ref to specs/tiny/source/operations/lost.yaml does not resolve`,
  ],
  [
    "a $ref to a place that its file does not have",
    source,
    "~1things~1{id}/get",
    "~1thing~1{id}/get",
    `${source}:10:7: the $ref to specs/tiny/upstream/get-thing.yaml#/paths/~1thing~1{id}/get does not resolve`,
  ],
  [
    "a $ref to nowhere in a file that is referred to",
    listThings,
    "../schemas/Thing.yaml",
    "../schemas/Thin.yaml",
    `${listThings}:18:43: the $ref to specs/tiny/source/schemas/Thin.yaml does not resolve`,
  ],
  [
    "a $ref to nowhere that an overlay brings in",
    states,
    "update: { readOnly: true }",
    "update: { allOf: [{ $ref: ../source/schemas/Seen.yaml }] }",
    `${states}:6:5: the $ref to specs/tiny/source/schemas/Seen.yaml does not resolve`,
  ],
  [
    "an operation with a server of its own",
    listThings,
    "operationId: listThings",
    "operationId: listThings\nservers: [{ url: 'https://other.test' }]",
    `${listThings}:2:1: GET /things has a server of its own, "https://other.test", but a client sends its credential to those of the document alone; leave the operation out`,
  ],
  [
    "a file that is not YAML",
    listThings,
    "operationId: listThings",
    "operationId: [listThings",
    `${listThings}:2:1: not YAML: deficient indentation`,
  ],
  [
    "a table of paths that is not YAML",
    source,
    "paths:",
    "paths: {",
    expect.stringMatching(
      /^specs\/tiny\/source\/openapi\.yaml:\d+:\d+: not YAML: /,
    ) as unknown as string,
  ],
  [
    "a path that stands twice",
    source,
    "  /things/{id}:",
    "  /things:",
    `${source}:8:3: not YAML: duplicated mapping key`,
  ],
  [
    "an overlay that is not YAML",
    states,
    "actions:",
    "actions: {",
    expect.stringMatching(
      /^specs\/tiny\/overlays\/0002-states\.yaml:\d+:\d+: not YAML: /,
    ) as unknown as string,
  ],
  [
    "an overlay without actions",
    "specs/tiny/overlays/0003-more.yaml",
    "",
    "overlay: 1.0.0\nactions: []\n",
    "specs/tiny/overlays/0003-more.yaml:1: an overlay without actions changes nothing; delete it",
  ],
  [
    "a file among the overlays that is none",
    "specs/tiny/overlays/notes.md",
    "",
    "hello\n",
    "specs/tiny/overlays/notes.md: an overlay's file is named NNNN-what-it-corrects.yaml",
  ],
  [
    "an overlay whose target matches nothing",
    states,
    "$..properties.seen",
    "$..properties.sene",
    `${states}:6:13: the target $..properties.sene matches nothing; correct it or delete the action`,
  ],
  [
    "a removal that matches nothing",
    states,
    "$..properties.seen\n    update: { readOnly: true }",
    "$.paths['/gone']\n    remove: true",
    `${states}:6:13: the target $.paths['/gone'] matches nothing; correct it or delete the action`,
  ],
  [
    "an overlay that changes nothing",
    "specs/tiny/overlays/0003-more.yaml",
    "",
    overlay("  - target: $.info\n    update: { title: Tiny }\n  - target: $\n    update: {}\n"),
    "specs/tiny/overlays/0003-more.yaml:4:5: the action on $.info changes nothing: upstream already has this correction; delete it",
    "specs/tiny/overlays/0003-more.yaml:6:5: the action on $ changes nothing: upstream already has this correction; delete it",
  ],
  [
    "an overlay that cannot be applied",
    "specs/tiny/overlays/0003-more.yaml",
    "",
    overlay(
      "  - target: $.info\n    update: { x-a: 1 }\n  - target: $.info\n    update: { title: {} }\n",
    ),
    "specs/tiny/overlays/0003-more.yaml:7:13: Cannot apply object to string at $['info']['title'].",
  ],
  [
    "an operationId that stands twice",
    putThing,
    "operationId: putThing",
    "operationId: listThings",
    `${putThing}:1:1: the operationId "listThings" of PUT /things/{id} is already used by GET /things`,
  ],
  [
    "an operationId that an overlay makes stand twice",
    "specs/tiny/overlays/0001-operation-id.yaml",
    "operationId: getThing",
    "operationId: putThing",
    `${putThing}:1:1: the operationId "putThing" of PUT /things/{id} is already used by GET /things/{id}`,
    `${putThing}:3:67: PUT /things/{id}: x-write-semantics: read names "getThing", which is not the operationId of a GET operation.`,
  ],
  [
    "an operationId that an overlay gives to a second operation",
    "specs/tiny/overlays/0003-more.yaml",
    "",
    overlay("  - target: $.paths['/things/{id}'].put\n    update: { operationId: listThings }\n"),
    `specs/tiny/overlays/0003-more.yaml:4:5: the operationId "listThings" of PUT /things/{id} is already used by GET /things`,
  ],
  [
    "two paths that are the same but for a parameter's name",
    source,
    "  /things/{id}:\n",
    "  /things/{nr}:\n    get: { operationId: getNumber, responses: {} }\n  /things/{id}:\n",
    `${source}:10:3: the path /things/{id} is the same as /things/{nr}`,
  ],
  [
    "a pagination rule that names no field of the response",
    listThings,
    "items: things",
    "items: thing",
    `${listThings}:6:15: GET /things: x-pagination: response.items names "thing", which is not a response property (there are: things, total).`,
  ],
  [
    "a write rule that names no field of the entries",
    putThing,
    "identity: [nr]",
    "identity: [number]",
    `${putThing}:3:46: PUT /things/{id}: x-write-semantics: identity names "number", which no entry has (there are: nr).`,
  ],
  [
    "a number that loses digits",
    listThings,
    "total: 0 }",
    "total: 422321321312321321 }",
    `${listThings}:20:32: the number was rounded to 422321321312321340: digits beyond 2^53 are lost; leave it out or use a smaller one`,
  ],
];

describe("generate refuses", () => {
  it.each(mistakes)("%s", async (_, file, from, to, ...lines) => {
    const repo = await tinyRepo();
    await repo.run(generate);
    if (from === "") await repo.write(file, to);
    else await repo.edit(file, from, to);
    const before = await repo.files();
    expect(await repo.run(generate)).toEqual({ code: 1, out: [], err: lines });
    expect(await repo.files()).toEqual(before);
  });

  it("an API whose package is missing, and says which folder to make", async () => {
    const repo = await tinyRepo();
    await repo.write("specs/other/source/openapi.yaml", tinySource);
    expect(await repo.run(generate)).toEqual({
      code: 1,
      out: [],
      err: [
        "packages/other: missing; create that folder with a package.json like its neighbours' for specs/other, then run: npx --yes pnpm@10 generate",
      ],
    });
    expect(Object.keys(await repo.files())).not.toContain("specs/tiny/openapi.yaml");
  });

  it("an unknown option, with the usage", async () => {
    const repo = await tinyRepo();
    const { code, err } = await repo.run(generate, "--fast");
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringContaining("Usage: generate [API…]")]);
  });
});
