import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint-spec.js";

const rule = "house/write-semantics-fit";
const good = {
  list: "ports",
  identity: ["port", "protocol"],
  ordered: false,
  read: "getThing",
};

function replacing(
  semantics: object,
  readList = "ports",
  readFields = "port: {}, protocol: {}",
): string {
  return `
  /things/{id}:
    get:
      operationId: getThing
      responses:
        "200":
          description: One
          content:
            application/json:
              schema: { properties: { ${readList}: { type: array, items: { properties: { ${readFields} } } } } }
    put:
      operationId: putThing
      x-write-semantics: ${JSON.stringify(semantics)}
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/Body" } } }
      responses: { "200": { description: Done } }
components:
  schemas:
    Body: { properties: { name: { type: string }, ports: { type: array, items: { $ref: "#/components/schemas/Port" } } } }
    Port: { properties: { port: { type: integer }, protocol: { type: string } } }
`;
}

async function said(paths: string): Promise<string[]> {
  return (await problemsOf(rule, paths)).map((found) => `${found.pointer} ${found.message}`);
}

const at = "#/paths/~1things~1{id}/put/x-write-semantics";

describe("x-write-semantics names what exists", () => {
  it("accepts a rule that fits the body and the reading operation", async () => {
    expect(await said(replacing(good))).toEqual([]);
  });

  it("refuses a list that the body does not have as an array of objects", async () => {
    for (const list of ["port", "name"]) {
      expect(await said(replacing({ ...good, list }))).toEqual([
        `${at}/list x-write-semantics: list names "${list}", which is not an array of objects or strings in the body (there are: name, ports).`,
      ]);
    }
  });

  it("refuses what it does not know", async () => {
    expect(await said(replacing({ ...good, unique: [["port"]] }))).toEqual([
      `${at}/unique x-write-semantics: unique is not known (known: list, from, name, identity, optional, ordered, sets, read, lists, maxItems, keep, version, failures).`,
    ]);
  });

  it("refuses identity fields that no entry has", async () => {
    expect(await said(replacing({ ...good, identity: ["nr"] }))).toEqual([
      `${at}/identity/0 x-write-semantics: identity names "nr", which no entry has (there are: port, protocol).`,
    ]);
  });

  it("refuses an empty identity and a missing order", async () => {
    expect(await said(replacing({ list: "ports", identity: [], read: "getThing" }))).toEqual([
      `${at}/ordered x-write-semantics: ordered must be true or false.`,
      `${at}/identity x-write-semantics: identity must be a list of field names, "value" or "position".`,
    ]);
  });

  it("refuses a reading operation that is none, or that responds without the list", async () => {
    expect(await said(replacing({ ...good, read: "putThing" }))).toEqual([
      `${at}/read x-write-semantics: read names "putThing", which is not the operationId of a GET operation.`,
    ]);
    expect(await said(replacing(good, "holes"))).toEqual([
      `${at}/read x-write-semantics: read: the response of getThing has no array of objects "ports".`,
    ]);
    expect(await said(replacing(good, "ports", "port: {}"))).toEqual([
      `${at}/read x-write-semantics: read: entries of "ports" in the response of getThing lack protocol.`,
    ]);
  });
});
