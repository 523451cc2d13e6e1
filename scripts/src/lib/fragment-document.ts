import { LineCounter, parseDocument } from "yaml";
import { InputError } from "./input-error.js";
import { getAt, isObject, type JsonObject } from "./json.js";
import type { PageFragment } from "./page-fragment.js";

const methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

/**
 * The fragment, parsed: OpenAPI 3 that holds the operation its fence names.
 *
 * @throws InputError with the page's line when it is not YAML (a key twice included), not OpenAPI 3, or
 * holds another operation.
 */
export function parseFragment(fragment: PageFragment, page: string): JsonObject {
  const lines = new LineCounter();
  const parsed = parseDocument(fragment.text, { lineCounter: lines, uniqueKeys: true });
  const problem = parsed.errors[0];
  if (problem !== undefined) {
    const { line, col } = lines.linePos(problem.pos[0]);
    const said = problem.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "");
    throw new InputError(
      `${page}:${fragment.line + line}:${col}: the fragment is not YAML: ${said}`,
    );
  }
  const document: unknown = parsed.toJS();
  if (
    !isObject(document) ||
    !/^3\.\d/.test(String(document.openapi)) ||
    !isObject(document.paths)
  ) {
    throw new InputError(
      `${page}:${fragment.line + 1}: the fragment is not OpenAPI 3: it needs "openapi: 3.…" and "paths:"`,
    );
  }
  requireOperation(document, fragment, page);
  return document;
}

function requireOperation(document: JsonObject, fragment: PageFragment, page: string): void {
  const [method = "", path = ""] = fragment.operation.split(" ");
  if (isObject(getAt(document, ["paths", path, method.toLowerCase()]))) return;
  const held = operationsOf(document).join(", ") || "no operation";
  throw new InputError(
    `${page}:${fragment.line}: the fence names ${fragment.operation}, but the fragment holds ${held}`,
  );
}

function operationsOf(document: JsonObject): string[] {
  const paths = isObject(document.paths) ? Object.entries(document.paths) : [];
  return paths.flatMap(([path, item]) =>
    methods
      .filter((method) => isObject(getAt(item, [method])))
      .map((m) => `${m.toUpperCase()} ${path}`),
  );
}
