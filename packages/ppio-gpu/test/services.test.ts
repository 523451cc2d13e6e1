import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createPpioGpuClient,
  listRegions,
  type PpioGpuClientOptions,
  type PpioGpuService,
  UsageError,
} from "../src/index.js";

const variables = ["PPIO_API_KEY", "NOVITA_API_KEY"] as const;
const before = new Map<string, string | undefined>();

beforeEach(() => {
  for (const name of variables) {
    before.set(name, process.env[name]);
    process.env[name] = `from ${name}`;
  }
});

afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

/** Where a client with these options sends a request, and with which key. */
async function target(options: PpioGpuClientOptions): Promise<[string, string | null]> {
  let sent: [string, string | null] = ["", null];
  const fetch = async ({ url, headers }: Request): Promise<Response> => {
    sent = [new URL(url).origin, headers.get("authorization")];
    return new Response('{"data":[]}');
  };
  await listRegions(createPpioGpuClient({ ...options, fetch })).collect();
  return sent;
}

describe("the service of a PPIO GPU client", () => {
  it("decides the address and which variable holds the key", async () => {
    const ppio = ["https://api.ppio.com", "Bearer from PPIO_API_KEY"];
    expect(await target({})).toEqual(ppio);
    expect(await target({ service: "ppio" })).toEqual(ppio);
    expect(await target({ service: "novita" })).toEqual([
      "https://api.novita.ai",
      "Bearer from NOVITA_API_KEY",
    ]);
  });

  it("gives way to an address and a key of the caller's", async () => {
    const own = { service: "novita", baseUrl: "https://gpu.example", apiKey: "mine" } as const;
    expect(await target(own)).toEqual(["https://gpu.example", "Bearer mine"]);
    expect(await target({ service: "novita", baseUrl: "https://gpu.example" })).toEqual([
      "https://gpu.example",
      "Bearer from NOVITA_API_KEY",
    ]);
  });

  it.each([
    ["ppio", "PPIO_API_KEY"],
    ["novita", "NOVITA_API_KEY"],
  ] as const)("%s names its own variable when there is no key", (service, variable) => {
    for (const name of variables) if (name === variable) delete process.env[name];
    expect(() => createPpioGpuClient({ service })).toThrow(UsageError);
    expect(() => createPpioGpuClient({ service })).toThrow(new RegExp(`${variable}$`));
  });

  it.each(["huawei", "", "toString"])("cannot be '%s'", (service) => {
    const options = { service: service as PpioGpuService, apiKey: "mine" };
    expect(() => createPpioGpuClient(options)).toThrow(UsageError);
    expect(() => createPpioGpuClient(options)).toThrow("service must be ppio or novita");
  });
});
