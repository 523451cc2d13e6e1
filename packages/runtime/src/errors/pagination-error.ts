import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What a {@link PaginationError} knows. */
export interface PaginationErrorDetails {
  /** Which page of the walk, counted from 1. */
  readonly page: number;
}

/**
 * A list contradicted itself: a cursor or a page came twice, more items were announced than served, the
 * count fell below what was seen, a page had no items array, or the walk passed `maxPages`. Thrown
 * instead of ending a list short.
 */
export class PaginationError
  extends CloudClientError<PaginationErrorDetails>
  implements PaginationErrorDetails
{
  override readonly name = "PaginationError";
  readonly kind = "pagination";
  declare readonly page: PaginationErrorDetails["page"];
}

/** Whether a value is a {@link PaginationError}, of this or another copy of the package. */
export function isPaginationError(value: unknown): value is PaginationError {
  return isKind<PaginationError>(value, "pagination");
}
