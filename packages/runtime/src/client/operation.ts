import type { OptionNames } from "../base/options.js";
import { contextOf } from "./cloud-client.js";
import { type AbortableOptions, abortableOptionNames, checkCallOptions } from "./options.js";
import { unwrap } from "./unwrap.js";

/** What the function of an operation may be told about its call. */
export interface OperationOptions<Headers = Readonly<Record<string, string | undefined>>>
  extends AbortableOptions {
  /** Headers of this call, beside those of the client. */
  headers?: Headers | undefined;
}

/** Which operation a generated function calls. */
export interface OperationRule {
  /** operationId: the name of the function. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
}

/** What a generated function passes on. */
export interface OperationInput {
  readonly path?: Readonly<Record<string, string | number | boolean>>;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly options?: OperationOptions<object> | undefined;
}

const optionNames: OptionNames<OperationOptions> = { ...abortableOptionNames, headers: true };

const hints = { params: "path parameters and the query are arguments of their own" };

/**
 * Calls an operation and unwraps the response. Makes one request, and more where a failed one is repeated.
 *
 * @returns the parsed body; `undefined` for a response without one.
 * @throws UsageError before any request for what is not allowed, ApiError, and what a call rejects with.
 */
export async function callOperation<Data>(
  client: Parameters<typeof contextOf>[0],
  { operation, method, path }: OperationRule,
  { path: parameters, query, body, options = {} }: OperationInput,
): Promise<Data> {
  const { call } = contextOf(client);
  checkCallOptions(operation, options, optionNames, hints);
  const { headers = {}, ...rest } = options;
  const params = { path: parameters, query };
  return (await unwrap(call(method, path, { ...rest, headers, params, body }))) as Data;
}
