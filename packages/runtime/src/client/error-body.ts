/** Where the two vendors put the code of an error, and what proxies in front of them do. */
const codes = ["code", "error_code"];
const messages = ["message", "error_msg", "reason", "error", "title"];

/** The code in an error body, whichever envelope it came in; `undefined` when there is none. */
export function errorCode(body: unknown): string | undefined {
  return find(body, codes);
}

/** The message in an error body, whichever envelope it came in; for plain text, its beginning. */
export function errorMessage(body: unknown): string | undefined {
  return typeof body === "string" ? sample(body) : find(body, messages);
}

/** The first characters of a body, enough to recognise it. */
export function sample(body: string): string {
  return body.slice(0, 200);
}

function find(body: unknown, names: readonly string[]): string | undefined {
  const outer = (body ?? {}) as Record<string, unknown>;
  const inner = (outer.error ?? {}) as Record<string, unknown>;
  for (const name of names) {
    for (const value of [inner[name], outer[name]]) {
      if (typeof value === "number" || (value && typeof value === "string")) return String(value);
    }
  }
  return undefined;
}
