import { merge } from "../merge.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";
import type { StoredInstance } from "../stored-instance.js";

interface Input {
  readonly path: InstancePath;
  readonly body: { readonly auto_migrate: Partial<StoredInstance["auto_migrate"]> };
}

/** Switches automatic migration. What the request leaves out keeps its value. */
export const setInstanceAutoMigrate = ppioHandler<Input>(
  "setInstanceAutoMigrate",
  ({ state, path, body }) => {
    const instance = findInstance(state, path);
    instance.auto_migrate = merge(instance.auto_migrate, body.auto_migrate);
    return {};
  },
);
