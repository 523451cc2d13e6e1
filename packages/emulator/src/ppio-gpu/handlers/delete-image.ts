import { ppioHandler } from "../ppio-handler.js";
import { find, permissionDenied } from "../refusals.js";

/** Deletes an image of the account's own at once. */
export const deleteImage = ppioHandler<{ path: { readonly image_id: string } }>(
  "deleteImage",
  ({ state, path }) => {
    const { id, type } = find(state.images, "image", path.image_id);
    if (type !== "private") throw permissionDenied(`image ${id} is ${type}, not the account's own`);
    state.images.delete(id);
    return {};
  },
);
