/** How many lines a unified diff of two texts would add and remove (longest common subsequence). */
export function countLineChanges(
  before: string,
  after: string,
): { added: number; removed: number } {
  const a = before.split("\n");
  const b = after.split("\n");
  let row = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    b.forEach((other, index) => {
      const kept =
        line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
      next.push(kept);
    });
    row = next;
  }
  const common = row.at(-1) ?? 0;
  return { added: b.length - common, removed: a.length - common };
}
