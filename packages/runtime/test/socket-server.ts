import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

type Responder = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on 127.0.0.1 that responds from a list, the last response over and over. */
export async function serve(...responders: Responder[]) {
  const seen: {
    method: string;
    url: string;
    headers: IncomingMessage["headers"];
    body: string;
    at: number;
  }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method = "", url = "", headers } = request;
    const responder = responders[Math.min(seen.length, responders.length - 1)];
    seen.push({ method, url, headers, body, at: performance.now() });
    responder?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  closing.push(close);
  return { baseUrl: `http://127.0.0.1:${port}`, seen, close };
}

export const ok: Responder = (_, response) => {
  response.setHeader("content-type", "application/json").end('{"data":[],"id":"x"}');
};

export const reset: Responder = (request) => {
  request.socket.resetAndDestroy();
};

export const silent: Responder = () => {};

export function status(code: number, headers: Record<string, string> = {}, body = ""): Responder {
  return (_, response) => {
    response.writeHead(code, headers).end(body);
  };
}

/** An address on this machine where nobody listens: it was a server's a moment ago. */
export async function nobodyListens(): Promise<string> {
  const { baseUrl, close } = await serve(ok);
  await close();
  return baseUrl;
}
