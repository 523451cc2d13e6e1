import {
  type Document,
  getLineColLocation,
  makeDocumentFromString,
  YamlParseError,
} from "@redocly/openapi-core";
import { InputError } from "./input-error.js";
import { toPointer } from "./json-pointer.js";
import { type Finding, judgeDocument } from "./judge-document.js";
import { type Place, showPlace } from "./repo-path.js";
import { visible } from "./safe-names.js";
import type { Layer } from "./safe-refs.js";

/** The most bytes of a document or a page: the largest vendors' documents have a few megabytes. */
export const maxBytes = 5 * 1024 * 1024;

/** What a document is called, and where it stands. */
export interface DocumentName {
  /** How messages call the file. */
  file: string;
  layer: Layer;
  /** The folder its references start from, below specs/<api>. */
  folder: string;
  /** Lines of the file before the document's first, for one that stands inside a page. */
  linesBefore?: number;
}

/**
 * A YAML or JSON text, parsed as the bundler parses it and judged before anything else sees it.
 *
 * @throws InputError with one line a problem: file, line, column and what is wrong.
 */
export function readDocument(text: string, name: DocumentName): Document {
  const document = parseDocument(text, name);
  const findings = judgeDocument(document.parsed, name.layer, name.folder);
  if (findings.length > 0) {
    throw new InputError(
      ...findings.map(
        (finding) => `${showPlace(placeIn(document, name, finding))}: ${finding.message}`,
      ),
    );
  }
  return document;
}

/**
 * A YAML or JSON text, parsed and not judged: for what is compared, never for what becomes code.
 *
 * @throws InputError with line and column when it is not YAML (a key twice included) or too large.
 */
export function parseDocument(text: string, { file, linesBefore = 0 }: DocumentName): Document {
  if (text.length > maxBytes) throw new InputError(`${file}: larger than ${maxBytes} bytes`);
  try {
    return makeDocumentFromString(text, file);
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    throw new InputError(yamlProblem(error, file, linesBefore));
  }
}

/** Where a finding stands in its file; the line of the nearest thing above it that has one. */
export function placeIn(
  { source }: Document,
  { file, linesBefore = 0 }: DocumentName,
  { keys, about }: Finding,
): Place {
  const location = { source, pointer: toPointer(keys), reportOnKey: about === "key" };
  const { line, col } = getLineColLocation(location).start;
  return { file, line: line + linesBefore, col };
}

function yamlProblem(error: YamlParseError, file: string, linesBefore: number): string {
  const said = error.message
    .split("\n")[0]
    ?.replace(/\s*\(\d+:\d+\)$/, "")
    .replace(/ in ".*"$/, "");
  const { line, col } = error;
  const place = Number.isNaN(line) ? { file } : { file, line: line + linesBefore, col };
  return `${showPlace(place)}: not YAML: ${visible(said ?? "")}`;
}
