import { contains, listed } from "../filters.js";
import { showNetwork } from "../find-network.js";
import { listPage } from "../list-page.js";
import { ppioHandler } from "../ppio-handler.js";

interface Query {
  readonly name?: string;
  readonly member_ids?: string;
}

/** A page of the private networks that the filters leave. */
export const listNetworks = ppioHandler<{ query: Query }>("listNetworks", (call) => {
  const { name, member_ids: members } = call.query;
  return listPage(
    call,
    call.state.networks.values(),
    (network) => contains(name, network.name) && listed(members, network.member_id),
    { id: ({ id }) => id, show: showNetwork },
  );
});
