import { type Document, makeDocumentFromString, YamlParseError } from "@redocly/openapi-core";
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Document as ParsedYaml,
  parseDocument as parseWithPlaces,
} from "yaml";
import { InputError, visible } from "../base/input-error.js";
import { showPlace } from "../base/place.js";
import { type Finding, judgeDocument } from "./judge.js";
import type { Layer } from "./references.js";

/** The most bytes of a document or a page: the largest vendors' documents have a few megabytes. */
export const maxBytes = 5 * 1024 * 1024;

/** What a document is called, and where it stands. */
interface DocumentName {
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
  if (findings.length > 0) throw new InputError(...describe(text, name, findings));
  return document;
}

/** A line for each finding: file, line, column and what is wrong. */
function describe(text: string, { file, linesBefore = 0 }: DocumentName, findings: Finding[]) {
  if (findings.every(({ keys }) => keys.length === 0)) {
    return findings.map(
      ({ message }) => `${showPlace({ file, line: linesBefore + 1 })}: ${message}`,
    );
  }
  const lines = new LineCounter();
  const parsed = parseWithPlaces(text, {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: "silent",
  });
  return findings.map(({ keys, about, message }) => {
    const { line, col } = lines.linePos(offsetOf(parsed, keys, about));
    return `${showPlace({ file, line: line + linesBefore, col })}: ${message}`;
  });
}

/**
 * A YAML or JSON text, parsed and not judged: for what is compared, never for what becomes code.
 *
 * @throws InputError with line and column when it is not YAML (a key twice included) or too large.
 */
export function parseDocument(text: string, { file, linesBefore = 0 }: DocumentName): Document {
  if (text.length > maxBytes) throw new InputError(`${file}: larger than ${maxBytes} bytes`);
  // The parser would build all of them before it says that one is allowed.
  if ((text.match(/^---(?=\s|$)/gm)?.length ?? 0) > 1) {
    throw new InputError(`${file}: not YAML: more than one document in the file`);
  }
  try {
    return makeDocumentFromString(text, file);
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    throw new InputError(yamlProblem(error, file, linesBefore));
  }
}

/**
 * The offset at which something stands in a text; of the nearest thing above it where the way ends early.
 * Redocly's own way to tell takes a minute for a mapping of 40 000 keys.
 */
function offsetOf(parsed: ParsedYaml, keys: Finding["keys"], about: Finding["about"]): number {
  let node: unknown = parsed.contents;
  let offset = rangeStart(node) ?? 0;
  for (const [depth, key] of keys.entries()) {
    if (isAlias(node)) node = node.resolve(parsed);
    const pair = isMap(node) ? node.items.find((one) => keyOf(one.key) === String(key)) : undefined;
    const next = isSeq(node) ? node.items[Number(key)] : pair?.value;
    const onKey = pair !== undefined && about === "key" && depth === keys.length - 1;
    const start = rangeStart(onKey ? pair.key : next) ?? rangeStart(pair?.key);
    if (start === undefined) break;
    offset = start;
    node = next;
  }
  return offset;
}

function keyOf(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

function rangeStart(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
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
