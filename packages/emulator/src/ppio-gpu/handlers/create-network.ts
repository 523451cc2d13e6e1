import { account } from "../account.js";
import { ppioHandler } from "../ppio-handler.js";
import { findNamed } from "../refusals.js";
import { toStatus } from "../stored-status.js";
import { courses } from "../transition.js";

interface Body {
  readonly region_id: string;
  readonly name: string;
}

/** Creates a private network; it runs once the clock has moved. */
export const createNetwork = ppioHandler<{ body: Body }>(
  "createNetwork",
  ({ state, body, now }) => {
    const { id: region_id } = findNamed(state.regions, "region", body.region_id);
    const id = state.newId("network");
    const created_at = Math.floor(now / 1000);
    const status = toStatus("creating");
    state.networks.set(id, { id, name: body.name, status, region_id, created_at, ...account });
    state.begin("network", id, courses.network, now);
    return { id };
  },
);
