/** Unix time in seconds of the nth seeded thing of a kind: a minute apart, the first a month ago. */
export function seedTime(now: number, number: number): number {
  return Math.floor(now / 1000) - 30 * 86_400 + number * 60;
}
