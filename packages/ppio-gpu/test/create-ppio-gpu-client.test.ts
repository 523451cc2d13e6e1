import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPpioGpuClient, listInstances, UsageError } from "../src/index.js";

const variable = "PPIO_API_KEY";
let before: string | undefined;

beforeEach(() => {
  before = process.env[variable];
  delete process.env[variable];
});

afterEach(() => {
  if (before === undefined) delete process.env[variable];
  else process.env[variable] = before;
});

function recorder() {
  const sent: { url: string; authorization: string | null }[] = [];
  const fetch = async ({ url, headers }: Request): Promise<Response> => {
    sent.push({ url, authorization: headers.get("authorization") });
    return new Response('{"data":[],"next_cursor":"","has_more":false}');
  };
  return { fetch, sent };
}

describe("a PPIO GPU client", () => {
  it("says which variable to set when there is no key", () => {
    expect(() => createPpioGpuClient()).toThrow(UsageError);
    expect(() => createPpioGpuClient()).toThrow(/PPIO_API_KEY/);
    expect(() => createPpioGpuClient({ apiKey: "" })).toThrow(/apiKey is missing/);
  });

  it("reads the variable when it is created", async () => {
    process.env[variable] = "from-the-environment";
    const { fetch, sent } = recorder();
    const client = createPpioGpuClient({ fetch });
    process.env[variable] = "later";
    await listInstances(client).collect();
    expect(sent).toEqual([
      {
        url: "https://api.ppio.com/gpus/v2/instances",
        authorization: "Bearer from-the-environment",
      },
    ]);
  });

  it("asks a function for the key with every request", async () => {
    const { fetch, sent } = recorder();
    let calls = 0;
    const client = createPpioGpuClient({ fetch, apiKey: async () => `key-${++calls}` });
    await listInstances(client).collect();
    await listInstances(client).collect();
    expect(sent.map(({ authorization }) => authorization)).toEqual([
      "Bearer key-1",
      "Bearer key-2",
    ]);
  });

  it("refuses a key that no header can carry, without showing it", async () => {
    expect(() => createPpioGpuClient({ apiKey: "hunter\r\n22" })).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/hunter|22/) }),
    );
    const { fetch, sent } = recorder();
    const client = createPpioGpuClient({ fetch, apiKey: () => "x\ny" });
    await expect(listInstances(client).collect()).rejects.toThrow(
      /apiKey holds a character that no header can carry/,
    );
    expect(sent).toEqual([]);
  });

  it("refuses a function that gives nothing", async () => {
    const { fetch, sent } = recorder();
    const client = createPpioGpuClient({ fetch, apiKey: () => "" });
    await expect(listInstances(client).collect()).rejects.toThrow(/the function given gave none/);
    expect(sent).toEqual([]);
  });
});
