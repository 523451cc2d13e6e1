/** A fence that shows a file of examples/src, which is compiled and run there. */
const example = /^<!-- example: (\S+) -->\n```(\w+)\n([\s\S]*?)^```/gm;

/** The TypeScript fences of a Markdown page, in order, but for those that show an example. */
export function fences(page: string): string[] {
  const own = page.replaceAll(example, "");
  return [...own.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code ?? "");
}

/** The files of examples/src that a Markdown page shows, with the code that it shows of each. */
export function shownExamples(page: string): { file: string; code: string }[] {
  return [...page.matchAll(example)].map(([, file = "", , code = ""]) => ({ file, code }));
}

/** A Markdown page with the code of its examples as the files have it. */
export function withExamples(page: string, read: (file: string) => string): string {
  return page.replaceAll(
    example,
    (_, file: string, language: string) =>
      `<!-- example: ${file} -->\n\`\`\`${language}\n${read(file)}\`\`\``,
  );
}
