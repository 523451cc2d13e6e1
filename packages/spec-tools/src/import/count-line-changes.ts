/**
 * How many lines the later text has that the earlier one lacks, and the other way round. A line that only
 * moved counts as neither: a page may have a hundred thousand lines, and this takes one look at each.
 */
export function countLineChanges(
  before: string,
  after: string,
): { added: number; removed: number } {
  const counts = new Map<string, number>();
  for (const line of before.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  let added = 0;
  for (const line of after.split("\n")) {
    const left = counts.get(line) ?? 0;
    if (left === 0) added += 1;
    else counts.set(line, left - 1);
  }
  let removed = 0;
  for (const left of counts.values()) removed += left;
  return { added, removed };
}
