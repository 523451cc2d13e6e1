import { InputError } from "./input-error.js";
import { splitFences } from "./page-fences.js";

/**
 * The page's title: its first `# …` heading outside of quotes (site furniture) and fences, without
 * the HTML anchors that some sites put into it.
 *
 * @throws InputError when the page has none.
 */
export function findTitle(page: string, name: string): string {
  for (const { text } of splitFences(page).prose) {
    const heading = /^ {0,3}#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/.exec(text)?.[1];
    const title = heading?.replace(/<[^>]*>/g, "").trim();
    if (title) return title;
  }
  throw new InputError(`${name}:1: no title; a page needs a line like "# Title"`);
}
