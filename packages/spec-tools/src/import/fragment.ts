import { getAt, isObject, type JsonObject, operationsOf } from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { pathProblem, quoted } from "../documents/names.js";
import { readDocument } from "../documents/read-document.js";
import type { PageFragment } from "./page.js";

const shown = 5;

/**
 * The fragment, parsed and judged: OpenAPI 3 that holds the operation its fence names.
 *
 * @throws InputError with the page's line when it is not YAML (a key twice included), not OpenAPI 3, holds
 * another operation, or holds what is refused in a vendor's document.
 */
export function parseFragment(fragment: PageFragment, page: string): JsonObject {
  const { parsed: document } = readDocument(fragment.text, {
    file: page,
    layer: "fragment",
    folder: "upstream",
    linesBefore: fragment.line,
  });
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
  const problem = pathProblem(path);
  if (problem !== undefined) throw new InputError(`${page}:${fragment.line}: ${problem}`);
  if (isObject(getAt(document, ["paths", path, method.toLowerCase()]))) return;
  const all = operationsOf(document.paths).map(
    (found) => `${found.method.toUpperCase()} ${found.path}`,
  );
  const held = all.slice(0, shown).join(", ") + (all.length > shown ? ", …" : "");
  throw new InputError(
    `${page}:${fragment.line}: the fence names ${fragment.operation}, but the fragment holds ${held || "no operation"}`,
  );
}

/** A plain name: no way out of a folder, and short enough for every file system. */
export const fileSegment = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * File name of a fragment in upstream/: the last part of the vendor's file name, as `.yaml`.
 *
 * @throws InputError when the vendor's name could lead out of the folder or onto PROVENANCE.yaml.
 */
export function upstreamName(fragment: PageFragment, page: string): string {
  const parts = fragment.claims.split("/");
  const base = (parts.at(-1) ?? "").replace(/\.(json|ya?ml)$/i, "");
  const safe = parts.every((part) => fileSegment.test(part)) && fileSegment.test(base);
  if (!safe || base.toLowerCase() === "provenance") {
    throw new InputError(
      `${page}:${fragment.line}: the fence's file name ${quoted(fragment.claims)} is refused; ` +
        `allowed are plain relative names of up to 100 letters, digits, ".", "_" and "-", without ".."`,
    );
  }
  return `${base}.yaml`;
}
