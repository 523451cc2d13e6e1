import {
  binaryTag,
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  mergeTag,
  omapTag,
  pairsTag,
  parseEvents,
  setTag,
  YAMLException,
} from "js-yaml";
import { InputError, visible } from "../base/input-error.js";
import { showPlace } from "../base/place.js";
import { type Finding, judgeDocument } from "./judge.js";
import { Places } from "./places.js";
import type { Layer } from "./references.js";

/** The most bytes of a document or a page: the largest APIs' documents have about ten megabytes. */
export const maxBytes = 20 * 1024 * 1024;

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

/** A document that was parsed and judged, and where its parts stand. */
export interface ReadDocument {
  text: string;
  parsed: unknown;
  places: Places;
  /** The files it refers to, below specs/<api>, each with the place of the first reference. */
  files: ReadonlyMap<string, Finding["keys"]>;
}

/**
 * A YAML or JSON text, parsed and judged before anything else sees it.
 *
 * @throws InputError with one line a problem: file, line, column and what is wrong.
 */
export function readDocument(text: string, name: DocumentName): ReadDocument {
  const { parsed, events } = parse(text, name);
  const places = new Places(text, events);
  const { findings, files } = judgeDocument(parsed, name.layer, name.folder);
  if (findings.length > 0) throw new InputError(...describeFindings(places, name, findings));
  return { text, parsed, places, files };
}

/** A line for each finding: file, line, column and what is wrong. */
export function describeFindings(
  places: Places,
  { file, linesBefore = 0 }: DocumentName,
  findings: readonly Finding[],
): string[] {
  return findings.map(({ keys, about, message }) => {
    if (keys.length === 0) return `${showPlace({ file, line: linesBefore + 1 })}: ${message}`;
    const { line, col } = places.at(keys, about);
    return `${showPlace({ file, line: line + linesBefore, col })}: ${message}`;
  });
}

/**
 * A YAML or JSON text, parsed and not judged: for what is compared, never for what becomes code.
 *
 * @throws InputError with line and column when it is not YAML (a key twice included) or too large.
 */
export function parseDocument(text: string, name: DocumentName): unknown {
  return parse(text, name).parsed;
}

/** What Redocly's reader takes for YAML, too: dates stay text. */
const schema = CORE_SCHEMA.withTags(mergeTag, binaryTag, omapTag, pairsTag, setTag);

function parse(
  text: string,
  { file, linesBefore = 0 }: DocumentName,
): { parsed: unknown; events: readonly Event[] } {
  if (text.length > maxBytes) throw new InputError(`${file}: larger than ${maxBytes} bytes`);
  try {
    const events = parseEvents(text, {});
    if (events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length > 1) {
      throw new InputError(`${file}: not YAML: more than one document in the file`);
    }
    const [parsed = null] = constructFromEvents(events, { source: text, schema });
    return { parsed, events };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new InputError(yamlProblem(error, file, linesBefore));
  }
}

function yamlProblem({ reason, mark }: YAMLException, file: string, linesBefore: number): string {
  const place =
    mark === undefined
      ? { file }
      : { file, line: mark.line + 1 + linesBefore, col: mark.column + 1 };
  return `${showPlace(place)}: not YAML: ${visible(reason)}`;
}
