import { describe, expect, it } from "vitest";
import {
  addEntries,
  applyListPlan,
  type EditTarget,
  editEntries,
  ensureEntries,
  planList,
  removeEntries,
  replaceEntries,
  verifyList,
} from "../src/index.js";
import { connectionError } from "./tiny-api.js";
import { nameService, namesRule, onNames } from "./tiny-names.js";

const bodyOf = (service: ReturnType<typeof nameService>): unknown =>
  JSON.parse(service.asked.find(({ method }) => method === "PUT")?.body ?? "{}");

describe("a list of plain strings", () => {
  it("is added to, and says what changed in strings", async () => {
    const service = nameService(["ann"]);
    const result = await addEntries<string>(onNames(service), ["bob", "ann"]);
    expect(service.thing.names).toEqual(["ann", "bob"]);
    expect(result).toMatchObject({
      changed: true,
      before: ["ann"],
      after: ["ann", "bob"],
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
    const plan = await planList<string>(onNames(service), { present: ["bob"], absent: ["ann"] });
    expect(plan).toMatchObject({ added: ["bob"], removed: ["ann"] });
    const stored = JSON.parse(JSON.stringify(plan));
    await applyListPlan<string>(onNames(service), stored);
    expect(service.thing.names).toEqual(["bob"]);
    await expect(applyListPlan<string>(onNames(service), stored)).rejects.toThrow(/applied before/);
  });

  it("is verified, with what is missing and what is too many", async () => {
    const seen = await verifyList<string>(onNames(nameService(["ann", "bob"])), ["ann", "eve"]);
    expect(seen).toMatchObject({ matches: false, missing: ["eve"], unexpected: ["bob"] });
  });

  it("whose write was answered by silence is read, not written again", async () => {
    const service = nameService(["ann"]);
    service.afterWrite = () => connectionError("ECONNRESET");
    const result = await addEntries<string>(onNames(service), ["bob"]);
    expect(result).toMatchObject({ recovered: true, after: ["ann", "bob"] });
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

  it("is left out when the read did not show it, and gives way to what the caller sends", async () => {
    const silent = nameService(["ann"]);
    await addEntries<string>(onNames(silent), ["bob"]);
    expect(bodyOf(silent)).toEqual({ names: ["ann", "bob"] });
    const service = nameService(["ann"], true);
    await addEntries<string>(onNames(service, {}, { guarded: false }), ["bob"]);
    expect(service.thing.guarded).toBe(false);
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
      message: expect.stringContaining("names of t1: the service did only part of the write"),
      desired: ["ann", "bob", "eve"],
      observed: ["ann", "eve"],
      failures: failed,
    });
    expect(service.count("PUT")).toBe(1);
  });

  it("is a success when nothing is listed", async () => {
    const service = nameService(["ann"]);
    service.afterWrite = () => ({ failed: [] });
    expect((await addEntries<string>(onNames(service), ["bob"])).changed).toBe(true);
  });
});

describe("a rule that keeps fields or names failures", () => {
  it("does not compile without what honours it", () => {
    const { client, judge, also } = onNames(nameService([])) as Required<EditTarget>;
    const list = { client, rule: namesRule, id: "t1" };
    const whole: EditTarget = { ...list, also, judge };
    // @ts-expect-error the rule keeps a field
    const resetting: EditTarget = { ...list, judge };
    // @ts-expect-error the rule says where failures stand
    const deaf: EditTarget = { ...list, also };
    expect([whole, resetting, deaf]).toHaveLength(3);
  });
});
