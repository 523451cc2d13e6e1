import type { Middleware, MiddlewareCallbackParams } from "openapi-fetch";
import type { Exchange, Outgoing } from "../transport/outgoing.js";

/** What middlewares are told beside the request. */
export type MiddlewareInfo = Omit<MiddlewareCallbackParams, "request">;

/**
 * Sends a request past middlewares, in the order and with the rights that openapi-fetch gives them:
 * each may replace the request, answer in its place, replace the answer, or turn a failure into one.
 *
 * @param send - sends the request that the middlewares left.
 */
export async function passMiddlewares(
  middlewares: readonly Middleware[],
  { url, ...init }: Outgoing,
  info: MiddlewareInfo,
  send: (request: Outgoing) => Promise<Exchange>,
): Promise<Response> {
  let request = new Request(url, init as RequestInit);
  for (const { onRequest } of middlewares) {
    const result = await onRequest?.({ ...info, request });
    if (result instanceof Response) return result;
    request = result || request;
  }
  const backwards = [...middlewares].reverse();
  let response: Response | undefined;
  try {
    response = await sendRequest(request, send);
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
  return response;
}

async function sendRequest(
  request: Request,
  send: (request: Outgoing) => Promise<Exchange>,
): Promise<Response> {
  const { url, method, headers } = request;
  const body = (await request.text()) || null;
  const { response, text } = await send({
    url,
    method,
    headers: Object.fromEntries(headers),
    body,
  });
  // A middleware may read the body, which has been read already.
  return text === undefined ? response : new Response(text || null, response);
}
