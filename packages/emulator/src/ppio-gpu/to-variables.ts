/** An environment variable as a request may give it. */
export interface SentVariable {
  readonly key?: string;
  readonly value?: string;
}

/** The variables with both members; what was left out is empty. */
export function toVariables(sent: readonly SentVariable[]): { key: string; value: string }[] {
  return sent.map(({ key = "", value = "" }) => ({ key, value }));
}
