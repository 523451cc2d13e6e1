import { dirname, join } from "node:path";
import { getLineColLocation } from "@redocly/openapi-core";
import { isObject } from "./json.js";
import { fromPointer, toPointer } from "./json-pointer.js";
import { parseYamlFile } from "./parse-yaml-file.js";
import { type Place, repoPath } from "./repo-path.js";

const maxHops = 50;

/**
 * Where something of a document stands in the files it is made of: references on the way are followed,
 * and where the way ends early, the last that is there is named.
 *
 * @param file the file to start in, from the root.
 */
export async function locateInSource(
  root: string,
  file: string,
  keys: readonly string[],
  hops = 0,
): Promise<Place> {
  const { parsed, source } = await parseYamlFile(root, file);
  let node: unknown = parsed;
  let depth = 0;
  for (; depth < keys.length; depth++) {
    const key = keys[depth] ?? "";
    const next = await followRef(root, file, node, keys.slice(depth), hops);
    if (next !== undefined) return next;
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) break;
    node = (node as Record<string, unknown>)[key];
  }
  const pointer = toPointer(keys.slice(0, depth));
  const { start } = getLineColLocation({ source, pointer, reportOnKey: true });
  return { file, ...start };
}

async function followRef(
  root: string,
  file: string,
  node: unknown,
  rest: readonly string[],
  hops: number,
): Promise<Place | undefined> {
  if (!isObject(node) || typeof node.$ref !== "string" || rest[0] === "$ref") return undefined;
  const [path = "", pointer = ""] = node.$ref.split("#");
  if (hops > maxHops || path.includes("://")) return undefined;
  const target = path === "" ? file : repoPath(root, join(root, dirname(file), path));
  const keys = [...fromPointer(pointer), ...rest];
  return locateInSource(root, target, keys, hops + 1).catch(() => undefined);
}
