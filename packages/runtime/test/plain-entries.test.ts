import { describe, expect, it } from "vitest";
import {
  addEntries,
  applyEntriesPlan,
  editEntries,
  ensureEntries,
  planEntries,
  removeEntries,
  replaceEntries,
  verifyEntries,
} from "../src/kit.js";
import { connectionError } from "./tiny-api.js";
import { nameService, onNames } from "./tiny-names.js";

const bodyOf = (service: ReturnType<typeof nameService>): unknown =>
  JSON.parse(service.asked.find(({ method }) => method === "PUT")?.body ?? "{}");

describe("a list of plain strings", () => {
  it("is added to, and says what changed in strings", async () => {
    const service = nameService(["ann"]);
    const result = await addEntries<string>(onNames(service), ["bob", "ann"]);
    expect(service.thing.names).toEqual(["ann", "bob"]);
    expect(result).toMatchObject({
      changed: true,
      base: ["ann"],
      observed: ["ann", "bob"],
      plan: { added: ["bob"], removed: [], changed: [], kept: ["ann"], desired: ["ann", "bob"] },
    });
  });

  it("loses an entry by its text; one that is not there is none too many", async () => {
    const service = nameService(["ann", "bob"]);
    await removeEntries<string>(onNames(service), ["ann", "eve"]);
    expect(service.thing.names).toEqual(["bob"]);
  });

  it("is replaced, ensured and edited", async () => {
    const service = nameService(["ann"]);
    await replaceEntries<string>(onNames(service), ["bob", "eve"]);
    await ensureEntries<string>(onNames(service), { present: ["ann", "bob"], absent: ["eve"] });
    expect(service.thing.names).toEqual(["bob", "ann"]);
    await editEntries<string>(onNames(service), (names) => names.map((name) => `${name}x`));
    expect(service.thing.names).toEqual(["bobx", "annx"]);
  });

  it("is the same in another order, and then nothing is written", async () => {
    const service = nameService(["ann", "bob"]);
    const result = await replaceEntries<string>(onNames(service), ["bob", "ann"]);
    expect(result.changed).toBe(false);
    expect(service.count("PUT")).toBe(0);
  });

  it("is planned, and the plan survives JSON and is applied once", async () => {
    const service = nameService(["ann"]);
    const plan = await planEntries<string>(onNames(service), { present: ["bob"], absent: ["ann"] });
    expect(plan).toMatchObject({ added: ["bob"], removed: ["ann"] });
    const stored = JSON.parse(JSON.stringify(plan));
    await applyEntriesPlan<string>(onNames(service), stored);
    expect(service.thing.names).toEqual(["bob"]);
    await expect(applyEntriesPlan<string>(onNames(service), stored)).rejects.toThrow(
      /applied before/,
    );
  });

  it("is verified, with what is missing and what is too many", async () => {
    const seen = await verifyEntries<string>(onNames(nameService(["ann", "bob"])), ["ann", "eve"]);
    expect(seen).toMatchObject({ matches: false, missing: ["eve"], unexpected: ["bob"] });
  });

  it("whose write got no response is read, not written again", async () => {
    const service = nameService(["ann"]);
    service.afterWrite = () => connectionError("ECONNRESET");
    const result = await addEntries<string>(onNames(service), ["bob"]);
    expect(result).toMatchObject({ recovered: true, observed: ["ann", "bob"] });
    expect(service.count("PUT")).toBe(1);
  });

  it("that somebody else writes after us is a conflict in strings", async () => {
    const service = nameService(["ann"]);
    service.afterWrite = () => {
      service.thing.names = ["zoe"];
      return {};
    };
    await expect(replaceEntries<string>(onNames(service), ["bob"])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      missing: ["bob"],
      unexpected: ["zoe"],
      fields: [],
    });
  });

  it.each([
    [["Bob"], 'names[0] must be a name of small letters, not "Bob"'],
    [["waytoolong"], 'names[0] must be a name of small letters, not "waytoolong"'],
    [[{ name: "bob" }], "names[0] must be a name of small letters, not an object"],
    [["bob", ""], 'names[1] must be a name of small letters, not ""'],
    [["bob", "bob"], "names has bob twice"],
    [["a", "b", "c", "d", "e"], "names has 5 entries, at most 4 are allowed"],
  ])("refuses %j before any request", async (names, message) => {
    const service = nameService(["ann"]);
    await expect(addEntries<string>(onNames(service), names)).rejects.toThrow(message);
    expect(service.asked).toEqual([]);
  });

  it("may hold what we would not write: that stays, and can be removed", async () => {
    const service = nameService(["ANN", "bob"]);
    await addEntries<string>(onNames(service), ["eve"]);
    expect(service.thing.names).toEqual(["ANN", "bob", "eve"]);
    await removeEntries<string>(onNames(service), ["ANN"]);
    expect(service.thing.names).toEqual(["bob", "eve"]);
  });

  it("is emptied only on purpose", async () => {
    const service = nameService(["ann"]);
    await expect(removeEntries<string>(onNames(service), ["ann"])).rejects.toThrow(/allowEmpty/);
    await removeEntries<string>(onNames(service, { allowEmpty: true }), ["ann"]);
    expect(service.thing.names).toEqual([]);
  });

  it.each([[null], [undefined], [[1]], [[{ name: "ann" }]]])(
    "is never written after a read that gave %j",
    async (names) => {
      const service = nameService(names);
      await expect(addEntries<string>(onNames(service), ["bob"])).rejects.toMatchObject({
        name: "ResponseParseError",
      });
      expect(service.count("PUT")).toBe(0);
    },
  );
});

describe("what a write would reset when it is left out", () => {
  it("is sent back as it was read", async () => {
    const service = nameService(["ann"], true);
    await addEntries<string>(onNames(service), ["bob"]);
    expect(bodyOf(service)).toEqual({ names: ["ann", "bob"], guarded: true });
    expect(service.thing.guarded).toBe(true);
  });

  it("gives way to what the caller wants it to be", async () => {
    const service = nameService(["ann"], true);
    await addEntries<string>(onNames(service, { also: { guarded: false } }), ["bob"]);
    expect(service.thing.guarded).toBe(false);
  });

  it("is never guessed: a read that does not show it ends the edit, unless the caller says it", async () => {
    const service = nameService(["ann"], null);
    await expect(addEntries<string>(onNames(service), ["bob"])).rejects.toThrow(
      "names of t1: the service did not return guarded, and a write without it could reset it",
    );
    expect(service.count("PUT")).toBe(0);
    await addEntries<string>(onNames(service, { also: { guarded: true } }), ["bob"]);
    expect(bodyOf(service)).toEqual({ names: ["ann", "bob"], guarded: true });
  });

  it("is written for its own sake when the list is right already", async () => {
    const service = nameService(["ann"], false);
    const result = await addEntries<string>(onNames(service, { also: { guarded: true } }), ["ann"]);
    expect(result).toMatchObject({ changed: true, writes: 1, plan: { added: [] } });
    expect(service.thing).toEqual({ names: ["ann"], guarded: true });
  });
});

describe("a write that the service says it did in part", () => {
  it("ends with what failed, what is there, and no repeat", async () => {
    const service = nameService(["ann"]);
    const failed = [{ name: "bob", why: "taken" }];
    service.afterWrite = () => {
      service.thing.names = ["ann", "eve"];
      return { failed };
    };
    await expect(
      replaceEntries<string>(onNames(service), ["ann", "bob", "eve"]),
    ).rejects.toMatchObject({
      name: "WriteNotAppliedError",
      message: expect.stringContaining("names of t1: the service applied only part of the write"),
      desired: ["ann", "bob", "eve"],
      observed: ["ann", "eve"],
      failures: failed,
    });
    expect(service.count("PUT")).toBe(1);
  });

  it("keeps what failed when what is there now cannot be read", async () => {
    const service = nameService(["ann"]);
    const failed = [{ name: "bob", why: "taken" }];
    service.afterWrite = () => {
      service.thing.names = null;
      return { failed };
    };
    await expect(addEntries<string>(onNames(service), ["bob"])).rejects.toMatchObject({
      name: "WriteNotAppliedError",
      message: expect.stringContaining('see "failures"; reading the list afterwards failed'),
      failures: failed,
      observed: undefined,
      cause: { name: "ResponseParseError" },
    });
  });

  it("is a success when nothing is listed", async () => {
    const service = nameService(["ann"]);
    service.afterWrite = () => ({ failed: [] });
    expect((await addEntries<string>(onNames(service), ["bob"])).changed).toBe(true);
  });
});
