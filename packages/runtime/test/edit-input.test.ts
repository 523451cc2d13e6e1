import { describe, expect, it } from "vitest";
import {
  addEntries,
  type EditOptions,
  editEntries,
  ensureEntries,
  planEntries,
  removeEntries,
  replaceEntries,
  verifyEntries,
} from "../src/kit.js";
import { nameService, namesRule, onNames } from "./tiny-names.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

const http: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };
const ssh: TinyPort = { port: 22, protocol: "TCP", target: 22 };

describe("an intent of the wrong shape", () => {
  it.each([
    [[http], "an intent must be { present, absent }, { replace } or a function, not a list"],
    [{ presnet: [http] }, 'an intent has no option "presnet": did you mean present?'],
    [{ replace: [http], present: [] }, 'an intent that replaces has no option "present"'],
    [{}, "an intent must be { present, absent } with at least one of them"],
    [{ present: undefined }, "at least one of them"],
    [{ present: http }, "present must be a list, not an object"],
    [{ replace: undefined }, "replace must be a list, not missing"],
    [null, "not null"],
    ["web", 'not "web"'],
  ])("is refused before any request: %j", async (intent, message) => {
    const service = portService([http]);
    await expect(planEntries(onPorts(service), intent as object)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining(message),
    });
    if (!Array.isArray(intent) && intent && typeof intent === "object" && !("replace" in intent)) {
      await expect(ensureEntries(onPorts(service), intent as object)).rejects.toThrow(message);
    }
    expect(service.asked).toEqual([]);
  });

  it.each([[undefined], [[dns]], [{ present: [dns] }]])(
    "is no function either: %j",
    async (change) => {
      const edit = editEntries(onPorts(portService([])), change as unknown as () => undefined);
      await expect(edit).rejects.toThrow(
        "a change must be a function from the list to the new list",
      );
    },
  );
});

describe("fields of an entry", () => {
  it.each([
    [{ ...dns, taget: 1 }, 'ports[0] has no option "taget": did you mean target?'],
    [{ ...dns, constructor: 1 }, 'ports[0] has no option "constructor"'],
    [{ port: 1, target: () => 1 }, "ports[0].target must be JSON data"],
    [{ port: 1, target: new Date(0) }, "JSON data, not an object"],
    [{ port: 1, target: Symbol("x") }, "JSON data, not Symbol(x)"],
    [{ port: 1, targets: [undefined] }, "ports[0].targets[0] must be JSON data, not missing"],
  ])("that are unknown or no JSON are refused before any request", async (entry, message) => {
    const service = portService([http]);
    for (const write of [addEntries, replaceEntries, verifyEntries, removeEntries]) {
      await expect(write(onPorts(service), [entry])).rejects.toThrow(message);
    }
    expect(service.asked).toEqual([]);
  });

  it("that go round in a circle or very deep are refused", async () => {
    const circle: Record<string, unknown> = { port: 1 };
    circle.self = circle;
    await expect(addEntries(onPorts(portService([])), [circle])).rejects.toThrow(
      "ports[0].self must be JSON data, which cannot contain itself",
    );
    let deep: unknown = 1;
    for (let level = 0; level < 32; level++) deep = [deep];
    await expect(addEntries(onPorts(portService([])), [{ port: 1, target: deep }])).rejects.toThrow(
      "nested at most 32 levels deep",
    );
  });

  it("that are undefined have no effect", async () => {
    const service = portService([http]);
    const input = [
      { ...http, target: undefined },
      { ...dns, note: undefined },
    ];
    await ensureEntries(onPorts(service), { present: input });
    expect(service.ports).toMatchObject([http, dns]);
  });

  it("that only the service sets are not sent, whoever gives them", async () => {
    const service = portService([http]);
    await editEntries(onPorts(service), (ports) => [...ports, { ...dns, endpoint: "mine" }]);
    expect(JSON.parse(service.asked[1]?.body ?? "")).toEqual({ ports: [http, dns] });
  });

  it("that the service shows beyond its documents may be set by a change that saw them", async () => {
    const service = portService([{ ...http, note: "theirs" }]);
    await editEntries<object>(onPorts(service), (ports) =>
      ports.map((one) => ({ ...one, note: "ours" })),
    );
    expect(service.ports).toMatchObject([{ note: "ours" }]);
    const edit = editEntries<object>(onPorts(service), (ports) => [...ports, { port: 1, nota: 1 }]);
    await expect(edit).rejects.toThrow('ports[1] has no option "nota": did you mean note?');
  });
});

describe("what the caller gives", () => {
  it("is not written when a function changes its copy and returns nothing", async () => {
    const service = portService([{ ...http, deep: { a: 1 } }]);
    const result = await editEntries<object>(onPorts(service), (ports) => {
      Object.assign(Object(ports[0]), { port: 1 });
      Object(ports[0]).deep.a = 2;
      ports.push(dns);
      return undefined;
    });
    expect(result).toMatchObject({ changed: false, base: [{ ...http, deep: { a: 1 } }] });
    expect(result.base).toHaveLength(1);
    expect(service.count("PUT")).toBe(0);
  });

  it.each([
    ["NaN", Number.NaN, "not NaN"],
    ["a hole", new Array(1), "not missing"],
  ])("has no %s in a field that only the service knows", async (_, odd, message) => {
    const service = portService([{ ...http, note: 1 }]);
    const edit = editEntries<object>(onPorts(service), () => [{ ...http, note: odd }]);
    await expect(edit).rejects.toThrow(message);
    expect(service.count("PUT")).toBe(0);
  });

  it("to remove must name entries, each once", async () => {
    const service = portService([http]);
    const target = onPorts(service);
    await expect(removeEntries(target, [{ protocol: "TCP" }])).rejects.toThrow(
      "ports[0].port must be a port, not missing",
    );
    await expect(removeEntries(target, [{ port: "80" }])).rejects.toThrow('not "80"');
    await expect(removeEntries(target, [{ port: 80 }, http])).rejects.toThrow("80/TCP twice");
    const names = onNames(nameService(["ann"]));
    await expect(removeEntries(names, [""])).rejects.toThrow(
      'names[0] must be a non-empty string, not ""',
    );
    expect(service.asked).toEqual([]);
  });

  it("is measured in characters, not in halves of them", async () => {
    const entry = { type: "string", title: "a text of up to 2 characters", most: 2 } as const;
    const service = nameService([]);
    const target = { ...onNames(service), rule: { ...namesRule, entry } };
    await addEntries<string>(target, ["😀😀"]);
    await expect(addEntries<string>(target, ["😀😀😀"])).rejects.toThrow("up to 2 characters");
    expect(service.thing.names).toEqual(["😀😀"]);
  });

  it("is copied at the call: entries, options and keys", async () => {
    const service = portService([http]);
    const entry = { ...dns };
    const entries = [entry];
    const retry = { retries: 2 };
    const options: EditOptions = { allowEmpty: false, retry };
    const edit = addEntries(onPorts(service, options), entries);
    entry.port = 99;
    entries.push(ssh);
    options.allowEmpty = true;
    retry.retries = -1;
    await edit;
    expect(service.ports).toMatchObject([http, dns]);
    const plain = nameService(["ann"], false);
    const also = { guarded: true };
    const names = addEntries<string>(onNames(plain, { also }), ["bob"]);
    also.guarded = false;
    await names;
    expect(plain.thing.guarded).toBe(true);
  });
});
