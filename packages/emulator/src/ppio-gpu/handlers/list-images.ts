import { contains, equals } from "../filters.js";
import { listPage } from "../list-page.js";
import { ppioHandler } from "../ppio-handler.js";

interface Query {
  readonly type?: string;
  readonly name?: string;
}

/** A page of the images that the filters leave. */
export const listImages = ppioHandler<{ query: Query }>("listImages", (call) => {
  const { type, name } = call.query;
  return listPage(
    call,
    call.state.images.values(),
    (image) => equals(type, image.type) && contains(name, image.name),
    { id: ({ id }) => id },
  );
});
