import type { Middleware, MiddlewareCallbackParams } from "openapi-fetch";
import type { Exchange, Outgoing } from "../transport/outgoing.js";

/** What middlewares are told beside the request. */
export type MiddlewareInfo = Omit<MiddlewareCallbackParams, "request">;

/**
 * Sends a request past middlewares, in the order and with the rights that openapi-fetch gives them:
 * each may replace the request, answer in its place, replace the answer, or turn a failure into one.
 *
 * @param send - sends the request that the middlewares left.
 * @returns what they made of the answer.
 */
export async function passMiddlewares(
  middlewares: readonly Middleware[],
  { url, ...init }: Outgoing,
  info: MiddlewareInfo,
  send: (request: Outgoing) => Promise<Exchange>,
  readBody: boolean,
): Promise<Exchange> {
  let exchange = { attempts: 1, headers: {} } as Exchange;
  const pass = async (response: Response): Promise<Exchange> => {
    const { ok } = response;
    const text = readBody || !ok ? await response.text() : undefined;
    return { ...exchange, response, ok, text };
  };
  let request = new Request(url, init as RequestInit);
  for (const { onRequest } of middlewares) {
    const result = await onRequest?.({ ...info, request });
    if (result instanceof Response) return pass(result);
    request = result || request;
  }
  const backwards = [...middlewares].reverse();
  let response: Response | undefined;
  try {
    exchange = await send({
      url: request.url,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: (await request.text()) || null,
    });
    const { text } = exchange;
    // A middleware may read the body, which has been read already.
    response =
      text === undefined ? exchange.response : new Response(text || null, exchange.response);
  } catch (thrown) {
    let error = thrown;
    for (const { onError } of backwards) {
      const result = await onError?.({ ...info, request, error });
      if (result instanceof Response) {
        response = result;
        break;
      }
      error = result || error;
    }
    if (!response) throw error;
  }
  for (const { onResponse } of backwards) {
    response = (await onResponse?.({ ...info, request, response })) || response;
  }
  return pass(response);
}
