/** The part of a page that a walk hands out. */
export interface Cut<Item> {
  readonly items: Item[];
  readonly duplicates: number;
  /** How many raw items of the page are done with, skipped ones included. */
  readonly consumed: number;
}

/**
 * Takes what a walk hands out of a page: skips what was seen before, drops repeats, stops at the
 * limit.
 *
 * @param skip - items at the start that an earlier walk has seen.
 * @param limit - most items to take.
 * @param seen - keys seen so far; new ones are added.
 */
export function cutPage<Item>(
  raw: readonly unknown[],
  skip: number,
  limit: number,
  keyOf: ((item: Item) => unknown) | undefined,
  seen: Set<unknown>,
): Cut<Item> {
  const items: Item[] = [];
  let duplicates = 0;
  let index = Math.min(skip, raw.length);
  for (; index < raw.length && items.length < limit; index++) {
    const item = raw[index] as Item;
    if (keyOf) {
      const key = keyOf(item);
      if (seen.has(key)) {
        duplicates++;
        continue;
      }
      seen.add(key);
    }
    items.push(item);
  }
  return { items, duplicates, consumed: index };
}
