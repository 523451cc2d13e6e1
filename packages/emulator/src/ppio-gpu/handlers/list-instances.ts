import { cursorPage } from "../../service/cursor-page.js";
import { ppioHandler } from "../ppio-handler.js";
import type { StoredInstance } from "../stored-instance.js";

interface Query {
  readonly name?: string;
  readonly status?: string;
  readonly regions?: string;
  readonly billing_mode?: string;
}

/** A page of the instances that the filters leave, newest first. */
export const listInstances = ppioHandler<{ query: Query }>("listInstances", (call) => {
  const matching = [...call.state.instances.values()].filter((each) => fits(each, call.query));
  return cursorPage(call, matching, {
    rank: ({ created_at, id }) => [-created_at, id],
    show: toListItem,
    defaultLimit: 20,
    maxLimit: 100,
  });
});

function fits(instance: StoredInstance, query: Query): boolean {
  const { name = "", status = "", regions = "", billing_mode: mode = "" } = query;
  const needle = name.toLowerCase();
  const wantedRegions = regions.split(",").map((region) => region.trim());
  return (
    (instance.name.toLowerCase().includes(needle) || instance.id.includes(needle)) &&
    (status === "" || instance.status.status === status) &&
    (regions === "" || wantedRegions.includes(instance.region)) &&
    (mode === "" || instance.billing.mode === mode)
  );
}

function toListItem(instance: StoredInstance): Omit<StoredInstance, "tools" | "pricing"> {
  const { tools: _tools, pricing: _pricing, ...item } = instance;
  return item;
}
