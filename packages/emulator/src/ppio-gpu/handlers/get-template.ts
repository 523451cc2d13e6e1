import { findTemplate, isOwn, type TemplatePath } from "../find-template.js";
import { ppioHandler } from "../ppio-handler.js";
import { notFound } from "../refusals.js";

interface Input {
  readonly path: TemplatePath;
  readonly query: { readonly is_community?: boolean };
}

/** One template: of the account's own, or of the community when the request says so. */
export const getTemplate = ppioHandler<Input>("getTemplate", ({ state, path, query }) => {
  const template = findTemplate(state, path);
  const seen = query.is_community ? template.visibility === "community" : isOwn(template);
  if (!seen)
    throw notFound(query.is_community ? "community template" : "own template", template.id);
  return template;
});
