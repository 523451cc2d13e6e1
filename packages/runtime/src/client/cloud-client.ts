import type { Client } from "openapi-fetch";
import { refuse } from "../base/options.js";
import type { Transport } from "../transport/call.js";
import type { Hooks } from "./hooks.js";
import type { Limits } from "./limits.js";
import type { CallInit } from "./options.js";
import type { Result } from "./result.js";

const contextKey = Symbol.for("cloud-clients.context");

/** What all calls of one client share, and what lists and edits need. */
export interface ClientContext extends Transport {
  readonly baseUrl: string;
  readonly limits: Limits;
  readonly hooks: Hooks;
  /** Path parameters that calls may leave out. */
  readonly pathDefaults: Readonly<Record<string, string>>;
  /** Ends what has no signal of its own. */
  readonly signal: AbortSignal | undefined;
}

/** Makes a call by method and path template. */
export type MakeCall = (method: string, path: string, init?: CallInit) => Promise<Result>;

/** `ClientContext` with a function that makes calls. */
export interface AttachedContext extends ClientContext {
  /** Makes a call by method and path; the client's methods are based on it. */
  readonly call: MakeCall;
}

/**
 * An openapi-fetch client whose calls are checked, authorized, limited in time and retried where that is
 * safe. `GET`, `PUT`, `POST`, `DELETE` … resolve to `{ data, error, response }`; `unwrap` turns that into
 * data or a thrown error. Besides openapi-fetch's options, each call takes those of `CallOptions` and
 * `signal`.
 */
export interface CloudClient<Paths extends {}> extends Client<Paths, "application/json"> {
  /** What the list and edit functions need to know about the client. Not for direct use. */
  readonly [contextKey]: AttachedContext;
}

/** Associates a client with what its calls share. */
export function attachContext<Paths extends {}>(
  client: object,
  context: AttachedContext,
): CloudClient<Paths> {
  return Object.defineProperty(client, contextKey, { value: context }) as CloudClient<Paths>;
}

/**
 * What the calls of a client share.
 *
 * @throws UsageError when the client is missing, or was not created by one of these packages.
 */
export function contextOf(client: { readonly [contextKey]: AttachedContext }): AttachedContext {
  const context = (client as Partial<typeof client> | undefined)?.[contextKey];
  return context ?? refuse("the first argument", "a client of this package", client);
}
