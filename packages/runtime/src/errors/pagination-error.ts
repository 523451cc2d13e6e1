import { CloudClientError, isKind } from "./cloud-client-error.js";

/** Details of a {@link PaginationError}. */
export interface PaginationErrorDetails {
  /** Number of the page in this walk, from 1. */
  readonly page: number;
}

/**
 * A list contradicted itself: a cursor or a page was repeated, the service announced more items than it
 * returned, the count fell below what was already seen, or a page had no array of items. Also thrown when a
 * walk needs more than `maxPages`. Thrown so that a list never ends short without an error.
 */
export class PaginationError
  extends CloudClientError<PaginationErrorDetails>
  implements PaginationErrorDetails
{
  override readonly name = "PaginationError";
  readonly kind = "pagination";
  declare readonly page: PaginationErrorDetails["page"];
}

/** Whether a value is a {@link PaginationError}, from this or another copy of the package. */
export function isPaginationError(value: unknown): value is PaginationError {
  return isKind<PaginationError>(value, "pagination");
}
