import { account } from "../account.js";
import { applyTemplateOrder } from "../apply-template-order.js";
import { ppioHandler } from "../ppio-handler.js";
import type { StoredTemplate } from "../stored-template.js";
import type { TemplateOrder } from "../template-order.js";

/** Creates a template that only the account sees. */
export const createTemplate = ppioHandler<{ body: TemplateOrder }>(
  "createTemplate",
  ({ state, body, now }) => {
    const id = state.newId("tpl");
    const template = applyTemplateOrder(blank(id, Math.floor(now / 1000)), body);
    state.templates.set(id, template);
    return { template_id: id };
  },
);

function blank(id: string, createdAt: number): StoredTemplate {
  return {
    id,
    name: "",
    type: "",
    image: "",
    registry_auth_id: "",
    command: "",
    entrypoint: "",
    rootfs_size_gb: 20,
    ports: [],
    envs: [],
    metadata: { readme: "", logo: "", description: "", author: "", tags: [] },
    min_cuda_version: "",
    visibility: "private",
    created_at: createdAt,
    updated_at: createdAt,
    ...account,
  };
}
