import { describe, expect, it } from "vitest";
import { addEntries, ensureEntries, verifyEntries } from "../src/kit.js";
import { connectionError, portsRule } from "./tiny-api.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

const http: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };

/** A service that shows more of an entry than was written, and than its documents say. */
function echoing(...ports: object[]) {
  const service = portService([]);
  const show = (): void => {
    service.ports = service.ports.map((port) => ({ note: "ours", state: "OPEN", ...port }));
  };
  service.ports = ports;
  service.afterWrite = show;
  show();
  return service;
}

describe("a service that shows fields which nobody wrote", () => {
  it("is believed to have written, with three requests", async () => {
    const service = echoing(http);
    const result = await addEntries(onPorts(service), [dns]);
    expect(service.asked.map(({ method }) => method)).toEqual(["GET", "PUT", "GET"]);
    expect(result).toMatchObject({ changed: true, conflicts: 0, observed: service.ports });
  });

  it("needs no second write", async () => {
    const service = echoing(http);
    await addEntries(onPorts(service), [dns]);
    service.asked.length = 0;
    expect(await addEntries(onPorts(service), [dns])).toMatchObject({ changed: false });
    expect(await ensureEntries(onPorts(service), { present: [dns] })).toMatchObject({
      changed: false,
    });
    expect(service.count("PUT")).toBe(0);
  });

  it("gets back what it shows of entries that stay", async () => {
    const service = echoing({ ...http, note: "theirs" });
    await addEntries(onPorts(service), [dns]);
    expect(JSON.parse(service.asked[1]?.body ?? "")).toEqual({
      ports: [{ ...http, note: "theirs", state: "OPEN" }, dns],
    });
  });

  it("is recovered from a lost response", async () => {
    const service = echoing(http);
    const { afterWrite } = service;
    service.afterWrite = () => {
      afterWrite?.();
      return connectionError("ECONNRESET");
    };
    const result = await addEntries(onPorts(service), [dns]);
    expect(result).toMatchObject({ changed: true, recovered: true, writes: 1 });
    expect(service.count("PUT")).toBe(1);
  });

  it("is believed, too, when the request's documents know the field that only it sets", async () => {
    const endpoint = { title: "a text", type: "string" } as const;
    const rule = { ...portsRule, fields: { ...portsRule.fields, endpoint } };
    const target = { ...onPorts(portService([])), rule };
    expect(await addEntries(target, [dns])).toMatchObject({ changed: true, conflicts: 0 });
  });

  it("verifies against what was written", async () => {
    const service = echoing(http, dns);
    expect(await verifyEntries(onPorts(service), [dns, http])).toMatchObject({
      matches: true,
      missing: [],
      unexpected: [],
    });
    expect(await verifyEntries(onPorts(service), [{ ...http, target: 9 }])).toMatchObject({
      matches: false,
      missing: [{ ...http, target: 9 }],
      unexpected: [http, { ...dns, note: "ours", state: "OPEN" }],
    });
  });

  it("is not believed when a field that was written reads otherwise", async () => {
    const service = portService([http]);
    service.afterWrite = () => {
      service.ports = [http, { ...dns, target: 1 }];
    };
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      missing: [dns],
      unexpected: [{ ...dns, target: 1 }],
    });
  });

  it("is not believed when it sets a field that its documents know", async () => {
    const service = portService([]);
    service.afterWrite = () => {
      service.ports = [{ port: 81, target: 1 }];
    };
    await expect(addEntries(onPorts(service), [{ port: 81 }])).rejects.toThrow(
      "81/TCP differs in target",
    );
  });

  it("may show an absent field as null", async () => {
    const service = portService([{ port: 80, protocol: "TCP", target: null }]);
    service.afterWrite = () => {
      service.ports = service.ports.map((port) => ({ target: null, ...port }));
    };
    expect(await addEntries(onPorts(service), [{ port: 80 }])).toMatchObject({ changed: false });
    expect(await addEntries(onPorts(service), [{ port: 81 }])).toMatchObject({
      changed: true,
      conflicts: 0,
    });
  });
});
