/** A request as it arrived, read once. */
export interface IncomingRequest {
  /** Upper case. */
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Text of the body; empty when there is none, or too much. */
  readonly text: string;
  /** Bytes of the body, as far as it was read. */
  readonly bodyBytes: number;
  /** Whether the body has more bytes than are taken; then it was not read to its end. */
  readonly tooLarge: boolean;
}

/** Reads a request to its end, or until its body turns out to have more than `maxBytes`. */
export async function readIncoming(request: Request, maxBytes: number): Promise<IncomingRequest> {
  return {
    method: request.method.toUpperCase(),
    url: new URL(request.url),
    headers: request.headers,
    ...(await readBody(request, maxBytes)),
  };
}

async function readBody(
  { headers, body }: Request,
  maxBytes: number,
): Promise<Pick<IncomingRequest, "text" | "bodyBytes" | "tooLarge">> {
  if (body === null) return { text: "", bodyBytes: 0, tooLarge: false };
  if (Number(headers.get("content-length") ?? 0) > maxBytes) {
    await body.cancel();
    return { text: "", bodyBytes: 0, tooLarge: true };
  }
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bodyBytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bodyBytes += value.length;
    if (bodyBytes > maxBytes) {
      await reader.cancel();
      return { text: "", bodyBytes, tooLarge: true };
    }
    chunks.push(value);
  }
  return { text: new TextDecoder().decode(Buffer.concat(chunks)), bodyBytes, tooLarge: false };
}
