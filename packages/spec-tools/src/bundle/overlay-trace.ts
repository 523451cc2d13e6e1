import { fromPointer, getAt, toPointer } from "@cloud-clients/openapi-model";
import { getLineColLocation } from "@redocly/openapi-core";
import type { Place } from "../base/repo-path.js";
import type { Specs } from "../documents/read-specs.js";
import { locateInSource } from "./locate-in-source.js";
import type { OverlayAction } from "./overlay-actions.js";

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
