import { InputError } from "../base/input-error.js";
import { splitFences } from "./page-fences.js";

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
    `${name}:1: no title; a page needs a line like "# Title", or say it: --title "…"`,
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
