const secretHeader = /auth|token|secret|cookie|key/i;

/**
 * Blots out credentials in text that came from outside, so that it may go into an error.
 *
 * @param headers - those of the request; of each that carries a credential, every part of more than
 * 13 characters (a key, a token, a signature) is blotted out. Scheme and field names are shorter.
 */
export function blot(text = "", headers: Record<string, string> = {}): string {
  let clean = text;
  for (const [name, value] of Object.entries(headers)) {
    for (const part of secretHeader.test(name) ? value.split(/[\s,=]+/) : []) {
      if (part.length > 13) clean = clean.replaceAll(part, "[redacted]");
    }
  }
  return clean;
}
