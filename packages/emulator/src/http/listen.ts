import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { BrokenConnection } from "./answer.js";
import type { Router } from "./router.js";

/** Where an emulator listens. */
export interface ListenOptions {
  /** Default 0: the system chooses a free one. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
}

/** An emulator that answers on a socket. */
export interface Listening {
  /** As in `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/** Serves a router over HTTP. @throws when the port cannot be had */
export async function listen(router: Router, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = "127.0.0.1" } = options;
  const server = createAdaptorServer({
    fetch: (request, bindings) => serveSocket(router, request, bindings as HttpBindings),
    // Otherwise the adaptor replaces the process's Request and Response by its own.
    overrideGlobalObjects: false,
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const bound = (server.address() as AddressInfo).port;
  const shownHost = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${shownHost}:${bound}`, port: bound, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function serveSocket(
  router: Router,
  request: Request,
  { incoming, outgoing }: HttpBindings,
): Promise<Response> {
  try {
    return await router(request, request.signal);
  } catch (error) {
    if (request.signal.aborted) return RESPONSE_ALREADY_SENT;
    // A mistake in a test's own callback, most likely: say it where the test can see it.
    if (!(error instanceof BrokenConnection)) return new Response(`${error}`, { status: 500 });
    if (error.partial === undefined) incoming.socket.resetAndDestroy();
    else writePart(outgoing as ServerResponse, error.partial);
    return RESPONSE_ALREADY_SENT;
  }
}

function writePart(
  outgoing: ServerResponse,
  { answer, bytes }: NonNullable<BrokenConnection["partial"]>,
): void {
  const whole = Buffer.from(answer.text ?? "");
  outgoing.writeHead(answer.status, { ...answer.headers, "content-length": whole.length });
  outgoing.write(whole.subarray(0, bytes), () => outgoing.socket?.destroy());
}
