import { addPorts, editPorts, unwrap, verifyPorts } from "@cloud-clients/ppio-gpu";
import { beforeEach, describe, expect, it } from "vitest";
import { read } from "../src/repo.js";
import { apart, createStage } from "./race-stage.js";

// Our port is 7001, theirs 7002.
const rows = [
  "between our first and second read",
  "between our second read and our PUT",
  "between our PUT and our verifying read",
  "after our verify",
];
let stage: ReturnType<typeof createStage>;
let ours: ReturnType<typeof stage.writer>;
let theirs: ReturnType<typeof stage.writer>;
let before: number[];

beforeEach(() => {
  stage = createStage();
  ours = stage.writer("ours");
  theirs = stage.writer("theirs");
  before = stage.ports();
});

const tcp = (port: number) => ({ port, protocol: "tcp" as const });
const addOurs = (options = {}) => addPorts(ours, stage.id, [tcp(7001)], { ...apart, ...options });
const addTheirs = (options = {}) =>
  addPorts(theirs, stage.id, [tcp(7002)], { ...apart, ...options });
const now = () => stage.ports().sort((a, b) => a - b);
const and = (...added: number[]) => [...before, ...added].sort((a, b) => a - b);
const conflict = (lost: number) => ({
  name: "ConcurrentWriteError",
  missing: [tcp(lost)],
});

describe(`the other writer's PUT lands ${rows[0]}`, () => {
  it("plain read-modify-write: theirs is lost, silently", async () => {
    const writeOurs = await stage.readByHand(ours);
    await stage.editByHand(theirs, 7002);
    await writeOurs(7001);
    expect(now()).toEqual(and(7001));
  });

  it("ours: seen, the intent is replayed, both are kept", async () => {
    let runs = 0;
    const result = await editPorts(
      ours,
      stage.id,
      async (ports) => {
        if (runs++ === 0) await stage.editByHand(theirs, 7002);
        return [...ports, tcp(7001)];
      },
      apart,
    );
    expect(now()).toEqual(and(7001, 7002));
    expect(result).toMatchObject({ changed: true, writes: 1, conflicts: 1 });
    expect(runs).toBe(2);
  });
});

describe(`the other writer's PUT lands ${rows[1]}`, () => {
  it("plain read-modify-write: theirs is lost, silently", async () => {
    const put = stage.stop("ours", "PUT");
    const editing = stage.editByHand(ours, 7001);
    await put.reached();
    await stage.editByHand(theirs, 7002);
    await put.go();
    await editing;
    expect(now()).toEqual(and(7001));
  });

  it("ours: theirs is lost, unnoticed if they verified before our PUT", async () => {
    const put = stage.stop("ours", "PUT");
    const editing = addOurs();
    await put.reached();
    expect(await addTheirs()).toMatchObject({ changed: true, conflicts: 0 });
    await put.go();
    expect(await editing).toMatchObject({ changed: true, conflicts: 0 });
    expect(now()).toEqual(and(7001));
  });

  it("ours: theirs is lost, seen by them if they verify later than our PUT", async () => {
    const put = stage.stop("ours", "PUT");
    const editing = addOurs();
    await put.reached();
    const verifying = stage.stop("theirs", "GET", { nth: 2 });
    const editingTheirs = addTheirs();
    await verifying.reached();
    await put.go();
    await editing;
    await Promise.all([
      expect(editingTheirs).rejects.toMatchObject(conflict(7002)),
      verifying.go(),
    ]);
  });

  it("ours: settleMs makes that certain, and onConflict keeps both", async () => {
    const put = stage.stop("ours", "PUT");
    const editing = addOurs();
    await put.reached();
    const settled = stage.stop("theirs", "GET", { nth: 3 });
    const editingTheirs = addTheirs({ settleMs: 1, onConflict: "reapply" });
    await settled.reached();
    await put.go(); // before the read that is to come after all such writes
    await editing;
    expect(now()).toEqual(and(7001));
    await settled.go();
    expect(await editingTheirs).toMatchObject({ changed: true, conflicts: 1, writes: 2 });
    expect(now()).toEqual(and(7001, 7002));
  });
});

describe(`the other writer's PUT lands ${rows[2]}`, () => {
  it("plain read-modify-write: ours is lost, silently", async () => {
    const writeTheirs = await stage.readByHand(theirs);
    const put = stage.stop("ours", "PUT", { at: "committed" });
    const editing = stage.editByHand(ours, 7001);
    await put.reached();
    await writeTheirs(7002);
    await put.go();
    await editing;
    expect(now()).toEqual(and(7002));
  });

  for (const onConflict of ["throw", "reapply"] as const) {
    it(`ours: seen, ${onConflict === "throw" ? "typed error" : "reapplied"}`, async () => {
      const writeTheirs = await stage.readByHand(theirs);
      const verifying = stage.stop("ours", "GET", { nth: 2 });
      const editing = addOurs({ onConflict });
      await verifying.reached();
      await writeTheirs(7002);
      const end =
        onConflict === "throw"
          ? expect(editing).rejects.toMatchObject(conflict(7001))
          : editing.then((result) => expect(result).toMatchObject({ conflicts: 1, writes: 2 }));
      await verifying.go();
      await end;
      expect(now()).toEqual(onConflict === "throw" ? and(7002) : and(7001, 7002));
    });
  }
});

describe(`the other writer's PUT lands ${rows[3]}`, () => {
  it("plain read-modify-write: ours is replaced", async () => {
    const writeTheirs = await stage.readByHand(theirs);
    await stage.editByHand(ours, 7001);
    await writeTheirs(7002);
    expect(now()).toEqual(and(7002));
  });

  it("ours: the same, and verifyPorts finds it", async () => {
    const writeTheirs = await stage.readByHand(theirs);
    const { changed, observed } = await addOurs();
    expect(changed).toBe(true);
    await writeTheirs(7002);
    expect(now()).toEqual(and(7002));
    expect(await verifyPorts(ours, stage.id, observed)).toMatchObject({
      matches: false,
      missing: [tcp(7001)],
      unexpected: [tcp(7002)],
    });
  });
});

describe("the table of what cannot be promised", () => {
  it("is documented by these rows", async () => {
    const page = await read("docs/full-replace.md");
    const table = page.slice(page.indexOf("the other writer's PUT lands"));
    const documented = [...table.matchAll(/^\| ((?:between|after) [^|]+) \|/gm)];
    expect(documented.map(([, row]) => row)).toEqual(rows);
  });
});

describe("what the table leaves out", () => {
  it("a copy of our PUT that the network delivers late undoes what came since", async () => {
    await addOurs();
    await addTheirs();
    const body = { ports: stage.lastSent("ours") };
    const path = "/gpus/v2/instances/{instance_id}/ports";
    await unwrap(ours.PUT(path, { params: stage.params, body }));
    expect(now()).toEqual(and(7001));
  });

  it("within one process the lock of the resource keeps everybody apart", async () => {
    const ports = [7001, 7002, 7003, 7004, 7005];
    const results = await Promise.all(
      ports.map((port) => addPorts(stage.writer(`${port}`), stage.id, [tcp(port)])),
    );
    expect(now()).toEqual(and(...ports));
    expect(results.map(({ conflicts }) => conflicts)).toEqual([0, 0, 0, 0, 0]);
    expect(stage.emulator.requests).toHaveLength(15);
  });

  it("a service that is slow to show writes is waited for", async () => {
    const { faults } = stage.emulator;
    faults.add({ match: { method: "PUT" }, fault: { kind: "staleReads", reads: 3 } });
    expect(await addOurs()).toMatchObject({ changed: true, conflicts: 0, writes: 1 });
    expect(stage.emulator.requests.map(({ method }) => method).join(" ")).toBe(
      "GET PUT GET GET GET GET",
    );
  });

  it("a write that the service only pretends to make is an error", async () => {
    const { faults } = stage.emulator;
    faults.add({ match: { method: "PUT" }, fault: { kind: "ignoreWrite" } });
    await expect(addOurs({ verify: { timeoutMs: 30, intervalMs: 5 } })).rejects.toMatchObject({
      name: "WriteNotAppliedError",
      desired: expect.arrayContaining([tcp(7001)]),
    });
  });
});
