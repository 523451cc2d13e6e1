export { checkOptions, refuse } from "./base/options.js";
export type { CloudClient } from "./client/cloud-client.js";
export { type ClientSettings, createClient } from "./client/create-client.js";
export { checkText, environment, readCredential } from "./client/credential.js";
export {
  addEntries,
  editEntries,
  ensureEntries,
  removeEntries,
  replaceEntries,
} from "./edits/edit-entries.js";
export type { Also, EditTarget, Judge, ListTarget } from "./edits/edit-target.js";
export { judgeFailures } from "./edits/judge-failures.js";
export { keepFields } from "./edits/keep-fields.js";
export type { Snapshot } from "./edits/list-access.js";
export { applyListPlan, planList, verifyList } from "./edits/plan-list.js";
export type { AnyEntry, EntryShape, FieldRule, WriteRule } from "./edits/write-rule.js";
export type { AnyClient, ListRequest } from "./lists/create-list.js";
export { createCursorList } from "./lists/cursor-list.js";
export { createOffsetList } from "./lists/offset-list.js";
export type { Fields } from "./lists/pages.js";
export type {
  CursorRule,
  ListRule,
  OffsetRule,
  PaginationRule,
  SingleRule,
} from "./lists/pagination-rule.js";
export { createSingleList } from "./lists/single-list.js";
export * from "./public.js";
export type { ApiRules, ErrorEnvelope } from "./transport/api-rules.js";
export type { Authorize, Outgoing } from "./transport/call.js";
export { type Waiting, waitForState } from "./wait/wait-for-state.js";
