import { setTimeout as sleep } from "node:timers/promises";
import { createPpioGpuClient, type Fetch } from "@cloud-clients/ppio-gpu";
import { type LockPlace, openLock } from "./locks.js";
import { createRandom } from "./random.js";
import { type Way, ways } from "./ways.js";

/** What one writer of a race is to do. */
export interface Order {
  readonly way: Way;
  /** The instance that all writers of the race edit. */
  readonly id: string;
  /** The port that this writer adds. */
  readonly port: number;
  readonly seed: number;
  readonly baseUrl: string;
  /** Longest latency of a request on its way there, and again on its way back, in milliseconds. */
  readonly latencyMs: number;
  /** The lock that all writers of the race share; without it, that of their process. */
  readonly lock?: LockPlace | undefined;
}

/** How a writer ended. */
export interface WriterEnd {
  readonly succeeded: boolean;
  readonly requests: number;
  /** Longest time from the sending of a read to the end of the write that was planned on it, in ms. */
  readonly planMs: number;
}

/** Lets one writer add its port, through random latencies on both ways. */
export async function runWriter(order: Order, fetch: Fetch): Promise<WriterEnd> {
  const random = createRandom(order.seed);
  const latency = (): Promise<void> => sleep(random() * order.latencyMs);
  let requests = 0;
  let readAt = 0;
  let planMs = 0;
  const client = createPpioGpuClient({
    apiKey: "any",
    baseUrl: order.baseUrl,
    fetch: async (request) => {
      const { method } = request;
      requests++;
      if (method === "GET") readAt = performance.now();
      await latency();
      const response = await fetch(request);
      await latency();
      if (method === "PUT") planMs = Math.max(planMs, performance.now() - readAt);
      return response;
    },
  });
  const lock = order.lock && (await openLock(order.lock));
  await latency();
  try {
    await ways[order.way](client, order.id, order.port, lock && { lock });
    return { succeeded: true, requests, planMs };
  } catch {
    return { succeeded: false, requests, planMs };
  }
}
