import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createEmulator } from "../../src/index.js";

const folder = new URL("../../src/huaweicloud-vpcep/", import.meta.url);
const bundle = new URL("../../openapi/huaweicloud-vpcep.yaml", import.meta.url);
const { "x-error-codes": table } = parse(readFileSync(bundle, "utf8")) as {
  "x-error-codes": Record<string, { status: number }>;
};

const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));

describe("the error codes of the VPCEP stand-in", () => {
  it("are all documented", () => {
    const used = sources.flatMap(({ text }) => text.match(/"End[Pp]oint\.\d{4}"/g) ?? []);
    expect(used.length).toBeGreaterThan(60);
    expect(used.map((code) => JSON.parse(code)).filter((code) => !(code in table))).toEqual([]);
  });

  it("come with their documented status", () => {
    const refusals = sources.flatMap(({ file, text }) => {
      const found = text.matchAll(/Refusal\(\s*(\d{3}),\s*"(End[Pp]oint\.\d{4})"/g);
      return [...found].map(([, status, code = ""]) => ({ file, status: Number(status), code }));
    });
    expect(refusals.length).toBeGreaterThan(25);
    expect(refusals.filter(({ status, code }) => table[code]?.status !== status)).toEqual([]);
  });

  it("a request without its body gets the status that is documented for it, which is not HTTP's", async () => {
    const emulator = createEmulator("huaweicloud-vpcep");
    const response = await emulator.fetch("https://vpcep.example/v1/p/vpc-endpoint-services", {
      method: "POST",
      headers: { "x-auth-token": "token" },
    });
    const { error } = (await response.json()) as { error: { code: string } };
    expect(error.code).toBe("EndPoint.0011");
    expect(response.status).toBe(table["EndPoint.0011"]?.status);
  });
});
