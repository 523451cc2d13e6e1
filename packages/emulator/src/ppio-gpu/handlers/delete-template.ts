import { findOwnTemplate, type TemplatePath } from "../find-template.js";
import { ppioHandler } from "../ppio-handler.js";

/** Deletes a template of the account's own at once. */
export const deleteTemplate = ppioHandler<{ path: TemplatePath }>(
  "deleteTemplate",
  ({ state, path }) => {
    state.templates.delete(findOwnTemplate(state, path).id);
    return {};
  },
);
