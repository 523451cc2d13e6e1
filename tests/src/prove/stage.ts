import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { createEmulator } from "@cloud-clients/emulator";

/** Where the suite finds what it needs. */
export interface Addresses {
  /** The emulators. */
  readonly ppio: string;
  readonly vpcep: string;
  /** Sets faults and tells what was seen; also serves the page that a browser opens. */
  readonly control: string;
  /** Nobody listens there. */
  readonly nobody: string;
}

/** What the suite runs against. */
export interface Stage {
  readonly addresses: Addresses;
  close(): Promise<void>;
}

/** A request as it arrived on a socket of the PPIO emulator. */
interface Seen {
  readonly method: string;
  readonly path: string;
  /** Whether its connection had brought a request before. */
  readonly kept: boolean;
}

/**
 * Starts emulators on sockets, and the server by which a suite in another process controls them.
 *
 * @param script - the suite in one file, for a browser.
 */
export async function openStage(script: string): Promise<Stage> {
  const ppio = createEmulator("ppio-gpu", {
    instances: 120,
    clock: "wall",
    cors: true,
    apiKeys: ["the-right-key"],
  });
  const vpcep = createEmulator("huaweicloud-vpcep", {
    services: 7,
    clock: "wall",
    cors: true,
    accessKeys: { AKID: "the-secret" },
  });
  const [ppioSocket, vpcepSocket] = await Promise.all([ppio.listen(), vpcep.listen()]);
  const log = watch(ppioSocket.port);
  const routes: Readonly<Record<string, (body: string) => unknown>> = {
    "POST /faults/ppio": (body) => void ppio.faults.add(JSON.parse(body)),
    "POST /faults/vpcep": (body) => void vpcep.faults.add(JSON.parse(body)),
    "DELETE /faults": () => {
      ppio.faults.clear();
      vpcep.faults.clear();
    },
    "GET /requests": () => log.seen,
    "DELETE /requests": () => void log.seen.splice(0),
  };
  const files: Readonly<Record<string, [type: string, content: string]>> = {
    "/": ["text/html", "<!doctype html><title>Conformance suite</title>"],
    "/suite.js": ["text/javascript", script],
  };
  const control = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    const [type, content] = files[url] ?? [];
    if (method === "GET" && content !== undefined) {
      response.setHeader("content-type", `${type}; charset=utf-8`);
      response.end(content);
    } else {
      await respond(request, response, routes[`${method} ${url}`]);
    }
  });
  const addresses = {
    ppio: ppioSocket.url,
    vpcep: vpcepSocket.url,
    control: await listen(control),
    nobody: await nobody(),
  };
  return {
    addresses,
    async close() {
      log.stop();
      control.closeAllConnections();
      await Promise.all([ppioSocket.close(), vpcepSocket.close(), closed(control)]);
    },
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  route: ((body: string) => unknown) | undefined,
): Promise<void> {
  try {
    if (route === undefined) throw new Error(`no ${request.method} ${request.url}`);
    const result = route(await text(request));
    response.end(result === undefined ? "" : JSON.stringify(result));
  } catch (error) {
    response.statusCode = 400;
    response.end(String(error));
  }
}

/** Notes each request that arrives at a port of this process, preflight requests apart. */
function watch(port: number): { seen: Seen[]; stop(): void } {
  const seen: Seen[] = [];
  const used = new WeakSet<Socket>();
  const note = (message: unknown): void => {
    const { request } = message as { request: IncomingMessage };
    const { method = "", url = "", socket } = request;
    if (socket.localPort !== port) return;
    const kept = used.has(socket);
    used.add(socket);
    if (method !== "OPTIONS") seen.push({ method, path: url, kept });
  };
  const channel = "http.server.request.start";
  subscribe(channel, note);
  return { seen, stop: () => unsubscribe(channel, note) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** The address of a port that was free a moment ago. */
async function nobody(): Promise<string> {
  const server = createServer();
  const address = await listen(server);
  await closed(server);
  return address;
}
