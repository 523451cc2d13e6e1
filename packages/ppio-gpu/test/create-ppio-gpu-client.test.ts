import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createPpioGpuClient,
  listInstances,
  type PpioGpuClientOptions,
  UsageError,
} from "../src/index.js";

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
      /apiKey contains a character that a header cannot carry/,
    );
    expect(sent).toEqual([]);
  });

  it.each([
    [{ timeout: 5 }, /createPpioGpuClient has no option "timeout": did you mean timeoutMs\?/],
    [{ apikey: "x" }, /did you mean apiKey\?/],
    [{ token: "hunter22" }, /the credential is apiKey/],
    [{ baseURL: "https://x.example" }, /did you mean baseUrl\?/],
    [{ region: "x" }, /no option "region": there are retry, .*, service, baseUrl, apiKey/],
    [{ retry: { retrys: 3 } }, /retry has no option "retrys": did you mean retries\?/],
    [
      { hooks: { onrequest: () => {} } },
      /hooks has no option "onrequest": did you mean onRequest\?/,
    ],
    [{ hooks: null }, /the options of hooks must be an object, not null/],
  ])("refuses an option that does not exist: %o", (options, message) => {
    const create = () => createPpioGpuClient({ apiKey: "k", ...options } as PpioGpuClientOptions);
    expect(create).toThrow(UsageError);
    expect(create).toThrow(message);
  });

  it("refuses a key in place of its options, without showing it", () => {
    const create = () => createPpioGpuClient("hunter22" as PpioGpuClientOptions);
    expect(create).toThrow("the options of createPpioGpuClient must be an object, not text");
  });

  it("takes what is undefined for what is left out, also in a query", async () => {
    process.env[variable] = "from-the-environment";
    const maybe: string | undefined = [][0];
    const { fetch, sent } = recorder();
    const hooks = { onRequest: undefined };
    const shared = { retry: undefined, timeoutMs: undefined, hooks, fetch };
    const client = createPpioGpuClient({
      apiKey: maybe,
      baseUrl: maybe,
      service: undefined,
      ...shared,
    });
    await listInstances(client, { status: maybe }, { from: maybe, signal: undefined }).collect();
    expect(sent[0]?.url).toBe("https://api.ppio.com/gpus/v2/instances");
  });

  it("refuses a function that gives nothing", async () => {
    const { fetch, sent } = recorder();
    const client = createPpioGpuClient({ fetch, apiKey: () => "" });
    await expect(listInstances(client).collect()).rejects.toThrow(/the function returned none/);
    expect(sent).toEqual([]);
  });
});
