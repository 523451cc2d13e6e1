import { describe, expect, it } from "vitest";
import { createEmulator } from "../src/index.js";
import { readRefusal } from "./helpers/vpcep.js";

const { fetch } = createEmulator("huaweicloud-vpcep");
const base = "https://vpcep.cn-north-4.myhuaweicloud.com";

describe("the versions of VPCEP", () => {
  it("are listed and shown without credentials", async () => {
    const all = (await (await fetch(`${base}/`)).json()) as { versions: unknown[] };
    expect(all).toMatchObject({ versions: [{ id: "v1", status: "CURRENT" }] });
    expect(await (await fetch(`${base}/v1`)).json()).toEqual({ version: all.versions[0] });
  });

  it("that do not exist are 404, and everything else wants credentials", async () => {
    expect(await readRefusal(await fetch(`${base}/v9`))).toEqual([404, "EndPoint.0005"]);
    expect(await readRefusal(await fetch(`${base}/v1/p/quotas`))).toEqual([401, "EndPoint.0003"]);
  });
});
