import { isCloudClientError } from "../errors/cloud-client-error.js";
import { NetworkError } from "../errors/network-error.js";

const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|ConnectionRefused/;

/** Turns what a `fetch` threw into an error of ours; our own pass through. */
export function networkFailure(thrown: unknown, operation: string): Error {
  if (isCloudClientError(thrown)) return thrown;
  const { cause, code } = (thrown ?? {}) as { cause?: { code?: unknown }; code?: unknown };
  const reason = String(cause?.code ?? code ?? "connection failed");
  return new NetworkError(`${operation} got no answer: ${reason}`, {
    sent: !neverSent.test(reason),
    cause: thrown,
  });
}
