import { contains, listed } from "../filters.js";
import { listPage } from "../list-page.js";
import { ppioHandler } from "../ppio-handler.js";

interface Query {
  readonly keyword?: string;
  readonly member_ids?: string;
}

/** A page of the endpoints that the filters leave. */
export const listEndpoints = ppioHandler<{ query: Query }>("listEndpoints", (call) => {
  const { keyword, member_ids: members } = call.query;
  return listPage(
    call,
    call.state.endpoints.values(),
    ({ id, name, app_name: app, member_id: member }) =>
      contains(keyword, name, app, id) && listed(members, member),
    { id: ({ id }) => id, show: ({ type: _type, ...item }) => item },
  );
});
