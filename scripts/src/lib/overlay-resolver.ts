import { BaseResolver, type Document } from "@redocly/openapi-core";
import type { OverlayAction } from "./overlay-actions.js";

/**
 * Serves overlay actions to the bundler one by one. The bundler asks for the next overlay right before
 * it applies it, so that at each request the document is what the actions before have made of it.
 */
export class OverlayResolver extends BaseResolver {
  /** What to pass to the bundler as its overlays: one name an action, and one that only looks. */
  readonly overlays: readonly string[];
  /** The document's JSON before each action, and after the last. */
  readonly states: string[] = [];
  readonly #documents = new Map<string, Document>();
  readonly #current: () => unknown;

  constructor(actions: readonly OverlayAction[], current: () => unknown) {
    super();
    this.#current = current;
    actions.forEach(({ document }, index) => {
      this.#documents.set(`action:${index}`, document);
    });
    const last = actions.at(-1);
    if (last !== undefined) {
      const parsed = { overlay: "1.0.0", actions: [] };
      this.#documents.set("action:end", { source: last.document.source, parsed });
    }
    this.overlays = [...this.#documents.keys()];
  }

  override async resolveDocument<T = unknown>(
    base: string | null,
    ref: string,
    isRoot?: boolean,
  ): ReturnType<typeof BaseResolver.prototype.resolveDocument<T>> {
    const document = this.#documents.get(ref);
    if (document === undefined) return super.resolveDocument<T>(base, ref, isRoot);
    this.states.push(JSON.stringify(this.#current()));
    return document as Document<T>;
  }
}
