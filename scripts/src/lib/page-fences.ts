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

const opening = /^( {0,3})(`{3,}|~{3,})([^\r\n]*)/;

/** Splits a page into fences and prose. A fence ends at one of its own kind that is at least as long. */
export function splitFences(page: string): PageParts {
  const lines = page.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const parts: PageParts = { fences: [], prose: [] };
  let open: { fence: Fence; closing: RegExp } | undefined;
  lines.forEach((text, index) => {
    if (open !== undefined) {
      if (open.closing.test(text)) {
        open.fence.closed = true;
        open = undefined;
      } else open.fence.body += text;
      return;
    }
    const start = opening.exec(text);
    const marks = start?.[2];
    const info = start?.[3]?.trim() ?? "";
    if (marks === undefined || (marks.startsWith("`") && info.includes("`"))) {
      parts.prose.push({ line: index + 1, text: text.trimEnd() });
      return;
    }
    const fence: Fence = { line: index + 1, info, body: "", closed: false };
    const mark = marks.charAt(0);
    open = { fence, closing: new RegExp(`^ {0,3}${mark}{${marks.length},}[ \\t\\r\\n]*$`) };
    parts.fences.push(fence);
  });
  return parts;
}
