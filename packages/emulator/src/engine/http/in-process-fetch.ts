import type { Router } from "./router.js";
import { BrokenConnection, type TextResponse, toResponse } from "./text-response.js";

/** The shape of the platform's `fetch`. */
export type Fetch = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;

/** A `fetch` that reaches the router without a socket. */
export function createInProcessFetch(router: Router): Fetch {
  return async (input, init) => {
    const { signal: ofInit, ...rest } = init ?? {};
    const signal = ofInit ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    // Without the signal: a Request that follows one leaves a listener on it until collected.
    const request =
      input instanceof Request && init === undefined ? input : new Request(input, rest);
    try {
      const response = await router(request, signal);
      signal?.throwIfAborted();
      return response;
    } catch (error) {
      if (error instanceof BrokenConnection) return breakOff(error);
      throw error;
    }
  };
}

function breakOff({ partial }: BrokenConnection): Response {
  if (partial === undefined) {
    throw new TypeError("fetch failed", { cause: connectionReset("read ECONNRESET") });
  }
  return cutResponse(partial.response, partial.bytes);
}

function cutResponse(response: TextResponse, bytes: number): Response {
  const whole = new TextEncoder().encode(response.text ?? "");
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(whole.slice(0, bytes)),
      pull: (controller) =>
        controller.error(
          new TypeError("terminated", { cause: connectionReset("other side closed") }),
        ),
    },
    { highWaterMark: 0 },
  );
  const { status, headers } = toResponse(response);
  headers.set("content-length", String(whole.length));
  return new Response(body, { status, headers });
}

function connectionReset(message: string): Error {
  return Object.assign(new Error(message), { code: "ECONNRESET" });
}
