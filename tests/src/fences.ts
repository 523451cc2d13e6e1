/** The TypeScript fences of a Markdown page, in order. */
export function fences(page: string): string[] {
  return [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code ?? "");
}
