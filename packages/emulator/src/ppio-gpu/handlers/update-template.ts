import { applyTemplateOrder } from "../apply-template-order.js";
import { findOwnTemplate, type TemplatePath } from "../find-template.js";
import { ppioHandler } from "../ppio-handler.js";
import type { TemplateOrder } from "../template-order.js";

/** Changes a template of the account's own. What the request leaves out keeps its value. */
export const updateTemplate = ppioHandler<{ path: TemplatePath; body: TemplateOrder }>(
  "updateTemplate",
  ({ state, path, body, now }) => {
    const changed = applyTemplateOrder(findOwnTemplate(state, path), body);
    state.templates.set(changed.id, { ...changed, updated_at: Math.floor(now / 1000) });
    return {};
  },
);
