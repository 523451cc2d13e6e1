import { getLineColLocation, type Source } from "@redocly/openapi-core";
import { getAt } from "./json.js";
import { fromPointer, toPointer } from "./json-pointer.js";
import type { OverlayAction } from "./overlay-actions.js";
import type { Place } from "./repo-path.js";

/** What each overlay action made of a document, kept to tell who wrote what. */
export class OverlayTrace {
  readonly file: string;
  readonly actions: readonly OverlayAction[];
  readonly #source: Source;
  readonly #states: readonly string[];

  /** @param states the document's JSON before each action, and after the last. */
  constructor(
    file: string,
    source: Source,
    actions: readonly OverlayAction[],
    states: readonly string[],
  ) {
    this.file = file;
    this.actions = actions;
    this.#source = source;
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
   * Where the value at `pointer` of the bundle was written: the last overlay action that changed it,
   * else its place in the table of paths (the nearest one above it that stands there).
   */
  origin(pointer: string): Place {
    const keys = fromPointer(pointer);
    const seen = this.#states.map((state) => JSON.stringify(getAt(JSON.parse(state), keys)));
    const last = this.actions.findLastIndex((_, index) => seen[index] !== seen[index + 1]);
    const action = this.actions[last];
    if (action !== undefined) return this.placeOf(action);
    const { start } = getLineColLocation({ source: this.#source, pointer, reportOnKey: true });
    return { file: this.file, ...start };
  }
}
