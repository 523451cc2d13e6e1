/** An answer before it becomes bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined` for an answer without a body. */
  readonly text: string | undefined;
}

/** Thrown instead of an answer: the connection breaks, before or in the middle of it. */
export class BrokenConnection extends Error {
  override readonly name = "BrokenConnection";

  constructor(
    /** What the client sees of an answer before the break. */
    readonly partial?: { readonly answer: Answer; readonly bytes: number },
  ) {
    super("the emulator was told to break this connection");
  }
}

/** The answer as the platform's `Response`. */
export function toResponse(answer: Answer): Response {
  return new Response(answer.text ?? null, { status: answer.status, headers: answer.headers });
}
