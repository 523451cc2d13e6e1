import { contains, equals, listed } from "../filters.js";
import { isOwn } from "../find-template.js";
import { listPage } from "../list-page.js";
import { ppioHandler } from "../ppio-handler.js";

interface Query {
  readonly name?: string;
  readonly type?: string;
  readonly visibilities?: string;
  readonly member_ids?: string;
  readonly is_my_community?: boolean;
}

/** A page of the templates that the filters leave, the account's own and those of the community. */
export const listTemplates = ppioHandler<{ query: Query }>("listTemplates", (call) => {
  const { name, type, visibilities, member_ids: members, is_my_community: mine } = call.query;
  return listPage(
    call,
    call.state.templates.values(),
    (template) =>
      contains(name, template.name) &&
      equals(type, template.type) &&
      listed(visibilities, template.visibility) &&
      listed(members, template.member_id) &&
      (!mine || (isOwn(template) && template.visibility === "community")),
    { id: ({ id }) => id },
  );
});
