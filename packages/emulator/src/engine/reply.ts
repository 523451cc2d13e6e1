/** An answer of which a handler decides more than the body. */
export class Reply {
  constructor(
    /** Plain data; `undefined` for none. */
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}
