import { posix } from "node:path";
import { fromPointer, getAt, isObject, toPointer } from "@cloud-clients/openapi-model";
import { getLineColLocation } from "@redocly/openapi-core";
import type { Place } from "../base/place.js";
import type { Specs } from "../documents/specs.js";
import type { OverlayAction } from "./overlays.js";

/** What each overlay action made of a document, kept to tell who wrote what. */
export class OverlayTrace {
  /** The table of paths, from the root. */
  readonly file: string;
  readonly actions: readonly OverlayAction[];
  readonly #specs: Specs;
  readonly #states: readonly string[];
  #parsed: readonly unknown[] | undefined;

  /** @param states the document's JSON before each action, and after the last. */
  constructor(
    specs: Specs,
    file: string,
    actions: readonly OverlayAction[],
    states: readonly string[],
  ) {
    this.#specs = specs;
    this.file = file;
    this.actions = actions;
    this.#states = states;
  }

  /** The actions that left the document as it was. */
  idleActions(): OverlayAction[] {
    return this.actions.filter((_, index) => this.#states[index] === this.#states[index + 1]);
  }

  /** The place of an action, or of a part of it, in its file. */
  placeOf({ file, index, document }: OverlayAction, part: readonly string[] = []): Place {
    const pointer = toPointer(["actions", index, ...part]);
    const { start } = getLineColLocation({ source: document.source, pointer });
    return { file, ...start };
  }

  /**
   * Where something of the bundle was written: by the last overlay action that changed it, else in the
   * source.
   *
   * @param about `value`: whoever gave it the value it has; `key`: whoever made it be there.
   */
  origin(pointer: string, about: "value" | "key" = "value"): Place {
    const keys = fromPointer(pointer);
    this.#parsed ??= this.#states.map((state) => JSON.parse(state));
    const seen = this.#parsed.map((state) => {
      const value = getAt(state, keys);
      return about === "key" ? value !== undefined : JSON.stringify(value);
    });
    const last = this.actions.findLastIndex((_, index) => seen[index] !== seen[index + 1]);
    const action = this.actions[last];
    if (action !== undefined) return this.placeOf(action);
    return locateInSource(this.#specs, this.file, keys);
  }
}

const maxHops = 50;

/**
 * Where something of a document stands in the files it is made of: references on the way are followed,
 * and where the way ends early, the last that is there is named.
 *
 * @param file the file to start in, from the root.
 */
function locateInSource(specs: Specs, file: string, keys: readonly string[], hops = 0): Place {
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
