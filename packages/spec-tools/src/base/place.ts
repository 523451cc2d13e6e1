import { relative, sep } from "node:path";

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
