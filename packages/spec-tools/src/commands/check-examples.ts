import { join } from "node:path";
import { createConfig, getLineColLocation, lintFromString } from "@redocly/openapi-core";
import { showPlace } from "../base/repo-path.js";

const rules = {
  "no-invalid-media-type-examples": { severity: "error", allowAdditionalProperties: false },
  "no-invalid-parameter-examples": "error",
  "no-invalid-schema-examples": "error",
} as const;

/** A line for each example in a bundle's text that its schema does not allow, at its place in the bundle. */
export async function checkExamples(root: string, path: string, text: string): Promise<string[]> {
  const config = await createConfig({ rules });
  const problems = await lintFromString({ source: text, absoluteRef: join(root, path), config });
  return problems.map(({ message, location }) => {
    const first = location[0];
    const start = first === undefined ? {} : getLineColLocation(first).start;
    const said = message.replace(/\s*\n\s*/g, " ");
    return (
      `${showPlace({ file: path, ...start })}: ${said} ` +
      `Correct the example in ${path.replace(/openapi\.yaml$/, "source or overlays")}, then run: npx --yes pnpm@10 generate`
    );
  });
}
