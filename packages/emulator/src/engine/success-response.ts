/** A response of which a handler decides more than the body. */
export class SuccessResponse {
  constructor(
    /** Plain data; `undefined` for none. */
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}
