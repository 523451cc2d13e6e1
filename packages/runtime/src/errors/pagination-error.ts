import { CloudClientError, guardOf } from "./cloud-client-error.js";

/**
 * A list contradicted itself: a cursor came twice, more items were announced than served, a page had
 * no items array, or the walk passed `maxPages`. Thrown instead of ending a list short.
 */
export class PaginationError extends CloudClientError {
  override readonly name = "PaginationError";
  readonly kind = "pagination";
  /** Which page of the walk, counted from 1. */
  readonly page: number;

  constructor(message: string, page: number) {
    super(message);
    this.page = page;
  }
}

/** Whether a value is a {@link PaginationError}, of this or another copy of the package. */
export const isPaginationError: (value: unknown) => value is PaginationError =
  guardOf<PaginationError>("pagination");
