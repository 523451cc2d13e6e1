import { account } from "./account.js";
import { find, permissionDenied } from "./refusals.js";
import type { PpioGpuState } from "./state.js";
import type { StoredTemplate } from "./stored-template.js";

/** Path of an operation on one template. */
export interface TemplatePath {
  readonly template_id: string;
}

/** The template with this id. @throws Refusal 404 when there is none */
export function findTemplate(
  state: PpioGpuState,
  { template_id: id }: TemplatePath,
): StoredTemplate {
  return find(state.templates, "template", id);
}

/** The account's own template with this id. @throws Refusal 404, or 403 when it is somebody else's */
export function findOwnTemplate(state: PpioGpuState, path: TemplatePath): StoredTemplate {
  const template = findTemplate(state, path);
  if (isOwn(template)) return template;
  throw permissionDenied(`template ${template.id} belongs to somebody else`);
}

/** Whether a template belongs to the account. */
export function isOwn({ owner_id: owner }: StoredTemplate): boolean {
  return owner === account.owner_id;
}
