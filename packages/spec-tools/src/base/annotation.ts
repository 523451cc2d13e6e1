import { relative, sep } from "node:path";
import { InputError } from "./input-error.js";
import { type Place, readPlace } from "./place.js";

/** Whether this process runs in a workflow of GitHub, which turns such lines into annotations. */
export function isOnGitHub(): boolean {
  return process.env.GITHUB_ACTIONS === "true";
}

/**
 * A line that GitHub shows as an error at a place of a file.
 *
 * @param place its file from the root of what was checked out.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function annotation({ file, line, col }: Place, message: string): string {
  const properties = Object.entries({ file, line, col }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::error ${properties.join(",")}::${escapeData(message)}`;
}

/**
 * Does some work, and on GitHub makes the problems that it ends with annotations, each at the file and line that it
 * begins with. The message keeps them, for those who read the log.
 *
 * @param root what files in problems are relative to: the checkout, or a folder in it.
 */
export async function annotated<T>(root: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError) || !isOnGitHub()) throw error;
    throw new InputError(...error.problems.map((problem) => annotate(root, problem)));
  }
}

function annotate(root: string, problem: string): string {
  const place = readPlace(root, problem);
  if (place === undefined) return `::error::${escapeData(problem)}`;
  const checkout = process.env.GITHUB_WORKSPACE ?? root;
  const below = relative(checkout, root).split(sep).join("/");
  const file = below === "" || below.startsWith("..") ? place.file : `${below}/${place.file}`;
  return annotation({ ...place, file }, problem);
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
