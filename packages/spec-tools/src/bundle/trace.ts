import { type Place, showPlace } from "../base/place.js";
import type { Places } from "../documents/places.js";
import type { Specs } from "../documents/specs.js";
import type { Origin, Origins } from "./join.js";
import type { AppliedAction, OverlayAction } from "./overlays.js";

type Keys = readonly (string | number)[];

/** Who wrote what of a bundle: the files it was joined from, and the overlay actions that changed it. */
export class BundleTrace {
  readonly #specs: Specs;
  readonly #actions: readonly AppliedAction[];
  #joined: { document: unknown; origins: Origins };

  constructor(
    specs: Specs,
    actions: readonly AppliedAction[],
    joined: { document: unknown; origins: Origins },
  ) {
    this.#specs = specs;
    this.#actions = actions;
    this.#joined = joined;
  }

  /** The place of an action, or of a part of it, in its file. */
  placeOf({ file, index }: OverlayAction, ...part: string[]): Place {
    return { file, ...this.#places(file)?.at(["actions", index, ...part]) };
  }

  /**
   * Where something of the bundle was written: by the last overlay action that changed it, else in the file
   * it comes from.
   *
   * @param about `value`: whoever gave it the value it has; `key`: whoever made it be there.
   */
  origin(keys: Keys, about: "value" | "key" = "value"): Place {
    const action = this.#lastActionOn(keys, about);
    if (action !== undefined) return this.placeOf(action);
    const { file, keys: there } = this.#copiedFrom(keys);
    return { file, ...this.#places(file)?.at(there, "key") };
  }

  /**
   * A problem of the bundle at the place that one edits to mend it. Where that would be a file of upstream, which
   * stays as the vendor wrote it, the line says where the correction goes.
   */
  show(keys: Keys, about: "value" | "key", message: string): string {
    const place = this.origin(keys, about);
    const { api } = this.#specs;
    const isUpstream = place.file.startsWith(`${api.specs}/upstream/`);
    const hint = isUpstream
      ? ` (upstream stays as the vendor wrote it; correct it in ${api.specs}/overlays)`
      : "";
    return `${showPlace(place)}: ${message}${hint}`;
  }

  /** How a plain scalar is written in the file it comes from; nothing where an overlay gave it. */
  writtenAt(keys: Keys): string | undefined {
    if (this.#lastActionOn(keys, "value") !== undefined) return undefined;
    const { file, keys: there } = this.#copiedFrom(keys);
    return this.#places(file)?.written(there);
  }

  #lastActionOn(keys: Keys, about: "value" | "key"): AppliedAction | undefined {
    return this.#actions.findLast(({ changed }) =>
      changed.some(
        (place) => startsWith(keys, place) || (about === "value" && startsWith(place, keys)),
      ),
    );
  }

  /** Line and column of what stands in one of the files. */
  placeIn({ file, keys }: Origin): Place {
    return { file, ...this.#places(file)?.at(keys) };
  }

  #copiedFrom(keys: Keys): Origin {
    let node: unknown = this.#joined.document;
    let origin: Origin = { file: this.#specs.api.source, keys: [] };
    for (let depth = 0; ; depth++) {
      const begins = typeof node === "object" && node !== null && this.#joined.origins.get(node);
      if (begins) origin = begins;
      const key = keys[depth];
      if (key === undefined || typeof node !== "object" || node === null) return origin;
      origin = { file: origin.file, keys: [...origin.keys, key] };
      node = Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
    }
  }

  #places(file: string): Places | undefined {
    return this.#specs.documents.get(file)?.places;
  }
}

function startsWith(keys: Keys, start: Keys): boolean {
  return (
    start.length <= keys.length && start.every((key, index) => String(key) === String(keys[index]))
  );
}
