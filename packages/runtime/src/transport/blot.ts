/**
 * Blots out credentials in text that a service sent back, so that it may go into an error.
 *
 * @param secrets - headers that carried a credential; their longer parts are blotted out too.
 */
export function blot(text: string, secrets: Record<string, string>): string {
  let clean = text;
  for (const value of Object.values(secrets)) {
    for (const part of [value, ...value.split(/[\s,=]+/)]) {
      if (part.length > 7) clean = clean.replaceAll(part, "[redacted]");
    }
  }
  return clean;
}
