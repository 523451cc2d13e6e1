/** What an error body says, whichever envelope it came in. */
export interface ErrorText {
  code: string | undefined;
  message: string | undefined;
}

/**
 * Finds code and message in an error body: `{ error: { code, message } }`, `{ error_code, error_msg }`,
 * `{ code, message | reason }`, `{ error: "text" }`, or plain text.
 *
 * @param body - the body as text or already parsed.
 */
export function readErrorBody(body: unknown): ErrorText {
  const parsed = typeof body === "string" ? tryParse(body) : body;
  if (typeof parsed !== "object" || parsed === null) {
    return { code: undefined, message: typeof parsed === "string" ? sample(parsed) : undefined };
  }
  const outer = parsed as Record<string, unknown>;
  const inner = (typeof outer.error === "object" && outer.error) || {};
  const { code, message } = inner as Record<string, unknown>;
  return {
    code: text(code, outer.error_code, outer.code),
    message: text(message, outer.error_msg, outer.message, outer.reason, outer.error, outer.title),
  };
}

/** The first characters of a body, enough to recognise it. */
export function sample(body: string): string {
  return body.slice(0, 200);
}

function text(...candidates: unknown[]): string | undefined {
  for (const one of candidates) {
    if (typeof one === "number" || (typeof one === "string" && one !== "")) return String(one);
  }
  return undefined;
}

function tryParse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
