import { fileURLToPath } from "node:url";
import { getLineColLocation, lintFromString, loadConfig } from "@redocly/openapi-core";

/** A problem as a test compares it: the message, the pointer, and the line's text. */
export interface Found {
  message: string;
  pointer: string | undefined;
  line: string;
}

const configPath = fileURLToPath(new URL("../../../../redocly.yaml", import.meta.url));
const head = `
openapi: 3.0.3
info: { title: Tiny, version: "1" }
paths:
`;

/** What one rule of the real redocly.yaml says about a document with these paths (and what follows them). */
export async function problemsOf(rule: string, paths: string): Promise<Found[]> {
  const config = await loadConfig({ configPath });
  const source = head + paths;
  const problems = await lintFromString({ source, absoluteRef: "tiny.yaml", config });
  return problems
    .filter((problem) => problem.ruleId === rule)
    .map(({ message, location }) => {
      const first = location[0];
      const line = first === undefined ? 0 : getLineColLocation(first).start.line;
      return { message, pointer: first?.pointer, line: source.split("\n")[line - 1]?.trim() ?? "" };
    });
}
