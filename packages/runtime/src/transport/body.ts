import { whenAborted } from "../base/signals.js";

/** Reads a whole body; `undefined` if it exceeds the limit, and the rest is not read. */
export async function readBytes(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return new TextEncoder().encode(await response.text());
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length > maxBytes) {
      reader.cancel().catch(() => {});
      return undefined;
    }
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array<ArrayBuffer>) : join(chunks, length);
}

function join(chunks: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The error that the reader of a streamed body gets when it ends early. */
export interface StreamErrors {
  aborted(): Error;
  broken(thrown: unknown): Error;
}

/**
 * A body for the caller to read as it arrives. Time limits no longer apply, but the caller's signal still
 * ends it.
 */
export function handOver(
  response: Response,
  caller: AbortSignal | undefined,
  errors: StreamErrors,
): ReadableStream<Uint8Array> | null {
  const reader = response.body?.getReader();
  if (!reader) return null;
  let stopWaiting = (): void => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (!caller) return;
      stopWaiting = whenAborted(caller, () => {
        controller.error(errors.aborted());
        reader.cancel(caller.reason).catch(() => {});
      });
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (thrown) {
        controller.error(errors.broken(thrown));
      }
      stopWaiting();
    },
    cancel(reason) {
      stopWaiting();
      return reader.cancel(reason);
    },
  });
}
