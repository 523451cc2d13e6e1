import { NetworkError } from "../errors/network-error.js";
import { blot } from "./blot.js";

const neverSent = /REFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|ConnectionRefused/;

/**
 * Turns what a `fetch` threw into an error of ours. Its message becomes the cause's, credentials
 * blotted out.
 */
export function networkFailure(
  thrown: unknown,
  operation: string,
  headers: Record<string, string>,
): NetworkError {
  const outer = (thrown ?? {}) as { message?: string; code?: string; cause?: typeof outer };
  const { message = String(thrown), cause } = outer;
  const reason = blot(`${cause?.code ?? outer.code ?? message}`, headers);
  return new NetworkError(`${operation} got no answer: ${reason}`, {
    sent: !neverSent.test(reason),
    cause: new Error(blot(`${message}: ${cause?.message}`, headers)),
  });
}
