import { type LockServer, startEtcd } from "@cloud-clients/lock-servers";
import { editEntries } from "@cloud-clients/runtime/kit";
import { afterAll, describe, expect, it } from "vitest";
import { etcdLock } from "../src/etcd.js";
import { namesAt, startListService } from "./list-service.js";
import { itKeepsItsPromises } from "./lock-contract.js";
import { openLock } from "./open-lock.js";

const server = await startEtcd();
if (!server) console.warn("not tested here: etcdLock, because etcd is not installed");
// Here, so that it is stopped when all tests of it are left out, too.
afterAll(() => server?.stop());

describe.skipIf(!server)("etcdLock", () => {
  const { port, restart } = server as LockServer;
  const ask = async (path: string, body: object) => {
    const response = await fetch(`http://127.0.0.1:${port}/v3/${path}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const lose = async (): Promise<void> => {
    const key = Buffer.from("cloud-clients/locks/").toString("base64");
    const end = Buffer.from("cloud-clients/locks0").toString("base64");
    await ask("kv/deleterange", { key, range_end: end });
  };
  itKeepsItsPromises({ kind: "etcd", at: () => port, inOrder: true, hasLease: true, lose });

  it("survives a restart of the server in mid-edit", async () => {
    const service = await startListService();
    const { lock } = await openLock("etcd", port);
    const target = namesAt(service.url, { lock });
    await editEntries<{ name: string }>(target, async (names) => {
      await restart();
      return [...names, { name: "restarted" }];
    });
    expect(service.names()).toEqual(["restarted"]);
    await service.close();
  });

  it("leaves neither lease nor key behind", async () => {
    await etcdLock(`http://127.0.0.1:${port}/`)("https://a.example/left", async () => {});
    const { leases = [] } = await ask("lease/leases", {});
    const { kvs = [] } = await ask("kv/range", { key: "AA==", range_end: "AA==" });
    expect({ leases, kvs }).toEqual({ leases: [], kvs: [] });
  });

  it("says what etcd returned", async () => {
    const lock = etcdLock(`http://127.0.0.1:${port}/nowhere`);
    await expect(lock("https://a.example/nowhere", async () => {})).rejects.toThrow(
      "etcd returned 404 for lease/grant",
    );
  });
});
