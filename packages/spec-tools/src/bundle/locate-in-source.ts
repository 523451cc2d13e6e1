import { posix } from "node:path";
import { fromPointer, isObject, toPointer } from "@cloud-clients/openapi-model";
import { getLineColLocation } from "@redocly/openapi-core";
import type { Place } from "../base/repo-path.js";
import type { Specs } from "../documents/read-specs.js";

const maxHops = 50;

/**
 * Where something of a document stands in the files it is made of: references on the way are followed,
 * and where the way ends early, the last that is there is named.
 *
 * @param file the file to start in, from the root.
 */
export function locateInSource(
  specs: Specs,
  file: string,
  keys: readonly string[],
  hops = 0,
): Place {
  const document = specs.documents.get(file);
  if (document === undefined) return { file };
  let node: unknown = document.parsed;
  let depth = 0;
  for (; depth < keys.length; depth++) {
    const key = keys[depth] ?? "";
    const next = followRef(specs, file, node, keys.slice(depth), hops);
    if (next !== undefined) return next;
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) break;
    node = (node as Record<string, unknown>)[key];
  }
  const pointer = toPointer(keys.slice(0, depth));
  const { source } = document;
  const { line, col } = getLineColLocation({ source, pointer, reportOnKey: true }).start;
  return { file, line, col };
}

function followRef(
  specs: Specs,
  file: string,
  node: unknown,
  rest: readonly string[],
  hops: number,
): Place | undefined {
  if (!isObject(node) || typeof node.$ref !== "string" || rest[0] === "$ref") return undefined;
  const [path = "", pointer = ""] = node.$ref.split("#");
  const target = path === "" ? file : posix.join(posix.dirname(file), path);
  if (hops > maxHops || !specs.documents.has(target)) return undefined;
  return locateInSource(specs, target, [...fromPointer(pointer), ...rest], hops + 1);
}
