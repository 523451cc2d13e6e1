import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** `file` as messages show it: relative to the root, with forward slashes. */
export function repoPath(root: string, file: string): string {
  return relative(root, file).split(sep).join("/");
}

/** A place in a file, counted from 1. */
export interface Place {
  file: string;
  line?: number;
  col?: number;
}

/** `specs/x/openapi.yaml:12:5`, or as much of it as is known. */
export function showPlace({ file, line, col }: Place): string {
  return [file, line, col].filter((part) => part !== undefined).join(":");
}

/** The place that a message begins with, if it begins with that of a file below `root`: {@link showPlace} reversed. */
export function readPlace(root: string, message: string): Place | undefined {
  const [, file = "", line, col] = /^([^:]+)(?::(\d+))?(?::(\d+))?: /.exec(message) ?? [];
  if (file === "" || !existsSync(join(root, file))) return undefined;
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(col === undefined ? {} : { col: Number(col) }),
  };
}
