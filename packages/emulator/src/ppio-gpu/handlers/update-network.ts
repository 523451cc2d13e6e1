import { findNetwork, type NetworkPath } from "../find-network.js";
import { ppioHandler } from "../ppio-handler.js";
import { invalidArgument } from "../refusals.js";

interface Input {
  readonly path: NetworkPath;
  readonly body: { readonly name?: string };
}

/** Gives a private network another name, as long as one that it could have been created with. */
export const updateNetwork = ppioHandler<Input>("updateNetwork", ({ state, path, body }) => {
  const network = findNetwork(state, path);
  const { name = network.name } = body;
  if (name.length < 1 || name.length > 30)
    throw invalidArgument("name must have 1 to 30 characters");
  network.name = name;
  return {};
});
