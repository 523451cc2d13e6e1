import type { MaybeOptionalInit, ParseAsResponse } from "openapi-fetch";
import type {
  ErrorResponse,
  HttpMethod,
  PathsWithMethod,
  RequiredKeysOf,
  ResponseObjectMap,
  SuccessResponse,
} from "openapi-typescript-helpers";
import type { CallOptions } from "./options.js";

/**
 * What a call resolves to: the data of a 2xx answer, or the error of any other. openapi-fetch's own type
 * would take open enums (`"a" | (string & {})`) for objects and spell out the methods of `string`.
 */
export type CallOutcome<Operation, Init> =
  Operation extends Record<string | number, unknown>
    ?
        | {
            data: ParseAsResponse<
              SuccessResponse<ResponseObjectMap<Operation>, "application/json">,
              Init
            >;
            error?: never;
            response: Response;
          }
        | {
            data?: never;
            error: ErrorResponse<ResponseObjectMap<Operation>, "application/json">;
            response: Response;
          }
    : never;

type InitParameter<Init> =
  RequiredKeysOf<Init> extends never ? [init?: Init & CallOptions] : [init: Init & CallOptions];

type OperationOf<Paths, Path extends keyof Paths, Method> = Method extends keyof Paths[Path]
  ? Paths[Path][Method]
  : never;

/** A method of a client: takes a path and, where the path asks for any, its parameters and body. */
export type ClientMethod<Paths extends {}, Method extends HttpMethod> = <
  Path extends PathsWithMethod<Paths, Method>,
  Init extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>,
>(
  path: Path,
  ...init: InitParameter<Init>
) => Promise<CallOutcome<OperationOf<Paths, Path, Method>, Init>>;
