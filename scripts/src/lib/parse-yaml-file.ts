import { join } from "node:path";
import { type Document, makeDocumentFromString, YamlParseError } from "@redocly/openapi-core";
import { InputError } from "./input-error.js";
import { readText } from "./read-file.js";
import { showPlace } from "./repo-path.js";

/**
 * A YAML file, parsed as the bundler parses it.
 *
 * @param file its path from the root.
 * @throws InputError with line and column when it is missing or is not YAML (a key twice included).
 */
export async function parseYamlFile(root: string, file: string): Promise<Document> {
  const text = await readText(join(root, file)).catch(() => {
    throw new InputError(`${file}: not UTF-8 text`);
  });
  if (text === undefined) throw new InputError(`${file}: missing`);
  try {
    return makeDocumentFromString(text, join(root, file));
  } catch (error) {
    if (error instanceof YamlParseError) throw new InputError(yamlProblem(error, file));
    throw error;
  }
}

/** One line about a file that is not YAML, with its place. */
export function yamlProblem(error: YamlParseError, file: string): string {
  const said = error.message.replace(/\s*\(\d+:\d+\)$/, "").replace(/ in ".*"$/, "");
  const { line, col } = error;
  const place = Number.isNaN(line) ? { file } : { file, line, col };
  return `${showPlace(place)}: not YAML: ${said}`;
}
