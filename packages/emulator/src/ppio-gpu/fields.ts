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

/** Those of the named fields that a request gives: what it leaves out keeps its value. */
export function given<Fields extends object, Name extends keyof Fields>(
  sent: Partial<Pick<Fields, Name>>,
  names: readonly Name[],
): Partial<Pick<Fields, Name>> {
  const found: Partial<Pick<Fields, Name>> = {};
  for (const name of names) if (sent[name] !== undefined) found[name] = sent[name];
  return found;
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
