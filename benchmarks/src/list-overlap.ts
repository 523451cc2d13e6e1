import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
import { median } from "./compare.js";
import type { Figure } from "./report.js";

const latencyMs = 20;
const workMs = 20;
const pageSize = 100;

/**
 * Time of a walk whose pages take 20 ms each and are worked on for 20 ms each, beside the same loop
 * written by hand on bare fetch; walks of 60 pages that take turns, or with `--full` one of 1000.
 */
export async function listOverlap({ full }: { full: boolean }): Promise<Figure[]> {
  const pages = full ? 1_000 : 60;
  const rounds = full ? 1 : 5;
  const { baseUrl, close } = await serve(pages);
  const client = createPpioGpuClient({ apiKey: "k", baseUrl });
  const ours = async (prefetch: number): Promise<number> => {
    let items = 0;
    for await (const { items: some } of listInstances(client, {}, { prefetch }).pages()) {
      items += some.length;
      await sleep(workMs);
    }
    return items;
  };
  const walks = {
    ahead: () => ours(1),
    aheadByHand: () => byHand(baseUrl, true),
    inTurn: () => ours(0),
    inTurnByHand: () => byHand(baseUrl, false),
  };
  const times: Record<keyof typeof walks, number[]> = {
    ahead: [],
    aheadByHand: [],
    inTurn: [],
    inTurnByHand: [],
  };
  try {
    for (let round = 0; round < rounds; round++) {
      for (const name of Object.keys(walks) as (keyof typeof walks)[]) {
        const started = performance.now();
        const items = await walks[name]();
        times[name].push((performance.now() - started) / pages);
        if (items !== pages * pageSize) throw new Error(`${name} saw ${items} items`);
      }
    }
  } finally {
    close();
  }
  const { ahead, aheadByHand, inTurn, inTurnByHand } = times;
  const ratio = (a: number[], b: number[]): number =>
    median(a.map((time, round) => time / (b[round] ?? 0)));
  const ms = (samples: number[]): string => `${median(samples).toFixed(1)} ms a page`;
  return [
    {
      what: "a walk with prefetch: 1, to the same overlap by hand",
      measured: ratio(ahead, aheadByHand),
      unit: "×",
      beside: `${ms(ahead)}, by hand ${ms(aheadByHand)}`,
    },
    {
      what: "the same, to the longer of 20 ms a page and 20 ms of work",
      measured: median(ahead) / Math.max(latencyMs, workMs),
      unit: "×",
    },
    {
      what: "a walk without prefetch, to the same loop by hand",
      measured: ratio(inTurn, inTurnByHand),
      unit: "×",
      beside: `${ms(inTurn)}, by hand ${ms(inTurnByHand)}`,
    },
  ];
}

interface Page {
  readonly data: readonly unknown[];
  readonly next_cursor: string;
  readonly has_more: boolean;
}

async function byHand(baseUrl: string, ahead: boolean): Promise<number> {
  const request = async (cursor: string): Promise<Page> => {
    const headers = { authorization: "Bearer k" };
    const response = await fetch(`${baseUrl}/gpus/v2/instances?cursor=${cursor}`, { headers });
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as Page;
  };
  let items = 0;
  let next: Promise<Page> | undefined = request("");
  while (next) {
    const { data, next_cursor, has_more }: Page = await next;
    const follow = (): Promise<Page> | undefined => (has_more ? request(next_cursor) : undefined);
    next = ahead ? follow() : undefined;
    items += data.length;
    await sleep(workMs);
    if (!ahead) next = follow();
  }
  return items;
}

async function serve(pages: number): Promise<{ baseUrl: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://here");
    const number = Number(searchParams.get("cursor") || 1);
    const more = number < pages;
    const data = Array.from({ length: pageSize }, (_, index) => ({ id: `${number}-${index}` }));
    await sleep(latencyMs);
    response.setHeader("content-type", "application/json");
    const next_cursor = more ? String(number + 1) : "";
    response.end(JSON.stringify({ data, next_cursor, has_more: more }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { baseUrl: `http://127.0.0.1:${port}`, close };
}
