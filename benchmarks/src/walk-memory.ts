import { setImmediate } from "node:timers/promises";
import { createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";

/**
 * A process that walks as many items as its argument says, and prints the most memory that was alive
 * during the walk and the most that the process held.
 */
const items = Number(process.argv[2]);
const pageSize = 100;
const pages = items / pageSize;
const collect = globalThis.gc;
if (!collect) throw new Error("run me with --expose-gc");

const fetch = async ({ url }: Request): Promise<Response> => {
  // Every real fetch leaves the microtasks. A walk that never does keeps all that is weakly held.
  await setImmediate();
  const cursor = new URL(url).searchParams.get("cursor") ?? "1.";
  const number = Number(cursor.slice(0, cursor.indexOf(".")));
  const more = number < pages;
  const data = Array.from({ length: pageSize }, (_, index) => ({
    id: `${number}-${index}`,
    name: `instance ${index} of page ${number}`,
    ports: [{ port: 8080, protocol: "tcp", endpoint: "host:30080" }],
  }));
  const body = { data, next_cursor: more ? `${number + 1}.${"x".repeat(48)}` : "", has_more: more };
  return new Response(JSON.stringify(body));
};

const client = createPpioGpuClient({ apiKey: "k", fetch });
const { signal } = new AbortController();
const options = { prefetch: 1, maxPages: pages, signal };
// What is compiled on the way is no part of the walk.
await listInstances(client, {}, options).collect({ maxItems: 20_000 });
let seen = 0;
let mostAlive = 0;
for await (const page of listInstances(client, {}, options).pages()) {
  seen += page.items.length;
  // As often a page in a long walk as in a short one, so that both hold as much garbage.
  if (page.number % 20 !== 0) continue;
  collect();
  mostAlive = Math.max(mostAlive, process.memoryUsage().heapUsed);
}
if (seen !== items) throw new Error(`saw ${seen} of ${items} items`);
const held = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ mostAlive, held }));
