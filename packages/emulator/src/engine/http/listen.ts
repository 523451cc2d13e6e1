import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { checkOptions, filledText, listOf, wholeNumber } from "../check-options.js";
import { foreignHost, toHostname } from "./allowed-host.js";
import type { Router } from "./router.js";
import { BrokenConnection, type TextResponse, toResponse } from "./text-response.js";

/** Where an emulator listens, and under which names. */
export interface ListenOptions {
  /** Default 0: the system chooses a free one. */
  readonly port?: number | undefined;
  /** Address to listen on. Default 127.0.0.1. */
  readonly host?: string | undefined;
  /**
   * Names that requests may give in `Host`, beside `localhost`, 127.0.0.0/8, `[::1]`, `host` and the
   * address that they reach. Others get a 421: a page on the internet can have its own name
   * resolved to this computer. Default none.
   */
  readonly allowedHosts?: readonly string[] | undefined;
}

/** An emulator that listens on a socket. */
export interface Listening {
  /** As in `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/** What a socket is served with. */
export interface SocketService {
  readonly router: Router;
  /** The response to a request that came to the wrong host. */
  readonly refuseHost: (host: string) => TextResponse;
}

/** Serves a router over HTTP. @throws when the port cannot be had; TypeError or RangeError for an option */
export async function listen(
  service: SocketService,
  options: ListenOptions = {},
): Promise<Listening> {
  checkOptions<ListenOptions>("listen", options, {
    port: wholeNumber(0, 65_535),
    host: filledText,
    allowedHosts: listOf(
      "host names without a scheme",
      (host) => typeof host === "string" && !host.includes("/") && toHostname(host) !== undefined,
    ),
  });
  const { port = 0, host = "127.0.0.1", allowedHosts = [] } = options;
  const allowed = new Set([host, ...allowedHosts].flatMap((each) => toHostname(each) ?? []));
  const server = createAdaptorServer({
    fetch: (request, bindings) => {
      const { incoming, outgoing } = bindings as HttpBindings;
      const foreign = foreignHost(incoming as IncomingMessage, request.url, allowed);
      if (foreign !== undefined) return toResponse(service.refuseHost(foreign));
      return serveSocket(
        service.router,
        request,
        incoming as IncomingMessage,
        outgoing as ServerResponse,
      );
    },
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
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Response> {
  // Nobody reads the body of a GET: the connection ends with the response, however long the body is.
  if (request.method === "GET" || request.method === "HEAD") {
    const { "transfer-encoding": chunked, "content-length": length = "0" } = incoming.headers;
    if (chunked !== undefined || length !== "0") outgoing.shouldKeepAlive = false;
  }
  try {
    return await router(request, request.signal);
  } catch (error) {
    if (request.signal.aborted) return RESPONSE_ALREADY_SENT;
    // A mistake in a test's own callback, most likely: say it where the test can see it.
    if (!(error instanceof BrokenConnection)) return new Response(`${error}`, { status: 500 });
    if (error.partial === undefined) incoming.socket.resetAndDestroy();
    else writePart(outgoing, error.partial);
    return RESPONSE_ALREADY_SENT;
  }
}

function writePart(
  outgoing: ServerResponse,
  { response, bytes }: NonNullable<BrokenConnection["partial"]>,
): void {
  const whole = Buffer.from(response.text ?? "");
  outgoing.writeHead(response.status, { ...response.headers, "content-length": whole.length });
  outgoing.write(whole.subarray(0, bytes), () => outgoing.socket?.destroy());
}
