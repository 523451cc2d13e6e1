import { describe, expect, it } from "vitest";
import {
  addEntries,
  type EditOptions,
  editEntries,
  planEntries,
  replaceEntries,
  verifyEntries,
} from "../src/kit.js";
import { json, portsRule, tinyClient } from "./tiny-api.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

const http: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };
const ssh: TinyPort = { port: 22, protocol: "TCP", target: 22 };

describe("an error of an edit", () => {
  it("names the resource and shows the line that called", async () => {
    const service = portService([http]);
    const client = tinyClient({ fetch: service.fetch });
    const target = { client, rule: portsRule, id: "t1" };
    service.beforeRead = () => json({ message: "gone" }, { status: 404 });
    async function myOwnFunction(): Promise<unknown> {
      return addEntries(target, [dns]);
    }
    const error = await myOwnFunction().catch((thrown: unknown) => thrown as Error);
    expect(error).toMatchObject({ name: "NotFoundError", status: 404 });
    expect((error as Error).message).toMatch(/^ports of t1: /);
    expect((error as Error).stack).toMatch(/^\w*Error: ports of t1: /);
    expect((error as Error).stack).toContain("myOwnFunction");
  });

  it.each([undefined, "", 5, null, Symbol("x"), {}])(
    "with the id %o comes before any request",
    async (id) => {
      const service = portService([]);
      const target = { ...onPorts(service), id: id as unknown as string };
      await expect(addEntries(target, [dns])).rejects.toThrow(
        "id must be a non-empty string that names the resource",
      );
      expect(service.asked).toEqual([]);
    },
  );

  it.each([
    [{ timeout: 1 }, 'an edit of ports has no option "timeout": did you mean timeoutMs?'],
    [{ settle: 1 }, "did you mean settleMs?"],
    [{ verify: { timeout: 1 } }, 'verify has no option "timeout": did you mean timeoutMs?'],
    [{ lock: "mine" }, 'lock must be a function, not "mine"'],
    [{ allowEmpty: "yes" }, 'allowEmpty must be true or false, not "yes"'],
    [{ onConflict: "re-apply" }, "onConflict must be"],
    [{ signal: new AbortController() }, "signal must be an AbortSignal, not an object"],
    [{ signal: null }, "signal must be an AbortSignal, not null"],
    [{ retry: true }, "retry must be false or an object, not true"],
    [{ retry: "never" }, 'retry must be false or an object, not "never"'],
    [{ retry: { retrys: 1 } }, 'retry has no option "retrys": did you mean retries?'],
  ])("for options that do not exist says which do: %j", async (options, message) => {
    const service = portService([]);
    const target = onPorts(service, options as EditOptions);
    await expect(addEntries(target, [dns])).rejects.toThrow(message);
    await expect(planEntries(target, { present: [dns] })).rejects.toThrow(message);
    await expect(verifyEntries(target, [dns])).rejects.toThrow(message);
    expect(service.asked).toEqual([]);
  });

  it("is none for null as options", async () => {
    const target = { ...onPorts(portService([dns])), options: null as unknown as undefined };
    expect(await addEntries(target, [dns])).toMatchObject({ changed: false });
    expect(await planEntries(target, { present: [dns] })).toMatchObject({ added: [] });
    expect(await verifyEntries(target, [dns])).toMatchObject({ matches: true });
  });

  it("shows the line that called once, and its own message, when both come from timers", async () => {
    const service = portService([http]);
    const verify = { timeoutMs: 60_000, intervalMs: 30_000 };
    service.beforeWrite = () => json({});
    const controller = new AbortController();
    const edit = new Promise((resolve, reject) => {
      const target = onPorts(service, { verify, signal: controller.signal });
      function myOwnCallback(): void {
        addEntries(target, [dns]).then(resolve, reject);
      }
      setTimeout(myOwnCallback, 1);
    });
    setTimeout(() => controller.abort(), 100);
    const { stack, message } = (await edit.catch((thrown: unknown) => thrown as Error)) as Error;
    expect(message).toBe("ports of t1 was aborted by the caller");
    expect(stack).toMatch(/^AbortedError: ports of t1 was aborted by the caller\n/);
    expect(stack?.match(/myOwnCallback/g)).toHaveLength(1);
    expect(stack).not.toContain("addEntries");
  });

  it("does not repeat the line that called where the stack has it", async () => {
    async function myOwnFunction(): Promise<unknown> {
      return await verifyEntries(onPorts(portService(null)), [dns]);
    }
    const error = await myOwnFunction().catch((thrown: unknown) => thrown as Error);
    expect((error as Error).stack?.match(/myOwnFunction/g)).toHaveLength(1);
  });

  it("of the caller's own is passed on as it is", async () => {
    const mine = new Error("mine");
    const { stack } = mine;
    const edit = editEntries(onPorts(portService([])), () => {
      throw mine;
    });
    await expect(edit).rejects.toBe(mine);
    expect(mine).toMatchObject({ message: "mine", stack });
  });

  it("says in which fields an entry differs, and names only some of many", async () => {
    const service = portService([http, ssh]);
    service.afterWrite = () => {
      service.ports = [{ ...http, target: 1 }, ssh, { ...dns, port: "53" }];
    };
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
      message: expect.stringMatching(
        /missing: 80\/TCP, 53\/UDP; unexpected: 80\/TCP, 53\/UDP; 80\/TCP differs in target; 53\/UDP differs in port$/,
      ),
      fields: [],
    });
    const rule = { ...portsRule, maxItems: 99 };
    const many = Array.from({ length: 7 }, (_, index) => ({ port: index + 1 }));
    const full = portService([http]);
    full.afterWrite = () => {
      full.ports = [ssh];
    };
    await expect(replaceEntries({ ...onPorts(full), rule }, many)).rejects.toThrow(
      "missing: 1/TCP, 2/TCP, 3/TCP, 4/TCP, 5/TCP and 2 more; unexpected: 22/TCP",
    );
  });

  it("never shows the text of a function", async () => {
    const entry = { port: 1, target: () => "secret" };
    await expect(addEntries(onPorts(portService([])), [entry])).rejects.toThrow("not a function");
  });

  it("for a response beyond maxResponseBytes comes before any write", async () => {
    const service = portService([http]);
    const edit = addEntries(onPorts(service, { maxResponseBytes: 5 }), [dns]);
    await expect(edit).rejects.toMatchObject({ name: "ResponseTooLargeError" });
    expect(service.count("PUT")).toBe(0);
  });

  it("for a forgotten client says so", async () => {
    const target = { ...onPorts(portService([])), client: undefined as never };
    await expect(addEntries(target, [dns])).rejects.toThrow("must be a client of this package");
  });
});

it("what the service has stored is escaped where an error names it", async () => {
  const service = portService([http]);
  service.afterWrite = () => {
    service.ports = [{ port: 81, protocol: "UDP\u001b[2J\n\u009b2J", target: 1 }];
  };
  const error = await addEntries(onPorts(service), [dns]).catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "ConcurrentWriteError" });
  expect(error.message).toContain("unexpected: 81/UDP\\u001b[2J\\n\\u009b2J");
  expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
