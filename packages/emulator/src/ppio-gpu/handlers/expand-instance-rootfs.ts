import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";
import { invalidArgument } from "../refusals.js";

interface Input {
  readonly path: InstancePath;
  readonly body: { readonly rootfs_size_expand_gb: number };
}

/** Adds gigabytes to the system disk. */
export const expandInstanceRootfs = ppioHandler<Input>(
  "expandInstanceRootfs",
  ({ state, path, body }) => {
    const instance = findInstance(state, path);
    if (body.rootfs_size_expand_gb < 1) {
      throw invalidArgument("rootfs_size_expand_gb must be at least 1");
    }
    instance.resource_specs.rootfs_size_gb += body.rootfs_size_expand_gb;
    return {};
  },
);
