import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator } from "@cloud-clients/emulator";
import { pageSize } from "./peer.js";

/** A process of its own that serves one instance, and a list of as many pages as its argument says. */
const pages = Number(process.argv[2]);
const instance = JSON.stringify({
  id: "i",
  status: { status: "running" },
  ports: [{ port: 8080, protocol: "tcp" }],
});

// What the emulator lists, again and again with other ids: nothing else of a page is made per request.
const emulator = createEmulator("ppio-gpu", { instances: pageSize });
const list = await emulator.fetch(
  new Request(`https://api.ppio.com/gpus/v2/instances?limit=${pageSize}`, {
    headers: { authorization: "Bearer k" },
  }),
);
const { data } = (await list.json()) as { data: readonly { id: string }[] };
if (data.length !== pageSize) throw new Error(`the emulator lists ${data.length} instances`);
const [start = "", ...rest] = JSON.stringify(
  data.map((one, index) => ({ ...one, id: `@${index}` })),
).split("@");

/** The page with this number, which is where the ids of its items begin. */
function page(number: number): string {
  const items = start + rest.map((item) => `${number}-${item}`).join("");
  const more = number < pages;
  const next = more ? String(number + 1) : "";
  return `{"data":${items},"next_cursor":"${next}","has_more":${more}}`;
}

/** Clients name the next page by its cursor, openai's by the last item before it. */
function numberOf(query: URLSearchParams): number {
  const after = query.get("after");
  return after === null ? Number(query.get("cursor") ?? 1) : Number.parseInt(after, 10) + 1;
}

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    response.setHeader("content-type", "application/json");
    response.setHeader("x-request-id", "r");
    const { pathname, searchParams } = new URL(request.url ?? "", "http://here");
    const isList = pathname === "/gpus/v2/instances";
    response.end(isList ? page(numberOf(searchParams)) : instance);
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
