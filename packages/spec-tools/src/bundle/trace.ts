import { toPointer } from "@cloud-clients/openapi-model";
import { type Place, showPlace } from "../base/place.js";
import type { Api } from "../base/repository.js";
import type { Places } from "../documents/places.js";
import type { Specs } from "../documents/specs.js";
import type { Origin, Origins } from "./join.js";
import type { AppliedAction, OverlayAction } from "./overlays.js";

type Keys = readonly (string | number)[];

/** Numbers of actions by the pointers of places. */
interface Changes {
  at: ReadonlyMap<string, number>;
  below: ReadonlyMap<string, number>;
}

/**
 * Who wrote what of a bundle: the files it was joined from, and the overlay actions that changed it. Of the files it
 * keeps the texts alone.
 */
export class BundleTrace {
  readonly #api: Api;
  readonly #places: ReadonlyMap<string, Places>;
  readonly #actions: readonly AppliedAction[];
  readonly #joined: { document: unknown; origins: Origins };
  #changes: Changes | undefined;

  constructor(
    specs: Specs,
    actions: readonly AppliedAction[],
    joined: { document: unknown; origins: Origins },
  ) {
    this.#api = specs.api;
    this.#places = new Map([...specs.documents].map(([file, { places }]) => [file, places]));
    this.#actions = actions;
    this.#joined = joined;
  }

  /** The place of an action, or of a part of it, in its file. */
  placeOf({ file, index }: OverlayAction, ...part: string[]): Place {
    return { file, ...this.#places.get(file)?.at(["actions", index, ...part]) };
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
    return { file, ...this.#places.get(file)?.at(there, "key") };
  }

  /**
   * A problem of the bundle at the place that one edits to mend it. Where that would be a file of upstream, which
   * stays as the vendor wrote it, the line says where the correction goes.
   */
  show(keys: Keys, about: "value" | "key", message: string): string {
    const place = this.origin(keys, about);
    const api = this.#api;
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
    return this.#places.get(file)?.written(there);
  }

  #lastActionOn(keys: Keys, about: "value" | "key"): AppliedAction | undefined {
    this.#changes ??= changesOf(this.#actions);
    const { at, below } = this.#changes;
    let last = (about === "value" ? below.get(toPointer(keys)) : undefined) ?? -1;
    for (let length = 0; length <= keys.length; length++) {
      last = Math.max(last, at.get(toPointer(keys.slice(0, length))) ?? -1);
    }
    return this.#actions[last];
  }

  /** Line and column of what stands in one of the files. */
  placeIn({ file, keys }: Origin): Place {
    return { file, ...this.#places.get(file)?.at(keys) };
  }

  #copiedFrom(keys: Keys): Origin {
    let node: unknown = this.#joined.document;
    let origin: Origin = { file: this.#api.source, keys: [] };
    for (let depth = 0; ; depth++) {
      const begins = typeof node === "object" && node !== null && this.#joined.origins.get(node);
      if (begins) origin = begins;
      const key = keys[depth];
      if (key === undefined || typeof node !== "object" || node === null) return origin;
      origin = { file: origin.file, keys: [...origin.keys, key] };
      node = Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
    }
  }
}

/** The number of the last action that changed each place, and of the last that changed something below it. */
function changesOf(actions: readonly AppliedAction[]): Changes {
  const at = new Map<string, number>();
  const below = new Map<string, number>();
  for (const [index, { changed }] of actions.entries()) {
    for (const place of changed) {
      at.set(toPointer(place), index);
      for (let length = 0; length < place.length; length++) {
        below.set(toPointer(place.slice(0, length)), index);
      }
    }
  }
  return { at, below };
}
