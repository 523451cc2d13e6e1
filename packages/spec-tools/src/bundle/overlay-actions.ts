import { join } from "node:path";
import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { type Document, Source } from "@redocly/openapi-core";
import { InputError } from "../base/input-error.js";
import type { Specs } from "../documents/read-specs.js";

/** One action of one overlay file, as a document of its own. */
export interface OverlayAction {
  /** The overlay's file, from the root. */
  file: string;
  /** Its place in the file's list of actions, from 0. */
  index: number;
  action: JsonObject;
  /** An overlay that holds this action alone; its source is the whole file. */
  document: Document;
}

/**
 * The actions of specs/<api>/overlays, in the order in which they apply: file name, then place.
 *
 * @throws InputError when a file is no overlay with actions.
 */
export function readOverlayActions({ root, api, documents }: Specs): OverlayAction[] {
  const folder = `specs/${api}/overlays/`;
  const actions: OverlayAction[] = [];
  for (const [file, document] of documents) {
    if (!file.startsWith(folder)) continue;
    actions.push(...actionsOf(root, file, document));
  }
  return actions;
}

function actionsOf(root: string, file: string, { parsed, source }: Document): OverlayAction[] {
  if (!isObject(parsed) || !/^1\.\d/.test(String(parsed.overlay))) {
    throw new InputError(`${file}:1: not an overlay; its first line is "overlay: 1.0.0"`);
  }
  const { actions } = parsed;
  if (!Array.isArray(actions) || actions.length === 0) {
    throw new InputError(`${file}:1: an overlay without actions changes nothing; delete it`);
  }
  return actions.map((action: unknown, index) => {
    if (!isObject(action)) throw new InputError(`${file}: actions[${index}] must be a mapping`);
    // A source of its own tells by identity which action a reported problem belongs to.
    const own = new Source(join(root, file), source.body);
    return {
      file,
      index,
      action,
      document: { source: own, parsed: { ...parsed, actions: [action] } },
    };
  });
}
