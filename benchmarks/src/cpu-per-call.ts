import { createPpioGpuClient, type paths, unwrap } from "@cloud-clients/ppio-gpu";
import createFetchClient from "openapi-fetch";
import { type Comparison, compare } from "./compare.js";
import { generateRedoclyClient } from "./redocly-client.js";
import type { Figure } from "./report.js";

const instance = JSON.stringify({
  id: "i",
  status: { status: "running" },
  ports: [{ port: 8080, protocol: "tcp" }],
});
const headers = { "content-type": "application/json", "x-request-id": "r" };
const fetch = async (): Promise<Response> => new Response(instance, { headers });

const path = { instance_id: "ca338f12f3" };
const body = { ports: [{ port: 8080, protocol: "tcp" as const }] };

/** The part of the generated client that is called here. */
interface RedoclyModule {
  createClient(operations: unknown, config: object): RedoclyClient;
  OPERATIONS: unknown;
}
interface RedoclyClient {
  getInstance(args: object): Promise<unknown>;
  updateInstancePorts(args: object): Promise<unknown>;
}

/**
 * CPU per call on a stub fetch: ours with guards, retries and hooks on, beside what users would take. It
 * shows the share that is ours; what a call costs over a socket is what counts.
 */
export async function cpuPerCall(): Promise<Figure[]> {
  const apiKey = "sk_0123456789";
  let events = 0;
  const count = (): void => {
    events++;
  };
  const hooks = { onRequest: count, onResponse: count, onRetry: count };
  const ours = createPpioGpuClient({ apiKey, fetch, hooks });
  const plain = createFetchClient<paths>({
    baseUrl: "https://api.ppio.com",
    headers: { authorization: `Bearer ${apiKey}` },
    fetch,
  });
  const module = (await import(await generateRedoclyClient("ppio-gpu"))) as RedoclyModule;
  const redocly = module.createClient(module.OPERATIONS, {
    serverUrl: "https://api.ppio.com",
    fetch,
    auth: { bearer: apiKey },
    retry: { retries: 2 },
    onRequest: count,
    onResponse: count,
  });
  const get = await compare({
    ours: () => unwrap(ours.GET("/gpus/v2/instances/{instance_id}", { params: { path } })),
    plain: () => plain.GET("/gpus/v2/instances/{instance_id}", { params: { path } }),
    redocly: () => redocly.getInstance({ path }),
  });
  const put = await compare({
    ours: () =>
      unwrap(ours.PUT("/gpus/v2/instances/{instance_id}/ports", { params: { path }, body })),
    plain: () => plain.PUT("/gpus/v2/instances/{instance_id}/ports", { params: { path }, body }),
    redocly: () => redocly.updateInstancePorts({ path, body }),
  });
  if (events === 0) throw new Error("the hooks were not called");
  return [...figures("GET", get), ...figures("PUT", put)];
}

function figures(method: string, { cpu }: Comparison): Figure[] {
  const { ours, plain, redocly } = cpu.micros;
  const beside = `µs: ours ${ours?.toFixed(1)}, openapi-fetch ${plain?.toFixed(1)}, Redocly ${redocly?.toFixed(1)}`;
  return [
    {
      what: `CPU of a ${method} on a stub, to plain openapi-fetch`,
      measured: cpu.ratio("ours", "plain"),
      unit: "×",
      beside,
    },
    {
      what: `CPU of a ${method} on a stub, to the Redocly client`,
      measured: cpu.ratio("ours", "redocly"),
      unit: "×",
      beside,
    },
  ];
}
