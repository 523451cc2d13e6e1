/** A fence that shows a file of examples/src, which is compiled and run there. */
const example = /^<!-- example: (\S+) -->\n```(\w+)\n([\s\S]*?)^```/gm;

/** A fence of a Markdown page. */
export interface Fence {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
}

/** The fences of a Markdown page, in order, but for those that show an example. */
export function allFences(page: string): Fence[] {
  // Lines keep their numbers.
  const own = page.replaceAll(example, (shown) => shown.replaceAll(/[^\n]/g, ""));
  return [...own.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
    ({ index, 1: language = "", 2: code = "" }) => {
      return { line: own.slice(0, index).split("\n").length, language, code };
    },
  );
}

/** The TypeScript fences of a Markdown page, in order, but for those that show an example. */
export function fences(page: string): string[] {
  return allFences(page).flatMap(({ language, code }) => (language === "ts" ? [code] : []));
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
