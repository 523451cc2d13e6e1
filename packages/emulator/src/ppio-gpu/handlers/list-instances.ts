import { contains, equals, listed } from "../filters.js";
import { listPage } from "../list-page.js";
import { ppioHandler } from "../ppio-handler.js";
import type { StoredInstance } from "../stored-instance.js";

interface Query {
  readonly name?: string;
  readonly status?: string;
  readonly regions?: string;
  readonly billing_mode?: string;
}

/** A page of the instances that the filters leave. */
export const listInstances = ppioHandler<{ query: Query }>("listInstances", (call) => {
  const { name, status, regions, billing_mode: mode } = call.query;
  return listPage(
    call,
    call.state.instances.values(),
    (instance) =>
      contains(name, instance.name, instance.id) &&
      equals(status, instance.status.status) &&
      listed(regions, instance.region) &&
      equals(mode, instance.billing.mode),
    { id: ({ id }) => id, show: toListItem },
  );
});

function toListItem(instance: StoredInstance): Omit<StoredInstance, "tools" | "pricing"> {
  const { tools: _tools, pricing: _pricing, ...item } = instance;
  return item;
}
