import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint-spec.js";

const rule = "house/write-semantics-fit";
const good = { list: "names", identity: [], ordered: false, read: "getThing", keep: ["guarded"] };

function replacing(semantics: object, readNames = "{ type: string }"): string {
  return `
  /things/{id}:
    get:
      operationId: getThing
      responses:
        "200":
          description: One
          content:
            application/json:
              schema: { properties: { names: { type: array, items: ${readNames} }, guarded: { type: boolean } } }
    put:
      operationId: putThing
      x-write-semantics: ${JSON.stringify(semantics)}
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/Body" } } }
      responses:
        "200":
          description: Done
          content: { application/json: { schema: { properties: { failed: { type: array, items: {} }, done: { type: boolean } } } } }
components:
  schemas:
    Body: { properties: { names: { type: array, items: { $ref: "#/components/schemas/Name" } }, guarded: { type: boolean }, note: { type: string } } }
    Name: { type: string }
`;
}

async function said(paths: string): Promise<string[]> {
  return (await problemsOf(rule, paths)).map((found) => `${found.pointer} ${found.message}`);
}

const at = "#/paths/~1things~1{id}/put/x-write-semantics";

describe("x-write-semantics of a list of plain strings", () => {
  it("has an empty identity, and may name what to keep", async () => {
    expect(await said(replacing(good))).toEqual([]);
  });

  it("names no fields, because its entries have none", async () => {
    expect(await said(replacing({ ...good, identity: ["name"] }))).toEqual([
      `${at}/identity x-write-semantics: identity must be []: the list has plain strings, and each is its own identity.`,
    ]);
  });

  it("is read as plain strings too, by a GET that is there", async () => {
    expect(await said(replacing(good, "{ properties: { name: {} } }"))).toEqual([
      `${at}/read x-write-semantics: read: the response of getThing has no array of strings "names".`,
    ]);
    expect(await said(replacing({ ...good, read: "putThing" }))).toEqual([
      `${at}/read x-write-semantics: read names "putThing", which is not the operationId of a GET operation.`,
    ]);
  });

  it("names failures that the response lists", async () => {
    expect(await said(replacing({ ...good, failures: "failed" }))).toEqual([]);
    for (const failures of ["done", "gone"]) {
      expect(await said(replacing({ ...good, failures }))).toEqual([
        `${at}/failures x-write-semantics: failures names "${failures}", which is not an array in the response.`,
      ]);
    }
  });

  it("keeps only what both the body and the response have", async () => {
    expect(await said(replacing({ ...good, keep: ["guarded", "note", "gone"] }))).toEqual([
      `${at}/keep/1 x-write-semantics: keep names "note", which is missing from the body or from the response of getThing.`,
      `${at}/keep/2 x-write-semantics: keep names "gone", which is missing from the body or from the response of getThing.`,
    ]);
  });
});
