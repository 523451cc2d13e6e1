/**
 * A copy of `current` in which the fields that `sent` gives are changed. Fields that only `sent` has are
 * passed over, as everywhere in this service.
 */
export function merge<Fields extends object>(current: Fields, sent: Partial<Fields> = {}): Fields {
  const merged = { ...current };
  for (const name of Object.keys(current) as (keyof Fields)[]) {
    merged[name] = sent[name] ?? current[name];
  }
  return merged;
}

/** An environment variable as a request may give it. */
export interface SentVariable {
  readonly key?: string;
  readonly value?: string;
}

/** The variables with both members; what was left out is empty. */
export function toVariables(sent: readonly SentVariable[]): { key: string; value: string }[] {
  return sent.map(({ key = "", value = "" }) => ({ key, value }));
}
