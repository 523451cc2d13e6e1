import { InputError } from "../base/input-error.js";

/** A fenced block of a Markdown page (CommonMark: three or more backticks or tildes). */
interface Fence {
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
interface PageParts {
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
function splitFences(page: string): PageParts {
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

/** The OpenAPI fragment of a vendor page, as its fence holds it. */
export interface PageFragment {
  /** The lines between the fences, byte for byte. */
  text: string;
  /** Line of the opening fence, from 1. */
  line: number;
  /** `PUT /gpus/v2/…`, as the fence's info string says. */
  operation: string;
  /** The file name the vendor gives the fragment. */
  claims: string;
}

const openapiInfo = /^ya?ml +(\S+) +(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE) +(\/\S*)$/i;
const wanted = "one fence like ```yaml FILE METHOD PATH";

/**
 * The one OpenAPI fence of a page. Other fences may stand beside it.
 *
 * @param name how messages call the page.
 * @throws InputError when a fence never closes, or when there is no OpenAPI fence or more than one.
 */
export function findFragment(page: string, name: string): PageFragment {
  const { fences } = splitFences(page);
  const cut = fences.find((fence) => !fence.closed);
  if (cut !== undefined) {
    throw new InputError(
      `${name}:${cut.line}: the fence that opens here is never closed: the page is truncated; fetch it again`,
    );
  }
  const found = fences.flatMap((fence) => asFragment(fence) ?? []);
  const [fragment, second] = found;
  if (fragment === undefined) {
    const lines = page.split("\n").length;
    throw new InputError(
      `${name}:${lines}: the page has no OpenAPI fence; expected ${wanted}, ` +
        `or --note "METHOD PATH" for a page that has none`,
    );
  }
  if (second !== undefined) {
    throw new InputError(
      `${name}:${second.line}: a second OpenAPI fence (the first is in line ${fragment.line}); ` +
        `expected only ${wanted}`,
    );
  }
  return fragment;
}

/** Whether a page has an OpenAPI fence, or more than one. */
export function hasFragment(page: string): boolean {
  return splitFences(page).fences.some((fence) => asFragment(fence) !== undefined);
}

function asFragment(fence: Fence): PageFragment | undefined {
  const [, claims, method, path] = openapiInfo.exec(fence.info) ?? [];
  if (claims === undefined || method === undefined || path === undefined) return undefined;
  const operation = `${method.toUpperCase()} ${path}`;
  return { text: fence.body, line: fence.line, operation, claims };
}

const maxLength = 300;

/**
 * The page's title: its first `# …` heading outside of quotes (site furniture) and fences, without
 * the HTML anchors that some sites put into it.
 *
 * @throws InputError when the page has none, or one of more than 300 characters.
 */
export function findTitle(page: string, name: string): string {
  for (const { text, line } of splitFences(page).prose) {
    const title = headingOf(text);
    if (title === "") continue;
    if (title.length > maxLength) {
      throw new InputError(`${name}:${line}: the title is longer than ${maxLength} characters`);
    }
    return title;
  }
  throw new InputError(
    `${name}:1: no title; the page needs a line like "# Title", or pass --title "…"`,
  );
}

/** The text of a heading of the first level; empty for any other line. */
function headingOf(line: string): string {
  const start = line.length - line.trimStart().length;
  if (start > 3 || line[start] !== "#" || !/[ \t]/.test(line[start + 1] ?? "")) return "";
  return withoutTags(withoutClosing(line.slice(start + 1).trim())).trim();
}

/** A heading may end with `#` marks of its own, after a blank. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (text[end - 1] === "#") end -= 1;
  return end < text.length && /[ \t]/.test(text[end - 1] ?? " ") ? text.slice(0, end) : text;
}

function withoutTags(text: string): string {
  let kept = "";
  let from = 0;
  for (;;) {
    const open = text.indexOf("<", from);
    const close = open === -1 ? -1 : text.indexOf(">", open);
    if (close === -1) return kept + text.slice(from);
    kept += text.slice(from, open);
    from = close + 1;
  }
}
