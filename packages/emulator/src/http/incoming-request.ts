/** A request as it arrived, read once. */
export interface IncomingRequest {
  /** Upper case. */
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Text of the body; empty when there is none. */
  readonly text: string;
}

/** Reads a request to its end. */
export async function readIncoming(request: Request): Promise<IncomingRequest> {
  return {
    method: request.method.toUpperCase(),
    url: new URL(request.url),
    headers: request.headers,
    text: request.body === null ? "" : await request.text(),
  };
}
