export type { CloudClient } from "./client/cloud-client.js";
export { type ClientSettings, createClient } from "./client/create-client.js";
export { checkText, environment, readCredential } from "./client/credential.js";
export { keepDigits } from "./client/keep-digits.js";
export type { ApiRules } from "./client/rules.js";
export { refuse } from "./errors/refuse.js";
export type { AnyClient, ListRequest } from "./list/create-list.js";
export { createCursorList } from "./list/cursor-list.js";
export { createOffsetList } from "./list/offset-list.js";
export type { Fields } from "./list/pages.js";
export type {
  CursorRule,
  ListRule,
  OffsetRule,
  PaginationRule,
  SingleRule,
} from "./list/pagination-rule.js";
export { createSingleList } from "./list/single-list.js";
export * from "./public.js";
export {
  addEntries,
  editEntries,
  ensureEntries,
  removeEntries,
  replaceEntries,
} from "./replace/edit-entries.js";
export type { Also, EditTarget, Judge, ListTarget } from "./replace/edit-target.js";
export { judgeFailures } from "./replace/judge-failures.js";
export { keepFields } from "./replace/keep-fields.js";
export type { Snapshot } from "./replace/list-access.js";
export { applyListPlan, planList, verifyList } from "./replace/plan-list.js";
export type { AnyEntry, EntryShape, FieldRule, WriteRule } from "./replace/write-rule.js";
export type { Authorize, Outgoing } from "./transport/outgoing.js";
export { type Waiting, waitForState } from "./wait/wait-for-state.js";
