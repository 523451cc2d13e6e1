import { fork } from "node:child_process";
import { once } from "node:events";
import { createPpioGpuClient, type paths, unwrap } from "@cloud-clients/ppio-gpu";
import createFetchClient from "openapi-fetch";
import { type Comparison, compare } from "./compare.js";
import type { Figure } from "./report.js";

const detail = "/gpus/v2/instances/{instance_id}";
const init = { params: { path: { instance_id: "ca338f12f3" } } };
const body = { ports: [{ port: 8080, protocol: "tcp" as const }] };

/**
 * Time and CPU of a call over a loopback socket, in turns in one process: ours with guards, retries and
 * time limits on, beside plain openapi-fetch. The server is a process of its own.
 */
export async function callOverSocket(): Promise<Figure[]> {
  const server = fork(new URL("./call-server.ts", import.meta.url));
  try {
    const [port] = await once(server, "message");
    const baseUrl = `http://127.0.0.1:${port}`;
    const apiKey = "sk_0123456789";
    const ours = createPpioGpuClient({ apiKey, baseUrl });
    const headers = { authorization: `Bearer ${apiKey}` };
    const plain = createFetchClient<paths>({ baseUrl, headers });
    const options = { rounds: 41, calls: 300 };
    const get = await compare(
      { ours: () => unwrap(ours.GET(detail, init)), plain: () => plain.GET(detail, init) },
      options,
    );
    const ports = `${detail}/ports` as const;
    const put = await compare(
      {
        ours: () => unwrap(ours.PUT(ports, { ...init, body })),
        plain: () => plain.PUT(ports, { ...init, body }),
      },
      options,
    );
    return [...figures("GET", get), ...figures("PUT", put)];
  } finally {
    server.disconnect();
  }
}

function figures(method: string, { cpu, time }: Comparison): Figure[] {
  return Object.entries({ CPU: cpu, time }).map(([what, { micros, ratio, spread }]) => ({
    what: `${what} of a ${method} over a socket, to plain openapi-fetch`,
    measured: ratio("ours", "plain"),
    unit: "×",
    beside: `${spread("ours", "plain")}; µs: ours ${micros.ours?.toFixed(0)}, openapi-fetch ${micros.plain?.toFixed(0)}`,
  }));
}
