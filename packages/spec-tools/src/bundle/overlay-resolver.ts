import { BaseResolver, type Document, ResolveError, type Source } from "@redocly/openapi-core";
import type { OverlayAction } from "./overlay-actions.js";

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
    return Promise.reject(new ResolveError(new Error(`${absoluteRef} is not there`)));
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
