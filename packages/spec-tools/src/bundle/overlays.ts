import { join } from "node:path";
import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { BaseResolver, type Document, ResolveError, Source } from "@redocly/openapi-core";
import { InputError } from "../base/input-error.js";
import type { Specs } from "../documents/specs.js";

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

/**
 * Serves the bundler documents that were read and judged before, and overlay actions one by one. It opens
 * no file and no connection: what it does not have leads nowhere. The bundler asks for the next overlay
 * right before it applies it, so that at each request the document is what the actions before have made of it.
 */
export class OverlayResolver extends BaseResolver {
  /** What to pass to the bundler as its overlays: one name an action, and one that only looks. */
  readonly overlays: readonly string[];
  /** The document's JSON before each action, and after the last. */
  readonly states: string[] = [];
  readonly #actions = new Map<string, Document>();
  readonly #current: () => unknown;

  /** @param documents by absolute path. */
  constructor(
    documents: ReadonlyMap<string, Document>,
    actions: readonly OverlayAction[],
    current: () => unknown,
  ) {
    super();
    this.#current = current;
    for (const [path, document] of documents) this.cache.set(path, Promise.resolve(document));
    actions.forEach(({ document }, index) => {
      this.#actions.set(`action:${index}`, document);
    });
    const last = actions.at(-1);
    if (last !== undefined) {
      const parsed = { overlay: "1.0.0", actions: [] };
      this.#actions.set("action:end", { source: last.document.source, parsed });
    }
    this.overlays = [...this.#actions.keys()];
  }

  override loadExternalRef(absoluteRef: string): Promise<Source> {
    return Promise.reject(new ResolveError(new Error(`${absoluteRef} does not exist`)));
  }

  override async resolveDocument<T = unknown>(
    base: string | null,
    ref: string,
    isRoot?: boolean,
  ): ReturnType<typeof BaseResolver.prototype.resolveDocument<T>> {
    const document = this.#actions.get(ref);
    if (document === undefined) return super.resolveDocument<T>(base, ref, isRoot);
    this.states.push(JSON.stringify(this.#current()));
    return document as Document<T>;
  }
}
