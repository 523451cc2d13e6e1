const width = 100;

/** Lines that must not be joined: lists, tables, quotes, headings, fences, samples. */
const laidOut = /^(?:[-*+|>#]|\d+\.\s|```|\s{2,})/m;

/**
 * A docstring of paragraphs and tags, broken into lines. What documents say cannot end it, and cannot
 * begin a tag of its own.
 *
 * @param tags - such as `"@see https://…"`; their texts too are from documents.
 */
export function docstring(
  paragraphs: readonly string[],
  tags: readonly (readonly [name: string, text: string])[] = [],
  indent = "",
): string {
  const said = paragraphs.flatMap((text) => paragraphsOf(text));
  const body = said.flatMap((text, index) => [
    ...(index > 0 ? [""] : []),
    ...linesOf(text, indent),
  ]);
  const tagLines = tags.flatMap(([name, text]) => wrap(`${name} ${safe(oneLine(text))}`, indent));
  const lines = [...body, ...(body.length > 0 && tagLines.length > 0 ? [""] : []), ...tagLines];
  const [only = ""] = lines;
  if (lines.length === 1 && indent.length + only.length + 7 <= width) {
    return `${indent}/** ${only} */\n`;
  }
  const written = lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`);
  return `${indent}/**\n${written.join("")}${indent} */\n`;
}

/** The first paragraph of a text, on one line. */
export function firstParagraph(text: unknown): string {
  return typeof text === "string" ? oneLine(paragraphsOf(text)[0] ?? "") : "";
}

/** A text that ends as a sentence does. */
export function sentence(text: string): string {
  return text === "" || /[.!?:]$/.test(text) ? text : `${text}.`;
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

function linesOf(paragraph: string, indent: string): string[] {
  if (!laidOut.test(paragraph)) return wrap(noTag(safe(oneLine(paragraph))), indent);
  return paragraph.split(/\r?\n|\u2028|\u2029/).map((line) => noTag(safe(line.trimEnd())));
}

function oneLine(text: string): string {
  return text.trim().split(/\s+/).join(" ");
}

/** A comment ends at the first `*` with a `/` after it, whatever stands around them. */
function safe(text: string): string {
  return text.replaceAll("*/", "*\\/").replaceAll("{@", "\\{@");
}

function noTag(line: string): string {
  return line.replace(/^(\s*)@/, "$1\\@");
}

function wrap(text: string, indent: string): string[] {
  const most = width - indent.length - 3;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > most) {
      lines.push(line);
      line = noTag(word);
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
