/** A fenced block of a Markdown page (CommonMark: three or more backticks or tildes). */
export interface Fence {
  /** Line of the opening fence, from 1. */
  line: number;
  /** What follows the fence characters, trimmed. */
  info: string;
  /** The lines between the fences, unchanged, with their line ends. */
  body: string;
  /** False when the page ends before the fence does. */
  closed: boolean;
}

/** A page taken apart: its fences, and the lines outside of them. */
export interface PageParts {
  fences: Fence[];
  prose: { line: number; text: string }[];
}

/** The marks that open or close a fence, and what follows them. */
interface Marks {
  mark: string;
  length: number;
  rest: string;
}

/**
 * Splits a page into fences and prose. A fence ends at one of its own kind that is at least as long.
 * Every character is looked at a fixed number of times, whatever the page holds.
 */
export function splitFences(page: string): PageParts {
  const parts: PageParts = { fences: [], prose: [] };
  let open: { fence: Fence; marks: Marks; from: number } | undefined;
  let line = 0;
  for (let start = 0; start < page.length; ) {
    const next = page.indexOf("\n", start);
    const end = next === -1 ? page.length : next + 1;
    line += 1;
    const text = page.slice(start, end).trimEnd();
    const marks = marksOf(text);
    if (open !== undefined) {
      if (marks !== undefined && closes(marks, open.marks)) {
        open.fence.closed = true;
        open.fence.body = page.slice(open.from, start);
        open = undefined;
      }
    } else if (marks === undefined || (marks.mark === "`" && marks.rest.includes("`"))) {
      parts.prose.push({ line, text });
    } else {
      const fence: Fence = { line, info: marks.rest.trim(), body: "", closed: false };
      open = { fence, marks, from: end };
      parts.fences.push(fence);
    }
    start = end;
  }
  return parts;
}

function closes(marks: Marks, opening: Marks): boolean {
  return marks.mark === opening.mark && marks.length >= opening.length && marks.rest === "";
}

function marksOf(line: string): Marks | undefined {
  let indent = 0;
  while (indent < 4 && line[indent] === " ") indent += 1;
  const mark = line[indent];
  if (indent > 3 || (mark !== "`" && mark !== "~")) return undefined;
  let end = indent;
  while (line[end] === mark) end += 1;
  const length = end - indent;
  return length < 3 ? undefined : { mark, length, rest: line.slice(end) };
}
