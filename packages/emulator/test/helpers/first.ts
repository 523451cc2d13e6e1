/** The first of some things; a test without any is wrong. */
export function first<T>(things: Iterable<T>): T {
  for (const thing of things) return thing;
  throw new Error("there is none");
}
