import { oneLine } from "../base/text.js";
import { NetworkError } from "../errors/network-error.js";
import type { Redactor } from "./redact.js";

/** Failures by code, where the words say more than the code. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused",
  ConnectionRefused: "the connection was refused",
  ENOTFOUND: "the host cannot be found",
  EAI_AGAIN: "the host cannot be looked up at the moment",
  ECONNRESET: "the connection was reset",
  ETIMEDOUT: "the connection timed out",
  UND_ERR_CONNECT_TIMEOUT: "the connection could not be established in time",
  UND_ERR_SOCKET: "the connection was closed",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
};

/**
 * How runtimes report that no connection was made: Node and Bun by code, Deno by message. In browsers and
 * workerd this cannot be distinguished from a connection that broke later (docs/runtimes.md).
 */
const neverConnected =
  /^(ECONNREFUSED|ConnectionRefused|FailedToOpenSocket|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|EHOSTUNREACH|ENETUNREACH|CERT_\w+|ERR_TLS_CERT\w+|DEPTH_ZERO\w+|SELF_SIGNED\w+|UNABLE_TO_\w+)$|client error \(Connect\)|^Unable to connect/;

interface Thrown {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/**
 * Turns what `fetch` threw into a NetworkError: its message says what happened and where, and its cause is
 * what was thrown, without credentials.
 */
export function networkFailure(
  thrown: unknown,
  operation: string,
  url: string,
  redactor: Redactor,
): NetworkError {
  const reasons = reasonsOf(thrown);
  const [first = String(thrown)] = reasons;
  const said = words[first] ? `${words[first]} (${first})` : oneLine(redactor.text(first));
  const where = URL.canParse(url) ? ` from ${new URL(url).host}` : "";
  const unknownHost = first === "ENOTFOUND" || first === "EAI_AGAIN";
  const advice = unknownHost ? "; check the region or the baseUrl" : "";
  return new NetworkError(`${operation} got no response${where}: ${said}${advice}`, {
    sent: !(reasons.length > 0 && reasons.every((reason) => neverConnected.test(reason))),
    cause: redactor.error(thrown),
  });
}

/**
 * Why it failed, according to the platform: the code, or else the message, of the innermost cause. More than
 * one if several addresses of a host were tried.
 */
function reasonsOf(thrown: unknown, seen: readonly unknown[] = []): string[] {
  if (typeof thrown !== "object" || thrown === null) return [String(thrown)];
  const { message, code, cause, errors } = thrown as Thrown;
  const path = [...seen, thrown];
  const isNew = (inner: unknown): boolean => !path.includes(inner);
  if (Array.isArray(errors) && errors.some(isNew)) {
    return errors.filter(isNew).flatMap((error) => reasonsOf(error, path));
  }
  if (typeof cause === "object" && cause !== null && isNew(cause)) return reasonsOf(cause, path);
  if (typeof code === "string" && code) return [code];
  return message ? [String(message)] : [];
}
