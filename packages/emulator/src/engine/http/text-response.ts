/** A response before it becomes bytes. */
export interface TextResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined` for a response without a body. */
  readonly text: string | undefined;
}

/** Thrown instead of a response: the connection breaks, before or in the middle of it. */
export class BrokenConnection extends Error {
  override readonly name = "BrokenConnection";

  constructor(
    /** What the client sees of a response before the break. */
    readonly partial?: { readonly response: TextResponse; readonly bytes: number },
  ) {
    super("the emulator was told to break this connection");
  }
}

/** With these statuses `Response` refuses any body, even an empty one. */
const bodiless = new Set([101, 204, 205, 304]);

/** The response as the platform's `Response`. */
export function toResponse({ status, headers, text }: TextResponse): Response {
  const body = text === undefined || bodiless.has(status) ? null : text;
  return new Response(body, { status, headers });
}

/**
 * JSON text of plain data. A bigint becomes its digits, all of them: `JSON.stringify` refuses
 * bigints, and a number would lose digits beyond 2^53.
 */
export function serializeJson(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map((each) => serializeJson(each)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${serializeJson(member)}`);
  return `{${members.join(",")}}`;
}
