import { expect, it } from "vitest";
import { serve } from "./socket-server.js";
import { tinyClient } from "./tiny-api.js";

it("200 parallel calls through one client never mix state", async () => {
  const { baseUrl, seen } = await serve((request, response) => {
    const id = request.url?.split("/").at(-1);
    const first = seen.filter(({ url }) => url === request.url).length === 1;
    const delay = (Number(id) * 7) % 23;
    setTimeout(() => {
      if (Number(id) % 20 === 3 && first) response.writeHead(503).end();
      else response.writeHead(200, { "x-request-id": `r${id}` }).end(JSON.stringify({ id }));
    }, delay);
  });
  const client = tinyClient({ baseUrl });
  const results = await Promise.all(
    Array.from({ length: 200 }, (_, id) =>
      client.GET("/things/{id}", {
        params: { path: { id: String(id) } },
        headers: { "x-call": String(id) },
      }),
    ),
  );
  for (const [id, { data, response }] of results.entries()) {
    expect(data).toEqual({ id: String(id) });
    expect(response.headers.get("x-request-id")).toBe(`r${id}`);
  }
  for (const { url, headers } of seen) expect(headers["x-call"]).toBe(url.split("/").at(-1));
  expect(seen).toHaveLength(210);
});
