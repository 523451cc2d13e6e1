import { isCloudClientError } from "../errors/cloud-client-error.js";
import { NetworkError } from "../errors/network-error.js";
import { blot } from "./blot.js";

const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|ConnectionRefused/;

interface Thrown {
  message?: unknown;
  code?: unknown;
  cause?: Thrown;
}

/**
 * Turns what a `fetch` threw into an error of ours; our own pass through. What was thrown becomes the
 * cause, unless it quotes a credential: then only its blotted message does.
 */
export function networkFailure(
  thrown: unknown,
  operation: string,
  sent: Record<string, string>,
): Error {
  if (isCloudClientError(thrown)) return thrown;
  const { message, code, cause } = (thrown ?? {}) as Thrown;
  const reason = String(cause?.code ?? code ?? "connection failed");
  const text = `${message}\n${cause?.message}\n${reason}`;
  const clean = blot(text, sent);
  return new NetworkError(`${operation} got no answer: ${blot(reason, sent)}`, {
    sent: !neverSent.test(reason),
    cause: clean === text ? thrown : new Error(clean),
  });
}
