const secretHeader = /auth|token|secret|cookie|key/i;

/**
 * Blots out credentials in text that came from outside, so that it may go into an error.
 *
 * @param sent - the headers of the request; of those that carry a credential the whole value, what
 * follows its scheme, and every long part (a key id, a signature) are blotted out.
 */
export function blot(text: string, sent: Record<string, string>): string {
  let clean = text;
  for (const [name, value] of Object.entries(sent)) {
    if (!secretHeader.test(name)) continue;
    const bare = value.replace(/^\w+ /, "");
    const long = value.split(/[\s,=]+/).filter((part) => part.length > 15);
    for (const secret of [value, bare, ...long]) {
      if (secret.length > 5) clean = clean.replaceAll(secret, "[redacted]");
    }
  }
  return clean;
}
