import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createClock, createEmulator } from "../../src/index.js";
import { callVpcep, readRefusal } from "../helpers/vpcep.js";

interface Signed {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Made with AKSKSigner of @huaweicloud/huaweicloud-sdk-core 3.1.211, at 2026-01-01T00:00:00Z. */
const official = JSON.parse(
  readFileSync(new URL("../fixtures/official-signatures.json", import.meta.url), "utf8"),
) as [Signed, Signed, Signed];
const [listing, update, temporary] = official;
const accessKeys = { AKTEST: "sk-test-secret" };

describe("credentials of VPCEP", () => {
  const list = "https://vpcep.cn-north-4.myhuaweicloud.com/v1/p/vpc-endpoint-services";

  it("may be any token, or one of the known tokens", async () => {
    const open = createEmulator("huaweicloud-vpcep");
    const closed = createEmulator("huaweicloud-vpcep", { tokens: ["good"] });
    const init = (token: string) => ({ headers: { "x-auth-token": token } });
    expect((await open.fetch(list, init("any"))).status).toBe(200);
    expect((await closed.fetch(list, init("good"))).status).toBe(200);
    expect(await readRefusal(await closed.fetch(list, init("bad")))).toEqual([
      401,
      "EndPoint.0003",
    ]);
    expect(await readRefusal(await open.fetch(list))).toEqual([401, "EndPoint.0003"]);
  });

  it("give access to the one project that is named, when one is", async () => {
    const { fetch } = createEmulator("huaweicloud-vpcep", { projectId: "mine" });
    expect(await readRefusal(await callVpcep(fetch, "GET", "/vpc-endpoint-services"))).toEqual([
      403,
      "EndPoint.0004",
    ]);
    const mine = await fetch(list.replace("/p/", "/mine/"), { headers: { "x-auth-token": "t" } });
    expect(mine.status).toBe(200);
  });
});

describe("a signature", () => {
  const { fetch } = createEmulator("huaweicloud-vpcep", { accessKeys });

  async function send({ url, ...init }: Signed, through = fetch): Promise<[number, string]> {
    const response = await through(url, init);
    return [response.status, await response.text()];
  }

  it("made by the vendor's SDK holds, with a query and with a body", async () => {
    expect((await send(listing))[0]).toBe(200);
    expect(await send(update)).toEqual([400, expect.stringContaining("EndPoint.2003")]);
  });

  it("of a temporary key needs its security token", async () => {
    const key = { AKTEST: { secret: "sk-test-secret", securityToken: "tmp-token" } };
    const known = createEmulator("huaweicloud-vpcep", { accessKeys: key });
    expect(await send(temporary, known.fetch)).toEqual([
      400,
      expect.stringContaining("EndPoint.2003"),
    ]);
    expect((await send(listing, known.fetch))[1]).toContain("needs its X-Security-Token");
  });

  it.each([
    ["another method", { ...temporary, method: "PUT" }],
    ["another path", { ...listing, url: listing.url.replace("/p/", "/q/") }],
    ["another query", { ...listing, url: `${listing.url}&status=failed` }],
    ["another body", { ...update, body: '{"ports":[]}' }],
    ["another host", { ...listing, headers: { ...listing.headers, host: "other.example" } }],
    ["another secret", listing],
  ])("does not hold for %s", async (what, request) => {
    const secret = what === "another secret" ? "other" : "sk-test-secret";
    const other = createEmulator("huaweicloud-vpcep", { accessKeys: { AKTEST: secret } });
    expect(await send(request, other.fetch)).toEqual([
      401,
      expect.stringContaining("does not fit"),
    ]);
  });

  it("holds for 15 minutes around its date", async () => {
    const statusAt = async (startAt: string): Promise<number> => {
      const clock = createClock({ startAt });
      const emulator = createEmulator("huaweicloud-vpcep", { accessKeys, clock });
      return (await send(listing, emulator.fetch))[0];
    };
    expect(await statusAt("2026-01-01T00:15:00Z")).toBe(200);
    expect(await statusAt("2026-01-01T00:15:01Z")).toBe(401);
    expect(await statusAt("2025-12-31T23:44:59Z")).toBe(401);
  });

  it("by an unknown key, without a signed date or in another form is refused", async () => {
    const { Authorization: good = "", ...headers } = listing.headers;
    for (const [bad, message] of [
      [good.replace("AKTEST", "OTHER"), "access key OTHER is not known"],
      [good.replace("host;x-sdk-date", "host"), "X-Sdk-Date must be among the signed headers"],
      [good.replace("SDK-HMAC-SHA256", "AWS4-HMAC-SHA256"), "Authorization must be"],
      ["Bearer key", "Authorization must be"],
    ] as const) {
      const response = await send({ ...listing, headers: { ...headers, Authorization: bad } });
      expect(response).toEqual([401, expect.stringContaining(message)]);
    }
  });
});

describe("errors of VPCEP", () => {
  it("have the flat form on request", async () => {
    const { fetch } = createEmulator("huaweicloud-vpcep", { errorEnvelope: "flat" });
    const response = await callVpcep(fetch, "GET", "/vpc-endpoints/nope");
    expect(await response.json()).toEqual({
      error_code: "EndPoint.2006",
      error_msg: "no endpoint has the id nope",
    });
  });
});

describe("the versions of VPCEP", () => {
  const { fetch } = createEmulator("huaweicloud-vpcep");
  const base = "https://vpcep.cn-north-4.myhuaweicloud.com";

  it("are listed and shown without credentials", async () => {
    const all = (await (await fetch(`${base}/`)).json()) as { versions: unknown[] };
    expect(all).toMatchObject({ versions: [{ id: "v1", status: "CURRENT" }] });
    expect(await (await fetch(`${base}/v1`)).json()).toEqual({ version: all.versions[0] });
  });

  it("are the only thing that wants no credentials", async () => {
    expect(await readRefusal(await fetch(`${base}/v1/p/quotas`))).toEqual([401, "EndPoint.0003"]);
  });
});
