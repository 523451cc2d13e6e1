import { contains, equals } from "../engine/filters.js";
import { handler } from "../engine/service.js";
import { listPage } from "./lists.js";
import { find, permissionDenied } from "./refusals.js";
import { seedTime, type World } from "./world.js";

/** A container image as the emulator keeps it, and as the list shows it. */
export interface StoredImage {
  id: string;
  name: string;
  image: string;
  type: "base" | "community" | "private";
  tags: { tag: string; image: string }[];
  /** Unix time in seconds. */
  created_at: number;
}

/** The part of the state that holds images, by id. */
export interface HasImages {
  readonly images: Map<string, StoredImage>;
}

type State = World & HasImages;

const kinds: readonly [StoredImage["type"], readonly string[]][] = [
  ["base", ["ubuntu", "pytorch", "tensorflow"]],
  ["community", ["comfy", "vllm"]],
  ["private", ["train", "infer"]],
];

/** The images there are: of the platform, its community, and the account. */
export function makeImages(state: World, now: number): StoredImage[] {
  const all = kinds.flatMap(([type, names]) => names.map((name) => ({ type, name })));
  return all.map(({ type, name }, index) => {
    const image = `registry.example.com/${type}/${name}:1.0`;
    const tags = [{ tag: "1.0", image }];
    return { id: state.newId("image"), name, image, type, tags, created_at: seedTime(now, index) };
  });
}

/** Adds an image of the account's own, in place of one that has the same address. */
export function storeImage(state: State, address: string, seconds: number): void {
  for (const { id, image, type } of state.images.values()) {
    if (image === address && type === "private") state.images.delete(id);
  }
  const { name, tag } = splitAddress(address);
  const id = state.newId("image");
  const tags = [{ tag, image: address }];
  state.images.set(id, { id, name, image: address, type: "private", tags, created_at: seconds });
}

/** Name and tag of an image: `registry.example.com/team/app:1.0` is `app` with the tag `1.0`. */
export function splitAddress(address: string): { name: string; tag: string } {
  const last = address.slice(address.lastIndexOf("/") + 1);
  const [name = last, tag = "latest"] = last.split(":");
  return { name, tag };
}

/** What can be done with images. */
export const imageHandlers = {
  /** A page of the images that the filters leave. */
  listImages: handler<State, object>((call) =>
    listPage(call, call.state.images.values(), {
      filters: { type: equals(({ type }) => type), name: contains(({ name }) => [name]) },
      id: ({ id }) => id,
    }),
  ),

  /** Deletes an image of the account's own at once. */
  deleteImage: handler<State, { path: { readonly image_id: string } }>(({ state, path }) => {
    const { id, type } = find(state.images, "image", path.image_id);
    if (type !== "private") throw permissionDenied(`image ${id} is ${type}, not the account's own`);
    state.images.delete(id);
    return {};
  }),
};
