import { setTimeout as sleep } from "node:timers/promises";
import { createPpioGpuClient, type Fetch } from "@cloud-clients/ppio-gpu";
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
}

/** How a writer ended. */
export interface WriterEnd {
  readonly succeeded: boolean;
  readonly requests: number;
}

/** Longest latency of a request on its way there, and again on its way back. */
export const latencyMs = 4;

/** Lets one writer add its port, through random latencies on both ways. */
export async function runWriter(order: Order, fetch: Fetch): Promise<WriterEnd> {
  const random = createRandom(order.seed);
  const latency = (): Promise<void> => sleep(random() * latencyMs);
  let requests = 0;
  const client = createPpioGpuClient({
    apiKey: "any",
    baseUrl: order.baseUrl,
    fetch: async (url, init) => {
      requests++;
      await latency();
      const response = await fetch(url, init);
      await latency();
      return response;
    },
  });
  await latency();
  try {
    await ways[order.way](client, order.id, order.port);
    return { succeeded: true, requests };
  } catch {
    return { succeeded: false, requests };
  }
}
