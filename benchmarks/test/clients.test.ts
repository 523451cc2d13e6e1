import { describe, expect, it } from "vitest";
import { clients, reasonOf, withEach } from "../src/peers/clients.js";
import { apiKey, instanceId } from "../src/peers/peer.js";

const base = "https://api.ppio.com";

/** A fetch that knows one instance and a list of three pages, and keeps what it is asked. */
function service() {
  const requests: Request[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    requests.push(request.clone());
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.endsWith("/instances")) return Response.json({ id: "i" });
    const page = Number(searchParams.get("cursor") ?? 1 + Number(searchParams.get("after") ?? 0));
    const more = page < 3;
    const data = [{ id: `${page}` }, { id: `${page}` }];
    return Response.json({ data, has_more: more, next_cursor: more ? `${page + 1}` : "" });
  };
  return { fetch, requests };
}

describe.each(Object.entries(clients))("%s", (_, client) => {
  it("sends the same requests as the others, with the key, and walks all pages", async () => {
    await client.prepare();
    const { fetch, requests } = service();
    const { get, put, walk } = await client.connect({ baseUrl: base, fetch });
    expect(await get()).toMatchObject({ id: "i" });
    expect(await put()).toMatchObject({ id: "i" });
    const [read, written] = requests;
    const instance = `${base}/gpus/v2/instances/${instanceId}`;
    expect([read?.method, read?.url]).toEqual(["GET", instance]);
    expect([written?.method, written?.url]).toEqual(["PUT", `${instance}/ports`]);
    expect(await written?.json()).toEqual({ ports: [{ port: 8080, protocol: "tcp" }] });
    expect(written?.headers.get("content-type")).toMatch(/^application\/json/);

    const walked: unknown[] = [];
    for await (const item of walk()) walked.push(Object(item).id);
    expect(walked).toEqual(["1", "1", "2", "2", "3", "3"]);
    const pages = requests.slice(2).map(({ url }) => new URL(url).searchParams);
    expect(pages.map((query) => query.get("limit"))).toEqual(["100", "100", "100"]);
    for (const { headers } of requests) {
      expect(headers.get("authorization")).toBe(`Bearer ${apiKey}`);
    }
  });
});

describe("a client that fails", () => {
  it("is absent with the reason; ours never is", async () => {
    const failing = (which: string) =>
      withEach(async (_, name) => {
        if (name === which) throw new Error("no port is free\nat a place");
        return name;
      });
    const { results, absent } = await failing("openai");
    expect(Object.keys(results)).toEqual(Object.keys(clients).filter((name) => name !== "openai"));
    expect(absent).toEqual({ openai: "could not be run: no port is free" });
    await expect(failing("ours")).rejects.toThrow("no port is free");
  });

  it("has a reason that does not tell where the checkout is", () => {
    const { file } = clients.openai ?? {};
    expect(reasonOf(new Error(`no ${file}`))).toBe(
      "could not be run: no benchmarks/src/peers/openai.ts",
    );
  });
});
